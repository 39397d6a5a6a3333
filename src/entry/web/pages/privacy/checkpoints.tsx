import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CheckpointLine, LedgerCheck } from '#duties/oversight/checkpoint.ts'
import {
  DataTable,
  EmptyState,
  Moment,
  Notice,
  Panel,
  useSay,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

const words = {
  title: { nl: 'IJkpunten', en: 'Checkpoints' },
  why: {
    nl: 'Van tijd tot tijd wordt het logboek afgesloten met een handtekening. Verandert daarna iemand een regel, dan past de handtekening niet meer.',
    en: 'From time to time the ledger is closed with a signature. If somebody changes an entry after that, the signature no longer fits.',
  },
  count: {
    nl: '{checkpoints} ijkpunten met samen {entries} regels.',
    en: '{checkpoints} checkpoints with {entries} entries in all.',
  },
  intact: { nl: 'Het logboek is ongeschonden', en: 'The ledger is intact' },
  broken: { nl: 'Het logboek klopt niet', en: 'The ledger is not right' },
  unknown: { nl: 'Nog niet nagegaan', en: 'Not checked yet' },
  ranAt: { nl: 'Nagegaan op', en: 'Checked on' },
  number: { nl: 'Nr.', en: 'No.' },
  closedAt: { nl: 'Afgesloten', en: 'Closed' },
  entries: { nl: 'Regels', en: 'Entries' },
  none: { nl: 'Nog geen ijkpunten', en: 'No checkpoints yet' },
  noneWhy: {
    nl: 'Het eerste wordt vanzelf gemaakt.',
    en: 'The first one is made by itself.',
  },
} satisfies Record<string, Text>

export interface CheckpointState {
  readonly checkpoints: readonly CheckpointLine[]
  readonly total: number
  /** Entries in all of them. */
  readonly closed: number
  readonly checks: readonly LedgerCheck[]
}

/** How the ledger was closed, and whether it still is as it was. */
export function CheckpointPanel({ state }: { state: CheckpointState }): JSX.Element {
  const say = useSay()
  const { checkpoints, total, closed } = state
  return (
    <Panel title={words.title}>
      <Verification checks={state.checks} />
      <p>
        <Words of={words.why} />
      </p>
      {total > 0 && <p>{say(words.count, { checkpoints: total, entries: closed })}</p>}
      <DataTable
        caption={words.title}
        captionHidden
        rows={checkpoints}
        columns={[
          { title: words.number, cell: ({ id }) => String(id) },
          { title: words.closedAt, cell: ({ closedAt }) => <Moment at={closedAt} /> },
          { title: words.entries, cell: ({ entries }) => String(entries), align: 'end' },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="lock" />}
      />
    </Panel>
  )
}

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
