import {
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  PageHeader,
  useSay,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import {
  listTallies,
  type Measure,
  MEASURES,
  RESEARCH_EXPORTS,
  TALLIES_PAGE,
} from '#modules/registry/index.ts'
import { FoundList } from '#entry/web/pages/registry/found-list.tsx'
import { readPagedAddress } from '#entry/web/pages/registry/paged-address.ts'
import { TALLIES, TALLY_WORDS } from './places.ts'
import { TallyBadge } from './state.tsx'

const words = {
  lead: {
    nl: 'Aantallen voor anderen waarin niemand te herkennen is. Een jaar wordt één keer geteld, alle tabellen tegelijk: van twee tellingen van dezelfde mensen zou iemand het verschil kunnen nemen.',
    en: 'Figures for others in which nobody can be recognised. A year is counted once, all tables at the same moment: comparing two counts of the same people could give somebody away.',
  },
  begin: { nl: 'Telling plannen', en: 'Plan a count' },
  search: { nl: 'Zoek op jaar', en: 'Search by year' },
  notFound: { nl: 'Geen tellingen gevonden', en: 'No counts found' },
  notFoundWhy: { nl: 'Zoek op een ander jaar.', en: 'Try another year.' },
  none: { nl: 'Er is nog niets geteld', en: 'Nothing was counted yet' },
  noneWhy: {
    nl: 'Plan een telling zodra iemand aantallen over een jaar nodig heeft.',
    en: 'Plan a count as soon as somebody needs figures for a year.',
  },
} satisfies Record<string, Text>

/** Every count there is. */
export const talliesPage = page(TALLIES, {
  read: async (door) => {
    const asked = readPagedAddress(door.visit.query)
    const { rows } = await door.list(RESEARCH_EXPORTS, 'tallies', { rows: listTallies(asked) })
    return { asked, rows }
  },
  view: ({ asked, rows }, door) => (
    <Screen door={door} title={TALLY_WORDS.title}>
      <PageHeader
        title={TALLY_WORDS.title}
        lead={words.lead}
        action={<LinkButton href={`${TALLIES}/nieuw`} label={words.begin} icon="add" />}
      />
      <FoundList path={TALLIES} label={words.search} asked={asked} rows={rows} size={TALLIES_PAGE}>
        <DataTable
          caption={TALLY_WORDS.title}
          captionHidden
          rows={rows}
          href={({ id }) => `${TALLIES}/${id}`}
          columns={[
            {
              title: TALLY_WORDS.measure,
              cell: ({ measure, year }) => <Counted measure={measure} year={year} />,
            },
            {
              title: TALLY_WORDS.smallest,
              align: 'end',
              cell: ({ smallest }) => String(smallest),
            },
            { title: TALLY_WORDS.plannedOn, cell: (row) => <DateText day={row.planned_on} /> },
            { title: TALLY_WORDS.exports, align: 'end', cell: ({ exports }) => String(exports) },
            { title: TALLY_WORDS.state, cell: (row) => <TallyBadge of={row} /> },
          ]}
          empty={
            <EmptyState
              title={asked.search === '' ? words.none : words.notFound}
              lead={asked.search === '' ? words.noneWhy : words.notFoundWhy}
              icon="file"
            />
          }
        />
      </FoundList>
    </Screen>
  ),
})

function Counted({ measure, year }: { measure: Measure; year: number }) {
  return <>{`${year}: ${useSay()(MEASURES[measure])}`}</>
}
