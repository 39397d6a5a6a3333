import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  EmptyState,
  Filters,
  Muted,
  PageHeader,
  PrintButton,
  SearchForm,
  Section,
  Stack,
  Toolbar,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import {
  type PrincipalOverview,
  readRelationOverview,
  relationLines,
} from '#modules/practice/index.ts'
import { WORK } from './words.ts'
import { kindTitle } from '#entry/web/titles.ts'

const words = {
  title: { nl: 'Opdrachtgevers', en: 'Principals' },
  lead: {
    nl: 'Per opdrachtgever wie in welk jaar welke dienst kreeg. Meer staat hier niet, en dossiers ziet u hier niet.',
    en: 'For each principal who had which service in which year. There is no more than that here, and no dossiers.',
  },
  search: { nl: 'Zoek op opdrachtgever of naam', en: 'Search by principal or name' },
  year: { nl: 'Jaar', en: 'Year' },
  all: { nl: 'Alle', en: 'All' },
  name: { nl: 'Naam', en: 'Name' },
  erased: { nl: 'verwijderd op verzoek', en: 'erased on request' },
  none: { nl: 'Nog geen opdrachtgevers', en: 'No principals yet' },
  noneWhy: {
    nl: 'Zodra een dienst begint die een opdrachtgever betaalt, komt die hier te staan.',
    en: 'As soon as a service starts that a principal pays for, it is listed here.',
  },
  noneFound: { nl: 'Niets gevonden', en: 'Nothing found' },
} satisfies Record<string, Text>

const ACTIVITY = 'relation-management'
const PATH = '/werk/opdrachtgevers'
const LONGEST_SEARCH = 200

interface PrincipalsPage {
  readonly all: readonly PrincipalOverview[]
  readonly search: string
  readonly year: number | undefined
}

/** What is kept of each principal: name, service and year, and nothing else. */
export const principalsPage = page(PATH, {
  read: async (door): Promise<PrincipalsPage> => {
    const { lines } = await door.list(ACTIVITY, 'relation-lines', { lines: relationLines })
    const { query } = door.visit
    const year = Number(query.get('jaar'))
    return {
      all: readRelationOverview(lines),
      search: (query.get('q') ?? '').slice(0, LONGEST_SEARCH).trim(),
      year: Number.isInteger(year) && year > 0 ? year : undefined,
    }
  },
  view: drawPrincipals,
})

function drawPrincipals(view: PrincipalsPage, door: Door): JSX.Element {
  const shown = narrow(view)
  return (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={shown.length > 0 && <PrintButton />}
      />
      {view.all.length > 0 && <PrincipalTools view={view} />}
      {shown.length === 0 ? (
        <EmptyState
          title={view.all.length === 0 ? words.none : words.noneFound}
          {...(view.all.length === 0 && { lead: words.noneWhy })}
          icon="people"
        />
      ) : (
        <Stack gap="large">
          {shown.map((principal) => (
            <PrincipalLines principal={principal} />
          ))}
        </Stack>
      )}
    </Screen>
  )
}

/** The lines of a year, of principals or clients whose name holds the search. */
function narrow({ all, search, year }: PrincipalsPage): PrincipalOverview[] {
  const wanted = plain(search)
  return all
    .map((principal) => ({
      ...principal,
      lines: principal.lines.filter(
        (line) =>
          (year === undefined || line.year === year) &&
          (plain(principal.name).includes(wanted) || plain(line.name ?? '').includes(wanted)),
      ),
    }))
    .filter(({ lines }) => lines.length > 0)
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function PrincipalTools({ view }: { view: PrincipalsPage }): JSX.Element {
  const { all, search, year } = view
  const lines = all.flatMap((principal) => principal.lines)
  const years = [...new Set(lines.map((line) => line.year))].toSorted((a, b) => b - a)
  const href = (wanted?: number): string => {
    const query = new URLSearchParams({
      ...(search !== '' && { q: search }),
      ...(wanted !== undefined && { jaar: String(wanted) }),
    }).toString()
    return query === '' ? PATH : `${PATH}?${query}`
  }
  return (
    <Toolbar>
      <SearchForm
        action={PATH}
        label={words.search}
        value={search}
        keep={year === undefined ? {} : { jaar: String(year) }}
        clearHref={year === undefined ? PATH : `${PATH}?jaar=${year}`}
      />
      <Filters
        groups={[
          {
            label: words.year,
            options: [
              { label: words.all, href: href(), current: year === undefined },
              ...years.map((each) => ({
                label: String(each),
                href: href(each),
                current: each === year,
                count: lines.filter((line) => line.year === each).length,
              })),
            ],
          },
        ]}
      />
    </Toolbar>
  )
}

function PrincipalLines({ principal }: { principal: PrincipalOverview }): JSX.Element {
  return (
    <Section title={principal.name}>
      <DataTable
        caption={principal.name}
        captionHidden
        rows={principal.lines}
        columns={[
          {
            title: words.name,
            cell: ({ name }) =>
              name ?? (
                <Muted>
                  <Words of={words.erased} />
                </Muted>
              ),
          },
          { title: WORK.service, cell: ({ service }) => <Words of={kindTitle(service)} /> },
          { title: words.year, cell: ({ year }) => String(year) },
        ]}
        empty={null}
      />
    </Section>
  )
}
