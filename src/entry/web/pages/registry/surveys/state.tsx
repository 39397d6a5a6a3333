import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Badge } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { SurveyLine } from '#modules/registry/index.ts'

const STATES = {
  asked: { label: { nl: 'Wacht op tekst', en: 'Waiting for text' }, tone: 'neutral' },
  worded: { label: { nl: 'Tekst is er', en: 'Text is in' }, tone: 'info' },
  planned: { label: { nl: 'Ingepland', en: 'Planned' }, tone: 'info' },
  sending: { label: { nl: 'Wordt verstuurd', en: 'Going out' }, tone: 'warning' },
  paused: { label: { nl: 'Gepauzeerd', en: 'Paused' }, tone: 'warning' },
  stopped: { label: { nl: 'Gestopt', en: 'Stopped' }, tone: 'neutral' },
  done: { label: { nl: 'Verstuurd', en: 'Sent' }, tone: 'success' },
} as const satisfies Record<
  string,
  { label: Text; tone: 'neutral' | 'info' | 'warning' | 'success' }
>

export type SurveyState = keyof typeof STATES

/** How far a survey is. */
export function stateOf(survey: SurveyLine): SurveyState {
  const { beginsOn, invited, pausedAt, settledAt, stoppedAt, worded } = survey
  if (stoppedAt) return 'stopped'
  if (settledAt) return 'done'
  if (pausedAt) return 'paused'
  if (beginsOn) return (invited ?? 0) > 0 ? 'sending' : 'planned'
  return worded ? 'worded' : 'asked'
}

export function SurveyBadge({ of }: { of: SurveyLine }): JSX.Element {
  const { label, tone } = STATES[stateOf(of)]
  return <Badge label={label} tone={tone} />
}
