import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  EmptyState,
  ErrorSummary,
  Form,
  type Option,
  PageHeader,
  SelectField,
  TextField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import type { Route } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { wholeNumber } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import {
  isDay,
  planAppointments,
  type PlannableClient,
  plannableReads,
  readPlannable,
  sayName,
  WEEKS_MAX,
} from '#modules/practice/index.ts'
import type { Access } from '#store/access.ts'
import { selectReadable } from '#store/readable.ts'
import {
  type AgendaDesk,
  appointmentPath,
  calendarPost,
  COACH_AGENDA,
  expectPlanning,
  PLANNER_AGENDA,
  SUBSTITUTE_AGENDA,
} from './desk.ts'
import { APPOINTMENT_INPUT, APPOINTMENT_LABELS, AppointmentFields, clockTime } from './fields.tsx'

const words = {
  title: { nl: 'Afspraak plannen', en: 'Plan an appointment' },
  lead: {
    nl: 'De cliënt krijgt een uitnodiging per e-mail. Daarin staat alleen de tijd.',
    en: 'The client gets an invitation by e-mail. It says the time only.',
  },
  agenda: { nl: 'Agenda', en: 'Calendar' },
  client: { nl: 'Met wie?', en: 'With whom?' },
  choose: { nl: 'Kies een cliënt.', en: 'Choose a client.' },
  weeks: { nl: 'Hoeveel weken achter elkaar?', en: 'For how many weeks in a row?' },
  weeksHint: {
    nl: 'Bij 1 is het één afspraak. Elke afspraak kan daarna apart worden verzet.',
    en: 'With 1 it is one appointment. Each can be moved by itself afterwards.',
  },
  submit: { nl: 'Plannen', en: 'Plan' },
  nobody: { nl: 'Er is niemand om mee af te spreken', en: 'There is nobody to plan with' },
  nobodyWhy: {
    nl: 'Afspraken plant u met cliënten van wie de dienst loopt.',
    en: 'You plan appointments with clients whose service is running.',
  },
} satisfies Record<string, Text>

interface PlanPage {
  readonly desk: AgendaDesk
  readonly access: Access
  readonly clients: readonly Option[]
  readonly asked: { readonly dossier: string; readonly day: string; readonly time: string }
}

/** Plans an appointment with a client, or the same one for some weeks. */
export const planPages: readonly Route[] = [COACH_AGENDA, SUBSTITUTE_AGENDA, PLANNER_AGENDA].map(
  (desk) =>
    formPage(`${desk.path}/nieuw`, {
      input: z.object({
        ...APPOINTMENT_INPUT,
        dossierId: z.uuid(because(words.choose)),
        weeks: wholeNumber({ minimum: 1, maximum: WEEKS_MAX }),
      }),
      labels: { ...APPOINTMENT_LABELS, dossierId: words.client, weeks: words.weeks },
      read: (door) => readPlan(door, desk),
      view: drawPlan,
      act: async ({ door, input, formId }) => {
        const { dossierId, anyway, ...plan } = input
        const post = calendarPost(door)
        await once(() =>
          door.changeDossier(desk.activity, dossierId, (tx) =>
            planAppointments(tx, { ...plan, id: formId, anyway: anyway !== undefined, post }),
          ),
        )
        const to = appointmentPath(desk, { dossierId, id: formId })
        return { to, done: 'appointment-planned' }
      },
    }),
)

async function readPlan(door: Door, desk: AgendaDesk): Promise<PlanPage> {
  await expectPlanning(door, desk)
  const access = await door.access(desk.activity)
  const rows = await door.list(desk.activity, 'agenda-clients', {
    ...plannableReads(access),
    members: selectReadable(access, 'members', { needs: ['account_id', 'name'] }),
  })
  const coaches = new Map(rows.members.map((row) => [row.account_id, row.name]))
  const clients = readPlannable(rows, !desk.own).map((client) => toOption(client, coaches))
  const { query } = door.visit
  const day = query.get('dag') ?? ''
  const time = query.get('tijd') ?? ''
  return {
    desk,
    access,
    clients,
    asked: {
      dossier: query.get('dossier') ?? '',
      day: isDay(day) ? day : '',
      time: clockTime().safeParse(time).success ? time : '',
    },
  }
}

function toOption(client: PlannableClient, coaches: ReadonlyMap<string, string>): Option {
  const { coachId, dossierId, name, reference } = client
  const coach = coachId === undefined ? undefined : coaches.get(coachId)
  const who = name ? `${sayName(name)} (${reference})` : reference
  return { value: dossierId, label: coach ? `${who} · ${coach}` : who }
}

function drawPlan(data: PlanPage, form: FormState, door: Door): JSX.Element {
  const { desk, access, clients, asked } = data
  const home = desk === SUBSTITUTE_AGENDA ? COACH_AGENDA.path : desk.path
  return (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: words.agenda, href: home }]}
      />
      <ErrorSummary errors={form.faults} />
      {clients.length === 0 ? (
        <EmptyState title={words.nobody} lead={words.nobodyWhy} icon="people" />
      ) : (
        <Form
          action={`${desk.path}/nieuw`}
          submit={words.submit}
          cancelHref={home}
          formId={form.formId}
        >
          <SelectField
            name="dossierId"
            label={words.client}
            required
            options={clients}
            value={form.value('dossierId', asked.dossier)}
            error={form.fault('dossierId')}
          />
          <AppointmentFields form={form} access={access} day={asked.day} time={asked.time} />
          <TextField
            name="weeks"
            label={words.weeks}
            hint={words.weeksHint}
            inputmode="numeric"
            width="short"
            required
            value={form.value('weeks', '1')}
            error={form.fault('weeks')}
          />
        </Form>
      )}
    </Screen>
  )
}
