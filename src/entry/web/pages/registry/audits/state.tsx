import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Badge } from '#entry/web/components/index.ts'
import type { AuditLine, Judgement } from '#modules/registry/index.ts'

const STATES = {
  planned: { label: { nl: 'gepland', en: 'planned' }, tone: 'info' },
  running: { label: { nl: 'loopt', en: 'running' }, tone: 'success' },
  over: { label: { nl: 'afgelopen', en: 'over' }, tone: 'neutral' },
} as const

/** Whether an audit is to come, runs or is over. */
export function AuditBadge({ state }: { state: AuditLine['state'] }): JSX.Element {
  return <Badge {...STATES[state]} />
}

export const JUDGEMENTS = {
  'in-order': { label: { nl: 'in orde', en: 'in order' }, tone: 'success' },
  'not-in-order': { label: { nl: 'niet in orde', en: 'not in order' }, tone: 'warning' },
} as const

/** What an auditor found. */
export function JudgementBadge({ of }: { of: Judgement }): JSX.Element {
  return <Badge {...JUDGEMENTS[of]} />
}
