import {
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  Muted,
  PageHeader,
  SearchForm,
  Stack,
  Toolbar,
  Words,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import {
  DIPLOMAS_PAGE,
  groupedNumber,
  listDiplomas,
  readDiplomaNumber,
} from '#modules/registry/index.ts'
import { DIPLOMAS } from './issuing.ts'
import { StateBadge } from './state-badge.tsx'
import { DiplomaTabs, ISSUED_PATH } from './tabs.tsx'
import { DIPLOMA, programmeOf } from './words.ts'

const words = {
  title: { nl: 'Uitgegeven diploma’s', en: 'Issued diplomas' },
  lead: {
    nl: 'Alle diploma’s met hun nummer, ook die van wie is verwijderd. Van hen weten wij niet meer wie het waren.',
    en: 'All diplomas by number, including those of people who were erased. We no longer know who those people were.',
  },
  search: { nl: 'Zoek op nummer', en: 'Search by number' },
  none: { nl: 'Geen diploma’s gevonden', en: 'No diplomas found' },
  noneWhy: {
    nl: 'Er is nog niets uitgegeven, of er is geen diploma met dit nummer.',
    en: 'Nothing was issued yet, or there is no diploma with this number.',
  },
  next: { nl: 'Oudere diploma’s', en: 'Older diplomas' },
  gone: { nl: '(houder verwijderd)', en: '(holder erased)' },
} satisfies Record<string, Text>

/** Every diploma that was issued, newest first. */
export const issuedPage = page(ISSUED_PATH, {
  read: async (door) => {
    const typed = (door.visit.query.get('q') ?? '').trim().slice(0, 40)
    const number = typed === '' ? null : (readDiplomaNumber(typed) ?? typed)
    const before = /^\d{1,8}$/.exec(door.visit.query.get('voor') ?? '')?.[0]
    const { rows } = await door.list(DIPLOMAS, 'diplomas', {
      rows: listDiplomas({ number, before: before === undefined ? null : Number(before) }),
    })
    return { typed, rows: rows.slice(0, DIPLOMAS_PAGE), more: rows.length > DIPLOMAS_PAGE }
  },
  view: ({ typed, rows, more }, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <DiplomaTabs current={ISSUED_PATH} />
      <Stack>
        <Toolbar>
          <SearchForm
            action={ISSUED_PATH}
            label={words.search}
            value={typed}
            clearHref={ISSUED_PATH}
          />
        </Toolbar>
        <DataTable
          caption={words.title}
          captionHidden
          rows={rows}
          href={({ dossierId, number }) =>
            dossierId === null
              ? undefined
              : `/register/diplomas/${dossierId}/${encodeURIComponent(number)}`
          }
          columns={[
            { title: DIPLOMA.number, cell: ({ number }) => groupedNumber(number) },
            {
              title: DIPLOMA.programme,
              cell: (line) => (
                <>
                  {programmeOf(line, door.language)}{' '}
                  {line.dossierId === null && (
                    <Muted>
                      <Words of={words.gone} />
                    </Muted>
                  )}
                </>
              ),
            },
            {
              title: DIPLOMA.issuedOn,
              cell: ({ issuedOn }) => <DateText day={issuedOn} form="short" />,
            },
            { title: DIPLOMA.state, cell: (line) => <StateBadge of={line} /> },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
        />
        {more && (
          <LinkButton
            href={`${ISSUED_PATH}?voor=${rows.at(-1)?.serial ?? ''}`}
            label={words.next}
            look="plain"
          />
        )}
      </Stack>
    </Screen>
  ),
})
