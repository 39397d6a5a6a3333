import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  Actions,
  Badge,
  DescriptionList,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  Panel,
  Section,
  Stack,
  type Tone,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  answerProposal,
  type Appointment,
  appointmentReads,
  type AppointmentState,
  cancelAppointment,
  isToCome,
  moveAppointment,
  periodOf,
  proposeTimes,
  readAppointments,
} from '#modules/practice/index.ts'
import { COACH, SUBSTITUTE } from '#entry/web/pages/work/desk.ts'
import type { Access } from '#store/access.ts'
import {
  type AgendaDesk,
  appointmentPath,
  calendarPost,
  COACH_AGENDA,
  PLANNER_AGENDA,
  SUBSTITUTE_AGENDA,
} from './desk.ts'
import { APPOINTMENT_INPUT, APPOINTMENT_LABELS, AppointmentFields } from './fields.tsx'
import { clientText, stateText } from './items.ts'
import { describe, type OpenedAppointment, ProposalPanel, readAnswer } from './proposal.tsx'
import { readTimes, TIMES_INPUT, TimesFields } from './times.tsx'

const words = {
  agenda: { nl: 'Agenda', en: 'Calendar' },
  title: { nl: 'Afspraak met {client}', en: 'Appointment with {client}' },
  dossier: { nl: 'Naar het dossier', en: 'To the dossier' },
  change: { nl: 'Verzetten of wijzigen', en: 'Move or change' },
  save: { nl: 'Opslaan', en: 'Save' },
  cancel: { nl: 'Afspraak afzeggen', en: 'Cancel the appointment' },
  cancelWhy: {
    nl: 'De cliënt krijgt bericht en de afspraak verdwijnt uit gekoppelde agenda’s.',
    en: 'The client is told and the appointment goes from linked calendars.',
  },
  propose: { nl: 'Andere tijden voorstellen', en: 'Propose other times' },
  proposeWhy: {
    nl: 'De cliënt kiest er een. Tot dan blijft de afspraak staan.',
    en: 'The client chooses one. Until then the appointment stays.',
  },
  proposeSubmit: { nl: 'Voorstellen', en: 'Propose' },
} satisfies Record<string, Text>

const TONES: Readonly<Record<AppointmentState, Tone>> = {
  planned: 'info',
  confirmed: 'success',
  tentative: 'warning',
  declined: 'warning',
  cancelled: 'neutral',
  past: 'neutral',
}

interface AppointmentPage {
  readonly desk: AgendaDesk
  readonly access: Access
  readonly appointment: OpenedAppointment
  readonly path: string
}

const DESKS = [COACH_AGENDA, SUBSTITUTE_AGENDA, PLANNER_AGENDA]
const AT = 'afspraak/:dossier/:id'

/** One appointment: what it is, changing it, and what client and practice propose. */
export const appointmentPages: readonly Route[] = DESKS.flatMap((desk) => [
  formPage(`${desk.path}/${AT}`, {
    input: z.object(APPOINTMENT_INPUT),
    labels: APPOINTMENT_LABELS,
    read: (door, params) => openAppointment(door, desk, params),
    view: drawAppointment,
    act: async ({ door, input, params }) => {
      const [dossierId, id] = [idOf(params, 'dossier'), idOf(params)]
      const { day, time, minutes, anyway, ...details } = input
      const period = periodOf({ day, time, minutes })
      const move = { id, ...period, ...details, anyway: anyway !== undefined }
      await door.changeDossier(desk.activity, dossierId, (tx) =>
        moveAppointment(tx, { ...move, post: calendarPost(door) }),
      )
      return { to: appointmentPath(desk, { dossierId, id }), done: 'appointment-changed' }
    },
  }),
  act(`${desk.path}/${AT}/afzeggen`, async ({ door, params }) => {
    const [dossierId, id] = [idOf(params, 'dossier'), idOf(params)]
    const post = calendarPost(door)
    await once(() =>
      door.changeDossier(desk.activity, dossierId, (tx) => cancelAppointment(tx, { id, post })),
    )
    return { to: appointmentPath(desk, { dossierId, id }), done: 'appointment-cancelled' }
  }),
  act(`${desk.path}/${AT}/antwoord`, async ({ door, input, params }) => {
    const [dossierId, id] = [idOf(params, 'dossier'), idOf(params)]
    const answer = { id, ...readAnswer(input), post: calendarPost(door) }
    await once(() =>
      door.changeDossier(desk.activity, dossierId, (tx) => answerProposal(tx, answer)),
    )
    return { to: appointmentPath(desk, { dossierId, id }), done: 'appointment-answered' }
  }),
  formPage(`${desk.path}/${AT}/voorstel`, {
    input: TIMES_INPUT,
    read: (door, params) => openAppointment(door, desk, params),
    view: drawProposing,
    act: async ({ door, input, params, formId }) => {
      const [dossierId, id] = [idOf(params, 'dossier'), idOf(params)]
      const proposal = { formId, id, times: readTimes(input), post: calendarPost(door) }
      await once(() =>
        door.changeDossier(desk.activity, dossierId, (tx) => proposeTimes(tx, proposal)),
      )
      return { to: appointmentPath(desk, { dossierId, id }), done: 'times-proposed' }
    },
  }),
])

