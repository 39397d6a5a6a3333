import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { CheckSpan } from '#duties/oversight/history.ts'
import type { CheckState } from '#duties/promises/promise-state.ts'
import { DataTable, DateText, Section, StatusBadge, TimeText } from '#entry/web/components/index.ts'
import { formatNumber } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import { asSentence } from './promise-line.tsx'

const words = {
  history: { nl: 'Verloop', en: 'History' },
  lead: {
    nl: 'Wanneer een controle rood of weer groen werd, en hoe vaak zij daarna hetzelfde vond.',
    en: 'When a check turned red or green again, and how often it found the same after that.',
  },
  from: { nl: 'Vanaf', en: 'From' },
  until: { nl: 'Tot en met', en: 'Up to' },
  check: { nl: 'Controle', en: 'Check' },
  state: { nl: 'Uitkomst', en: 'Outcome' },
  runs: { nl: 'Keren', en: 'Times' },
  records: { nl: 'Nagekeken', en: 'Looked at' },
  wrong: { nl: 'Fout', en: 'Wrong' },
} satisfies Record<string, Text>

export interface PromiseHistoryProps {
  readonly spans: readonly CheckSpan[]
  readonly checks: readonly CheckState[]
  readonly language: Language
}

/** How a promise fared: each time that a check came to something else than before. */
export function PromiseHistory({ spans, checks, language }: PromiseHistoryProps): JSX.Element {
  const says = new Map(checks.map((check) => [check.name, check.says]))
  const number = (count: number) => formatNumber(count, language)
  return (
    <Section title={words.history} lead={words.lead}>
      <DataTable
        caption={words.history}
        captionHidden
        rows={spans}
        columns={[
          { title: words.from, cell: ({ from }) => <ShortMoment at={from} /> },
          { title: words.until, cell: ({ until }) => <ShortMoment at={until} /> },
          {
            title: words.check,
            cell: ({ check }) => asSentence(says.get(check) ?? { nl: check, en: check })[language],
          },
          { title: words.state, cell: ({ state }) => <StatusBadge status={state} /> },
          { title: words.runs, cell: ({ runs }) => number(runs), align: 'end' },
          { title: words.records, cell: ({ lookedAt }) => number(lookedAt), align: 'end' },
          {
            title: words.wrong,
            cell: ({ wrong }) => (wrong > 0 ? number(wrong) : ''),
            align: 'end',
          },
        ]}
        empty={null}
      />
    </Section>
  )
}

/** In digits: there are many columns. */
function ShortMoment({ at }: { at: Date }): JSX.Element {
  return (
    <>
      <DateText day={at} form="short" /> <TimeText at={at} />
    </>
  )
}
