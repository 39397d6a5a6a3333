import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Actions, Badge, StatusBadge, type Tone, useView } from '#entry/web/components/index.ts'
import { type CountText, sayCount } from '#entry/web/words.ts'
import type { CaseloadRow } from '#modules/practice/index.ts'
import { SERVICE_STATUSES } from './words.ts'

interface Matter {
  readonly says: CountText
  readonly tone: Tone
  readonly count: (row: CaseloadRow) => number
}

/** What can wait in a dossier, what waits for the coach first. */
const MATTERS: readonly Matter[] = [
  {
    says: {
      one: { nl: '{count} termijn voorbij', en: '{count} term over' },
      other: { nl: '{count} termijnen voorbij', en: '{count} terms over' },
    },
    tone: 'warning',
    count: (row) => row.termsLate,
  },
  {
    says: {
      one: { nl: '{count} termijn nadert', en: '{count} term near' },
      other: { nl: '{count} termijnen naderen', en: '{count} terms near' },
    },
    tone: 'info',
    count: (row) => row.termsSoon,
  },
  {
    says: {
      one: { nl: '{count} actie te laat', en: '{count} action late' },
      other: { nl: '{count} acties te laat', en: '{count} actions late' },
    },
    tone: 'warning',
    count: (row) => row.actionsLate,
  },
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
      one: { nl: '{count} concept', en: '{count} draft' },
      other: { nl: '{count} concepten', en: '{count} drafts' },
    },
    tone: 'info',
    count: (row) => row.summariesUnsent,
  },
  {
    says: {
      one: { nl: '{count} bij de cliënt', en: '{count} with the client' },
      other: {
        nl: '{count} bij de cliënt',
        en: '{count} with the client',
      },
    },
    tone: 'neutral',
    count: (row) => row.summariesUnanswered,
  },
  {
    says: {
      one: { nl: '{count} vraag', en: '{count} question' },
      other: { nl: '{count} vragen', en: '{count} questions' },
    },
    tone: 'neutral',
    count: (row) => row.consentsUnanswered,
  },
]

/**
 * What waits in a dossier, and for whom; and its state, unless it simply runs. Nothing when nothing
 * does.
 */
export function Matters(props: { of: CaseloadRow; withState?: boolean }): JSX.Element | null {
  const { of, withState } = props
  const { language } = useView()
  const state = withState && of.state !== 'active' ? of.state : undefined
  if (!state && !MATTERS.some(({ count }) => count(of) > 0)) return null
  const waiting = MATTERS.filter(({ count }) => count(of) > 0)
  return (
    <Actions>
      {state && <StatusBadge status={SERVICE_STATUSES[state]} />}
      {waiting.map(({ says, tone, count }) => (
        <Badge label={sayCount(says, count(of), language)} tone={tone} />
      ))}
    </Actions>
  )
}
