import { DataTable, DateText, EmptyState, PageHeader, useSay } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { programmeName } from '#entry/web/pages/registry/audits/places.ts'
import type { Text } from '#kernel/language.ts'
import { ownPortfolios } from '#modules/registry/index.ts'
import { ownPortfolioPath } from './items.tsx'

const SELF_SERVICE = 'self-service'

const words = {
  title: { nl: 'Mijn portfolio', en: 'My portfolio' },
  lead: {
    nl: 'Elke opleiding heeft een eigen portfolio. U beslist wat erin komt.',
    en: 'Each programme has a portfolio of its own. You decide what goes in.',
  },
  mine: { nl: 'Mijn', en: 'Mine' },
  programme: { nl: 'Opleiding', en: 'Programme' },
  begun: { nl: 'Begonnen', en: 'Begun' },
  lookers: { nl: 'Mogen nu kijken', en: 'May look now' },
  signals: { nl: 'Signalen', en: 'Signals' },
  read: { nl: 'lezen ({count})', en: 'read ({count})' },
  none: { nl: 'U bent nog niet ingeschreven', en: 'You are not enrolled yet' },
  noneWhy: {
    nl: 'Na uw inschrijving voor een opleiding begint hier uw portfolio.',
    en: 'After you enrol in a programme your portfolio begins here.',
  },
} satisfies Record<string, Text>

/** The own registrations, each with its portfolio. */
export const ownPortfoliosPage = page('/mijn/portfolio', {
  read: (door) => door.list(SELF_SERVICE, 'portfolios', { rows: ownPortfolios }),
  view: ({ rows }, door) => (
    <Screen door={door} title={words.title} open>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: words.mine, href: '/mijn' }]}
      />
      <DataTable
        caption={words.title}
        captionHidden
        rows={rows}
        href={({ dossier_id: id }) => ownPortfolioPath(id)}
        columns={[
          { title: words.programme, cell: (row) => programmeName(row, door.language) },
          { title: words.begun, cell: (row) => <DateText day={row.starts_on} /> },
          { title: words.lookers, align: 'end', cell: ({ lookers }) => String(lookers) },
          {
            title: words.signals,
            cell: ({ dossier_id: id, signals }) =>
              signals === 0 ? '–' : <SignalsLink id={id} count={signals} />,
          },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
      />
    </Screen>
  ),
})

function SignalsLink({ id, count }: { id: string; count: number }) {
  return (
    <a href={`/mijn/registraties/${id}/signalen`}>
      {useSay()(words.read, { count: String(count) })}
    </a>
  )
}
