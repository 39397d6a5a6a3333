import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  countCheckpoints,
  type LedgerCheck,
  ledgerChecks,
  listCheckpoints,
} from '#duties/oversight/checkpoint.ts'
import {
  DataTable,
  EmptyState,
  Moment,
  Notice,
  PageHeader,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { formatNumber, say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { LedgerTabs } from './ledger-tabs.tsx'
import { readOverseen } from './overseen.ts'

const words = {
  ledger: { nl: 'Logboek', en: 'Ledger' },
  lead: {
    nl: 'Van tijd tot tijd wordt het logboek afgesloten met een handtekening: een ijkpunt. Verandert daarna iemand een regel, dan past de handtekening niet meer.',
    en: 'From time to time the ledger is closed with a signature: a checkpoint. If somebody changes an entry after that, the signature no longer fits.',
  },
  title: { nl: 'IJkpunten', en: 'Checkpoints' },
  newest: { nl: 'De nieuwste ijkpunten', en: 'The newest checkpoints' },
  count: {
    nl: 'Aantal in totaal: {checkpoints}. Zij omvatten {entries} regels.',
    en: 'Number in all: {checkpoints}. They hold {entries} entries.',
  },
  intact: { nl: 'Het logboek is ongeschonden', en: 'The ledger is intact' },
  broken: { nl: 'Het logboek klopt niet', en: 'The ledger is not right' },
  unknown: { nl: 'Nog niet nagegaan', en: 'Not checked yet' },
  ranAt: { nl: 'Nagegaan op', en: 'Checked on' },
  number: { nl: 'Nummer', en: 'Number' },
  closedAt: { nl: 'Afgesloten', en: 'Closed' },
  entries: { nl: 'Regels', en: 'Entries' },
  none: { nl: 'Nog geen ijkpunten', en: 'No checkpoints yet' },
  noneWhy: {
    nl: 'Het eerste wordt vanzelf gemaakt.',
    en: 'The first one is made by itself.',
  },
} satisfies Record<string, Text>

/** How the ledger was closed, and whether it still is as it was. */
export const checkpointsPage = page('/privacy/logboek/ijkpunten', {
  read: (door) =>
    readOverseen(door, 'checkpoints', {
      checkpoints: listCheckpoints,
      totals: countCheckpoints,
      checks: ledgerChecks,
    }),
  view: ({ checkpoints, totals, checks }, door) => {
    const { language } = door
    const [total] = totals
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.ledger} lead={words.lead} />
        <LedgerTabs part="checkpoints" />
        <Stack gap="large">
          <Verification checks={checks} />
          <Section
            title={words.newest}
            {...(total && total.checkpoints > 0 ? { lead: say(words.count, language, total) } : {})}
          >
            <DataTable
              caption={words.newest}
              captionHidden
              rows={checkpoints}
              columns={[
                { title: words.number, cell: ({ id }) => String(id) },
                { title: words.closedAt, cell: ({ closedAt }) => <Moment at={closedAt} /> },
                {
                  title: words.entries,
                  cell: ({ entries }) => formatNumber(entries, language),
                  align: 'end',
                },
              ]}
              empty={<EmptyState title={words.none} lead={words.noneWhy} icon="lock" />}
            />
          </Section>
        </Stack>
      </Screen>
    )
  },
})

function Verification({ checks }: { checks: readonly LedgerCheck[] }): JSX.Element {
  const newest = checks.toSorted((a, b) => Number(b.ranAt) - Number(a.ranAt)).at(0)
  if (!newest) return <Notice tone="warning" title={words.unknown} />
  const broken = checks.some(({ state }) => state === 'broken')
  return (
    <Notice tone={broken ? 'error' : 'success'} title={broken ? words.broken : words.intact}>
      <p>
        <Words of={words.ranAt} /> <Moment at={newest.ranAt} />
      </p>
    </Notice>
  )
}
