import type { JSX } from 'hono/jsx/jsx-runtime'
import { Actions, Badge, type Tone, useView } from '#entry/web/components/index.ts'
import { type CountText, sayCount } from '#entry/web/words.ts'
import type { CaseloadRow } from '#modules/practice/index.ts'

interface Matter {
  readonly says: CountText
  readonly tone: Tone
  readonly count: (row: CaseloadRow) => number
}

/** What can wait in a dossier, what waits for the coach first. */
const MATTERS: readonly Matter[] = [
  {
    says: {
      one: { nl: '{count} niet akkoord', en: '{count} disputed' },
      other: { nl: '{count} niet akkoord', en: '{count} disputed' },
    },
    tone: 'warning',
    count: (row) => row.summariesDisputed,
  },
  {
    says: {
      one: { nl: '{count} concept te versturen', en: '{count} draft to send' },
      other: { nl: '{count} concepten te versturen', en: '{count} drafts to send' },
    },
    tone: 'info',
    count: (row) => row.summariesUnsent,
  },
  {
    says: {
      one: { nl: '{count} samenvatting bij de cliënt', en: '{count} summary with the client' },
      other: {
        nl: '{count} samenvattingen bij de cliënt',
        en: '{count} summaries with the client',
      },
    },
    tone: 'neutral',
    count: (row) => row.summariesUnanswered,
  },
  {
    says: {
      one: { nl: '{count} vraag bij de cliënt', en: '{count} question with the client' },
      other: { nl: '{count} vragen bij de cliënt', en: '{count} questions with the client' },
    },
    tone: 'neutral',
    count: (row) => row.consentsUnanswered,
  },
]

/** What waits in a dossier, and for whom. Nothing when nothing does. */
export function Matters({ of }: { of: CaseloadRow }): JSX.Element | null {
  const { language } = useView()
  const waiting = MATTERS.filter(({ count }) => count(of) > 0)
  if (waiting.length === 0) return null
  return (
    <Actions>
      {waiting.map(({ says, tone, count }) => (
        <Badge label={sayCount(says, count(of), language)} tone={tone} />
      ))}
    </Actions>
  )
}
