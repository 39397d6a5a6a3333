import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  type Description,
  formatDay,
  formatTime,
  HiddenField,
  Notice,
  Stack,
  Times,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  type Appointment,
  APPOINTMENT_WAYS,
  type AppointmentDetails,
} from '#modules/practice/index.ts'

const words = {
  when: { nl: 'Wanneer', en: 'When' },
  how: { nl: 'Hoe', en: 'How' },
  where: { nl: 'Waar', en: 'Where' },
  remark: { nl: 'Opmerking', en: 'Remark' },
  coach: { nl: 'Coach', en: 'Coach' },
  asks: { nl: 'De cliënt vraagt een andere tijd', en: 'The client asks for another time' },
  offered: { nl: 'U stelde deze tijden voor', en: 'You proposed these times' },
  keep: { nl: 'Geen van deze kan', en: 'None of these is possible' },
} satisfies Record<string, Text>

/** An appointment as the opened dossier has it. */
export type OpenedAppointment = Appointment & AppointmentDetails

/** Which proposal is answered, and with which time. */
export function readAnswer(input: Params): { proposalId: string; chosen?: Date } {
  const proposalId = idOf(input, 'proposal')
  const text = input['chosen'] ?? ''
  if (text === '') return { proposalId }
  const chosen = new Date(text)
  if (Number.isNaN(chosen.getTime())) throw new AppError('INVALID')
  return { proposalId, chosen }
}

/** When, how, where and with whom. */
export function describe(appointment: OpenedAppointment): Description[] {
  const { coach, endsAt, place, remark, startsAt, way } = appointment
  return [
    {
      term: words.when,
      value: <Times from={startsAt} until={endsAt} />,
    },
    { term: words.how, value: <Words of={APPOINTMENT_WAYS[way]} /> },
    ...(place ? [{ term: words.where, value: place }] : []),
    ...(remark ? [{ term: words.remark, value: remark }] : []),
    ...(coach ? [{ term: words.coach, value: coach }] : []),
  ]
}

interface ProposalPanelProps {
  readonly appointment: Appointment
  readonly path: string
  /** Whose page it is on: who proposed does not choose. */
  readonly side: 'client' | 'practice'
}

/** The times that one side proposed, for the other to choose from. */
export function ProposalPanel(props: ProposalPanelProps): JSX.Element | null {
  const { language } = useView()
  const { appointment, path, side } = props
  const { proposal } = appointment
  if (!proposal) return null
  const isOwn = proposal.side === side
  const asked = side === 'practice' ? words.asks : PROPOSED_TO_CLIENT
  const answer = `${path}/antwoord`
  return (
    <Notice tone="warning" title={isOwn ? words.offered : asked}>
      <Stack gap="small">
        {proposal.times.map((time) => {
          const says = `${formatDay(time, language)}, ${formatTime(time, language)}`
          return isOwn ? (
            <p>{says}</p>
          ) : (
            <ActionForm action={answer} label={says} look="plain" size="small">
              <HiddenField name="proposal" value={proposal.id} />
              <HiddenField name="chosen" value={time.toISOString()} />
            </ActionForm>
          )
        })}
        {!isOwn && (
          <ActionForm action={answer} label={words.keep} look="quiet" size="small">
            <HiddenField name="proposal" value={proposal.id} />
          </ActionForm>
        )}
      </Stack>
    </Notice>
  )
}

const PROPOSED_TO_CLIENT: Text = {
  nl: 'Er worden u andere tijden voorgesteld. Welke kiest u?',
  en: 'Other times are proposed to you. Which one do you choose?',
}
