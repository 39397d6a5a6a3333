import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  DateText,
  EmptyState,
  PageHeader,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { listReleased, RELEASED_PAGE, type ReleasedLine } from '#modules/practice/index.ts'
import type { Statement } from '#statement/index.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { FoundList } from '#entry/web/pages/registry/found-list.tsx'
import { type PagedAddress, readPagedAddress } from '#entry/web/pages/registry/paged-address.ts'
import { kindTitle } from '#entry/web/titles.ts'
import { ACCOUNTABILITY, releasedPath } from './released-path.ts'

const words = {
  title: { nl: 'Vrijgegeven documenten', en: 'Released documents' },
  lead: {
    nl: 'U leest hier wat cliënten voor u hebben vrijgegeven. Het dossier zelf ziet u niet.',
    en: 'Here you read what clients released to you. You do not see the dossier itself.',
  },
  document: { nl: 'Document', en: 'Document' },
  about: { nl: 'Over', en: 'About' },
  service: { nl: 'Dienst', en: 'Service' },
  since: { nl: 'Vrijgegeven op', en: 'Released on' },
  promised: { nl: 'Dit beloven wij de cliënt:', en: 'This is what we promise the client:' },
  search: { nl: 'Zoek op naam of document', en: 'Search by name or document' },
  notFound: { nl: 'Niets gevonden', en: 'Nothing found' },
  notFoundWhy: {
    nl: 'Zoek op een deel van een naam of een titel. Trok een cliënt de toestemming in, dan staat het document hier niet meer.',
    en: 'Search by a part of a name or a title. When a client withdrew the consent, the document is no longer here.',
  },
  none: { nl: 'Er is nu niets voor u vrijgegeven', en: 'Nothing is released to you now' },
  noneWhy: {
    nl: 'Een document verschijnt hier als een cliënt toestemming gaf en de coach het vrijgeeft. U krijgt er dan een e-mail over. Trekt de cliënt de toestemming in, dan verdwijnt het hier meteen.',
    en: 'A document appears here when a client consented and the coach releases it. You then get an e-mail about it. When the client withdraws the consent, it disappears here at once.',
  },
} satisfies Record<string, Text>

interface ReleasedList {
  readonly rows: readonly ReleasedLine[]
  readonly asked: PagedAddress
  readonly statement: Statement
}

const PATH = '/opdrachtgever'

/** Everything that clients released to the reader's own party. */
export const releasedListPage = page(PATH, {
  read: async (door): Promise<ReleasedList> => {
    const { site, organisation, query } = door.visit
    const statement = await site.publication.current(organisation)
    const asked = readPagedAddress(query)
    const { rows } = await door.list(ACCOUNTABILITY, 'released', { rows: listReleased(asked) })
    return { rows, asked, statement }
  },
  view: drawList,
})

function drawList({ rows, asked, statement }: ReleasedList, door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.title} open>
      <PageHeader title={words.title} lead={words.lead} />
      <FoundList path={PATH} label={words.search} asked={asked} rows={rows} size={RELEASED_PAGE}>
        <DataTable
          caption={words.title}
          captionHidden
          rows={rows}
          href={(row) => releasedPath(row.dossier_id, row.id)}
          columns={[
            { title: words.document, cell: ({ title }) => title },
            { title: words.about, cell: ({ about }) => about },
            { title: words.service, cell: ({ kind }) => <Words of={kindTitle(kind)} /> },
            { title: words.since, cell: (row) => <DateText day={row.disclosed_at} /> },
          ]}
          empty={
            asked.search === '' ? (
              <EmptyState title={words.none} lead={words.noneWhy} icon="file" />
            ) : (
              <EmptyState title={words.notFound} lead={words.notFoundWhy} icon="search" />
            )
          }
        />
      </FoundList>
      <Stack gap="small">
        <p>
          <Words of={words.promised} />
        </p>
        <Basis statement={statement} on="recipients.principal" />
      </Stack>
    </Screen>
  )
}