async function openAppointment(
  door: Door,
  desk: AgendaDesk,
  params: Params,
): Promise<AppointmentPage> {
  const [dossierId, id] = [idOf(params, 'dossier'), idOf(params)]
  const access = await door.access(desk.activity)
  const { dossier, answers } = await door.open(
    desk.activity,
    dossierId,
    appointmentReads(access, dossierId),
  )
  const appointment = readAppointments(dossier, answers).find((each) => each.id === id)
  if (!appointment) throw new AppError('NOT_FOUND')
  return { desk, access, appointment, path: appointmentPath(desk, appointment) }
}

function titleOf(appointment: Appointment): Text {
  const client = clientText(appointment)
  return {
    nl: words.title.nl.replace('{client}', client),
    en: words.title.en.replace('{client}', client),
  }
}

function agendaCrumb(desk: AgendaDesk) {
  const href = desk === SUBSTITUTE_AGENDA ? COACH_AGENDA.path : desk.path
  return { label: words.agenda, href }
}

function drawAppointment(data: AppointmentPage, form: FormState, door: Door): JSX.Element {
  const { desk, access, appointment, path } = data
  const { dossierId, state } = appointment
  const isOpen = isToCome(state)
  const file = desk === SUBSTITUTE_AGENDA ? SUBSTITUTE : COACH
  const title = titleOf(appointment)
  return (
    <Screen door={door} title={title} width="narrow">
      <PageHeader
        title={title}
        status={<Badge label={stateText(appointment)} tone={TONES[state]} />}
        breadcrumbs={[agendaCrumb(desk)]}
        action={
          desk.own && (
            <LinkButton href={`${file.path}/${dossierId}`} label={words.dossier} look="plain" />
          )
        }
      />
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        <DescriptionList items={describe(appointment)} />
        {isOpen && <ProposalPanel appointment={appointment} path={path} side="practice" />}
        {isOpen && (
          <Section title={words.change}>
            <Form action={path} submit={words.save} formId={form.formId}>
              <AppointmentFields form={form} access={access} appointment={appointment} />
            </Form>
          </Section>
        )}
        {isOpen && (
          <Panel title={words.propose}>
            <p>
              <Words of={words.proposeWhy} />
            </p>
            <Actions>
              <LinkButton
                href={`${path}/voorstel`}
                label={words.propose}
                look="plain"
                size="small"
              />
            </Actions>
          </Panel>
        )}
        {isOpen && (
          <Panel title={words.cancel}>
            <p>
              <Words of={words.cancelWhy} />
            </p>
            <ActionForm
              action={`${path}/afzeggen`}
              label={words.cancel}
              look="danger"
              size="small"
            />
          </Panel>
        )}
      </Stack>
    </Screen>
  )
}

function drawProposing(data: AppointmentPage, form: FormState, door: Door): JSX.Element {
  const { desk, appointment, path } = data
  return (
    <Screen door={door} title={words.propose} width="narrow">
      <PageHeader
        title={words.propose}
        lead={words.proposeWhy}
        breadcrumbs={[agendaCrumb(desk), { label: titleOf(appointment), href: path }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${path}/voorstel`}
        submit={words.proposeSubmit}
        cancelHref={path}
        formId={form.formId}
      >
        <TimesFields form={form} />
      </Form>
    </Screen>
  )
}
