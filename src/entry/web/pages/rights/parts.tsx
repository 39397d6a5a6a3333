import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { LETTER_ACTIONS } from '#duties/rights/answer-letter.ts'
import { HOLD_GROUNDS, REFUSAL_GROUNDS } from '#duties/rights/ground.ts'
import type { RequestLine } from '#duties/rights/request.ts'
import {
  ACTION_WORDS,
  OUTCOME_WORDS,
  type RequestState,
  STATE_WORDS,
} from '#duties/rights/words.ts'
import {
  Badge,
  DateText,
  FileLink,
  formatDay,
  type IconName,
  LinkButton,
  Notice,
  Quotation,
  Stack,
  Timeline,
  useSay,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import { type CountText, say, sayCount } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { RIGHTS, STATE_LOOKS } from './look.ts'
import type { ReadStep } from './office.ts'

const DAYS: CountText = {
  one: { nl: '{count} dag', en: '{count} day' },
  other: { nl: '{count} dagen', en: '{count} days' },
}
const LATE: CountText = {
  one: { nl: '{count} dag te laat', en: '{count} day late' },
  other: { nl: '{count} dagen te laat', en: '{count} days late' },
}

/** States in which no term runs out. */
const STANDING_STILL: ReadonlySet<RequestState> = new Set(['identifying', 'paused', 'held'])

/** From so many days left on a term asks for attention. */
const SOON_DAYS = 7

export function StateBadge({ of }: { of: Pick<RequestLine, 'state'> }): JSX.Element {
  return <Badge label={STATE_WORDS[of.state]} {...STATE_LOOKS[of.state]} />
}

/** Days left of the term, as words that stand out when there are few. */
export function DaysLeft({
  of,
}: {
  of: Pick<RequestLine, 'daysLeft' | 'state' | 'closedAt'>
}): JSX.Element {
  const { language } = useView()
  const { daysLeft, state } = of
  if (daysLeft === null) return <>–</>
  if (STANDING_STILL.has(state)) {
    return <Badge label={RIGHTS.still} tone="neutral" icon="clock" />
  }
  if (daysLeft < 0) {
    return <Badge label={sayCount(LATE, -daysLeft, language)} tone="error" icon="alert" />
  }
  const tone = daysLeft <= SOON_DAYS ? 'warning' : 'neutral'
  return <Badge label={sayCount(DAYS, daysLeft, language)} tone={tone} icon="clock" />
}

/** What became of a closed request. */
export function OutcomeText({
  of: { outcome, ground },
}: {
  of: Pick<RequestLine, 'outcome' | 'ground'>
}): JSX.Element {
  const say = useSay()
  if (outcome) return <Words of={OUTCOME_WORDS[outcome]} />
  const known = REFUSAL_GROUNDS[ground ?? '']
  if (!known) return <></>
  return <>{`${say(known.says)} (${say(known.article)})`}</>
}

const ICONS: Readonly<Record<string, IconName>> = {
  ask: 'mail',
  confirm: 'check',
  'ask-identity': 'person',
  'send-copy': 'file',
  'reject-copy': 'trash',
  establish: 'check',
  pause: 'clock',
  answer: 'speech',
  extend: 'calendar',
  grant: 'check',
  hold: 'lock',
  resume: 'right',
  finish: 'circleCheck',
  refuse: 'circleCross',
  withdraw: 'cross',
  lapse: 'cross',
  'announce-lifting': 'calendar',
}

export interface HistoryProps {
  readonly steps: readonly ReadStep[]
  /** Where the letters of the steps stand. */
  readonly path: string
}

/** What happened with a request, step by step, with its letters. */
export function History({ steps, path }: HistoryProps): JSX.Element {
  const say = useSay()
  const entries = steps.toReversed().map((step) => ({
    at: step.takenAt,
    says: ACTION_WORDS[step.action] ?? step.action,
    icon: ICONS[step.action] ?? ('circle' as const),
    detail: (
      <Stack gap="small">
        {step.note !== '' && <Quotation by={say(RIGHTS.note)} text={step.note} />}
        {LETTER_ACTIONS.has(step.action) && (
          <FileLink href={`${path}/brief/${step.id}`} name={say(RIGHTS.letter)} kind="PDF" />
        )}
      </Stack>
    ),
  }))
  return <Timeline entries={entries} />
}

/** By when an answer comes, or that the clock stands still. */
export function DueText({
  of,
}: {
  of: Pick<RequestLine, 'dueOn' | 'state' | 'closedAt'>
}): JSX.Element {
  if (of.closedAt) return <DateText day={of.closedAt} />
  if (STANDING_STILL.has(of.state)) return <Words of={RIGHTS.standsStill} />
  return <DateText day={of.dueOn} />
}

const KEPT = {
  held: {
    nl: 'De verwijdering moet nog wachten. De reden: {reason}. Zij gaat vanzelf door zodra dat voorbij is.',
    en: 'The erasure has to wait. The reason: {reason}. It goes on by itself as soon as that is over.',
  },
  until: { nl: 'Op zijn laatst op {day}.', en: 'On {day} at the latest.' },
  early: { nl: 'De reden: {reason}.', en: 'The reason: {reason}.' },
  byLaw: {
    nl: 'Een wet verplicht ons deze gegevens te bewaren tot {day}.',
    en: 'A law obliges us to keep these data until {day}.',
  },
  stillYours: {
    nl: 'U kunt wel vragen om de gegevens af te schermen: dan bewaren wij ze, maar niemand ziet of gebruikt ze nog. Ook inzage en verbetering blijven mogelijk.',
    en: 'You can ask to have the data shielded: we then keep them, but nobody sees or uses them any more. Access and correction stay possible too.',
  },
  shield: { nl: 'Afschermen vragen', en: 'Ask to shield them' },
} satisfies Record<string, Text>

export interface KeptNoticeProps {
  readonly state: RequestState
  readonly steps: readonly ReadStep[]
  /** Where restriction is asked; nothing for the desk. */
  readonly askHref?: string
}

/** Why what was asked to be erased is still kept, until when, and what can be asked instead. */
export function KeptNotice({ state, steps, askHref }: KeptNoticeProps): JSX.Element {
  const { language } = useView()
  const last = steps.at(-1)
  const byLaw = state !== 'held' && typeof last?.untilOn === 'string'
  const early = last?.ground === 'not-yet'
  if (!last || (state !== 'held' && !byLaw && !early && last.ground !== 'legal-duty')) return <></>
  const day = last.untilOn ? formatDay(last.untilOn, language) : ''
  const reason = HOLD_GROUNDS[last.ground ?? '']?.[language] ?? ''
  const lines =
    state === 'held'
      ? [say(KEPT.held, language, { reason }), day && say(KEPT.until, language, { day })]
      : [early ? say(KEPT.early, language, { reason }) : day && say(KEPT.byLaw, language, { day })]
  return (
    <Notice
      tone="warning"
      action={askHref && <LinkButton href={askHref} label={KEPT.shield} look="plain" />}
    >
      {lines.join(' ')} {askHref && <Words of={KEPT.stillYours} />}
    </Notice>
  )
}
