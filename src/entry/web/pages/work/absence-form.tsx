import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  DateField,
  dayOf,
  ErrorSummary,
  Form,
  type Option,
  PageHeader,
  SelectField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { type AbsenceView, moveAbsence, planAbsence } from '#modules/practice/index.ts'
import { readOwnAbsences } from './absences.tsx'
import { choiceReads, colleagueOptions } from './choices.ts'
import { COACH } from './desk.ts'
import { atField } from './field-error.ts'
import { requiredDay } from './input.ts'

const words = {
  title: { nl: 'Mijn afwezigheid', en: 'My absence' },
  plan: { nl: 'Afwezigheid plannen', en: 'Plan an absence' },
  planLead: {
    nl: 'Daarna vraagt u uw cliënten of de waarnemer hun dossier mag zien.',
    en: 'After that you ask your clients whether the substitute may see their dossier.',
  },
  move: { nl: 'Dagen wijzigen', en: 'Change the days' },
  moveLead: {
    nl: 'Dit werkt meteen. Zijn cliënten al gevraagd, dan kan de afwezigheid alleen korter worden: zij stemden in met deze dagen.',
    en: 'This takes effect at once. When clients were asked already, the absence can only become shorter: they agreed to these days.',
  },
  startsOn: { nl: 'Eerste dag', en: 'First day' },
  endsOn: { nl: 'Laatste dag', en: 'Last day' },
  substitute: { nl: 'Wie neemt waar?', en: 'Who stands in?' },
  next: { nl: 'Plannen', en: 'Plan' },
  save: { nl: 'Opslaan', en: 'Save' },
} satisfies Record<string, Text>

const HOME = '/werk/afwezigheid'
const SUBSTITUTE_MISSING = because({ nl: 'Kies een collega.', en: 'Choose a colleague.' })
const LABELS = {
  startsOn: words.startsOn,
  endsOn: words.endsOn,
  substituteId: words.substitute,
}
const FIELDS = { ABSENCE_PERIOD: 'endsOn', SUBSTITUTE_SELF: 'substituteId' }
const PAST = because({ nl: 'Deze dag is al voorbij.', en: 'This day is over already.' })

/** Plans an absence of one's own. */
export const newAbsencePage = formPage(`${HOME}/nieuw`, {
  input: z.object({
    startsOn: requiredDay(),
    endsOn: requiredDay().refine((day) => day >= dayOf(new Date()), PAST),
    substituteId: z.uuid(SUBSTITUTE_MISSING),
  }),
  labels: LABELS,
  read: async (door) => {
    const access = await door.access(COACH.activity)
    if (!access.can('absences', 'insert')) throw new AppError('NOT_FOUND')
    const rows = await door.list(COACH.activity, 'colleagues', choiceReads(access))
    return colleagueOptions(rows, door.me?.accountId)
  },
  view: (colleagues, form, door) => (
    <Screen door={door} title={words.plan} width="narrow">
      <PageHeader
        title={words.plan}
        lead={words.planLead}
        breadcrumbs={[{ label: words.title, href: HOME }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${HOME}/nieuw`} submit={words.next} cancelHref={HOME} formId={form.formId}>
        <DayFields form={form} />
        <SubstituteField form={form} colleagues={colleagues} />
      </Form>
    </Screen>
  ),
  act: async ({ door, input, formId }) => {
    await once(() =>
      atField(
        door.change(COACH.activity, (tx) => planAbsence(tx, { id: formId, ...input })),
        FIELDS,
      ),
    )
    return { to: `${HOME}/${formId}`, done: 'absence-planned' }
  },
})

/** Moves an absence of one's own, or ends it early. */
export const moveAbsencePage = formPage(`${HOME}/:id/wijzigen`, {
  input: z.object({ startsOn: requiredDay(), endsOn: requiredDay() }),
  labels: LABELS,
  read: async (door, params) => findOwn(await readOwnAbsences(door), idOf(params)),
  view: (absence, form, door) => (
    <Screen door={door} title={words.move} width="narrow">
      <PageHeader
        title={words.move}
        lead={words.moveLead}
        breadcrumbs={[{ label: words.title, href: HOME }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${HOME}/${absence.id}/wijzigen`}
        submit={words.save}
        cancelHref={`${HOME}/${absence.id}`}
        formId={form.formId}
      >
        <DayFields form={form} absence={absence} />
      </Form>
    </Screen>
  ),
  act: async ({ door, input, params }) => {
    const id = idOf(params)
    await atField(
      door.change(COACH.activity, (tx) => moveAbsence(tx, { id, ...input })),
      FIELDS,
    )
    const isOver = input.endsOn < dayOf(new Date())
    return { to: isOver ? HOME : `${HOME}/${id}`, done: 'absence-changed' }
  },
})

/** @throws `NOT_FOUND` also for somebody else's absence. */
export function findOwn(absences: readonly AbsenceView[], id: string): AbsenceView {
  const absence = absences.find((each) => each.id === id)
  if (!absence) throw new AppError('NOT_FOUND')
  return absence
}

function DayFields(props: { form: FormState; absence?: AbsenceView }): JSX.Element {
  const { absence, form } = props
  return (
    <>
      <DateField
        name="startsOn"
        label={words.startsOn}
        required
        value={form.value('startsOn', absence?.startsOn)}
        error={form.fault('startsOn')}
      />
      <DateField
        name="endsOn"
        label={words.endsOn}
        required
        value={form.value('endsOn', absence?.endsOn)}
        error={form.fault('endsOn')}
      />
    </>
  )
}

function SubstituteField(props: { form: FormState; colleagues: readonly Option[] }): JSX.Element {
  const { colleagues, form } = props
  return (
    <SelectField
      name="substituteId"
      label={words.substitute}
      required
      options={colleagues}
      value={form.value('substituteId')}
      error={form.fault('substituteId')}
    />
  )
}
