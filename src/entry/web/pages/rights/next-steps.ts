import type { DeskRequest } from '#duties/rights/request.ts'
import type { IconName } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

/** A step that the desk can take now: the page on which it is taken. */
export interface NextStep {
  readonly label: Text
  /** Under the path of the request. */
  readonly part: string
  readonly icon: IconName
}

function step(nl: string, en: string, part: string, icon: IconName): NextStep {
  return { label: { nl, en }, part, icon }
}

const IDENTIFY = step('Identiteit vaststellen', 'Establish identity', 'identiteit', 'person')
const ASK = step('Om bewijs vragen', 'Ask for proof', 'stap/ask-identity', 'mail')
const GRANT = step('Toewijzen', 'Grant', 'stap/grant', 'check')
const PAUSE = step('Iets navragen', 'Ask a question', 'stap/pause', 'speech')
const ANSWER = step('Antwoord ontvangen', 'Answer received', 'stap/answer', 'speech')
const EXTEND = step('Termijn verlengen', 'Extend the term', 'stap/extend', 'calendar')
const REFUSE = step('Afwijzen', 'Refuse', 'stap/refuse', 'cross')
const WITHDRAW = step('Ingetrokken', 'Withdrawn', 'stap/withdraw', 'cross')
const CONSENT = step('Toestemming intrekken', 'Withdraw the consent', 'toestemming', 'check')
const COPY = step('Kopie uit de post', 'Copy from the post', 'kopie', 'file')

const BY_STATE: Readonly<Record<string, readonly NextStep[]>> = {
  received: [IDENTIFY, ASK, EXTEND, REFUSE, WITHDRAW],
  identifying: [IDENTIFY, COPY, EXTEND, REFUSE, WITHDRAW],
  weighing: [GRANT, PAUSE, EXTEND, REFUSE, WITHDRAW],
  paused: [ANSWER, EXTEND, WITHDRAW],
  held: [WITHDRAW],
}

const WITHDRAWABLE: ReadonlySet<string> = new Set(['received', 'identifying', 'weighing'])

/**
 * What the desk can do with a request, the likely step first. It decides nothing: the table of
 * transitions does.
 */
export function stepsFor({ state, kind, extendedOn }: DeskRequest | Shown): readonly NextStep[] {
  const steps = BY_STATE[state] ?? []
  const possible = extendedOn ? steps.filter((each) => each !== EXTEND) : steps
  const withdraws = kind === 'withdrawal' && WITHDRAWABLE.has(state)
  return withdraws ? [CONSENT, ...possible.filter((each) => each !== GRANT)] : possible
}

type Shown = Pick<DeskRequest, 'state' | 'kind' | 'extendedOn'>
