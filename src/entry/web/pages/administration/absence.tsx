import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  type AbsencePlan,
  changeAbsence,
  findAbsence,
  planAbsence,
} from '#duties/administration/absence.ts'
import { listStaff, type StaffMember } from '#duties/administration/staff.ts'
import {
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  SelectField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { readOffice } from './office.ts'

const words = {
  absences: { nl: 'Afwezigheid', en: 'Absence' },
  plan: { nl: 'Afwezigheid plannen', en: 'Plan an absence' },
  change: { nl: 'Afwezigheid wijzigen', en: 'Change an absence' },
  changeWhy: {
    nl: 'Wat u hier wijzigt, werkt meteen: buiten deze dagen komt de waarnemer in geen dossier.',
    en: 'What you change here takes effect at once: outside these days the substitute enters no dossier.',
  },
  cancel: { nl: 'Gaat niet door', en: 'Does not go on' },
  who: { nl: 'Wie is er afwezig', en: 'Who is away' },
  substitute: { nl: 'Wie neemt waar', en: 'Who stands in' },
  startsOn: { nl: 'Eerste dag', en: 'First day' },
  endsOn: { nl: 'Laatste dag', en: 'Last day' },
  save: { nl: 'Opslaan', en: 'Save' },
} satisfies Record<string, Text>

const input = z.object({
  accountId: z.uuid(),
  substituteId: z.uuid(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
})

const HOME = '/beheer/afwezigheid'

/** Plans an absence of anybody who works here. */
export const absencePlanPage = formPage(`${HOME}/nieuw`, {
  input,
  read: async (door) => (await readOffice(door, 'staff', { staff: listStaff })).staff,
  view: (staff, form, door) => (
    <AbsenceScreen door={door} title={words.plan} form={form}>
      <AbsenceForm action={`${HOME}/nieuw`} staff={staff} form={form} />
    </AbsenceScreen>
  ),
  act: async ({ door, formId, input: plan }) => {
    await once(() => door.change('administration', (tx) => planAbsence(tx, formId, plan)))
    return { to: HOME, done: 'absence-planned' }
  },
})

/** Changes an absence: other days, or another substitute. */
export const absenceChangePage = formPage(`${HOME}/:id`, {
  input,
  read: async (door, params) => {
    const { staff, found } = await readOffice(door, 'absences', {
      staff: listStaff,
      found: findAbsence(idOf(params)),
    })
    const [absence] = found
    if (!absence) throw new AppError('NOT_FOUND')
    return { staff, absence, id: idOf(params) }
  },
  view: ({ staff, absence, id }, form, door) => (
    <AbsenceScreen
      door={door}
      title={words.change}
      lead={words.changeWhy}
      form={form}
      action={
        <LinkButton
          href={`${HOME}/${id}/vervallen`}
          label={words.cancel}
          look="quiet"
          icon="cross"
        />
      }
    >
      <AbsenceForm action={`${HOME}/${id}`} staff={staff} form={form} plan={absence} />
    </AbsenceScreen>
  ),
  act: async ({ door, params, input: plan }) => {
    await door.change('administration', (tx) => changeAbsence(tx, idOf(params), plan))
    return { to: HOME, done: 'absence-changed' }
  },
})

interface AbsenceScreenProps {
  readonly door: Door
  readonly title: Text
  readonly lead?: Text
  readonly form: FormState
  readonly action?: JSX.Element
  readonly children?: JSX.Element
}

function AbsenceScreen({
  door,
  title,
  lead,
  form,
  action,
  children,
}: AbsenceScreenProps): JSX.Element {
  return (
    <Screen door={door} title={title} width="narrow">
      <PageHeader
        title={title}
        {...(lead ? { lead } : {})}
        action={action}
        breadcrumbs={[{ label: words.absences, href: HOME }]}
      />
      <ErrorSummary errors={form.faults} />
      {children}
    </Screen>
  )
}

interface AbsenceFormProps {
  readonly action: string
  readonly staff: readonly StaffMember[]
  readonly form: FormState
  readonly plan?: AbsencePlan
}

function AbsenceForm({ action, staff, form, plan }: AbsenceFormProps): JSX.Element {
  const options = staff
    .filter(({ left }) => !left)
    .map(({ accountId, name }) => ({ value: accountId, label: name }))
  return (
    <Form action={action} submit={words.save} cancelHref={HOME} formId={form.formId}>
      <SelectField
        name="accountId"
        label={words.who}
        options={options}
        value={form.value('accountId', plan?.accountId)}
        error={form.fault('accountId')}
        required
      />
      <SelectField
        name="substituteId"
        label={words.substitute}
        options={options}
        value={form.value('substituteId', plan?.substituteId)}
        error={form.fault('substituteId')}
        required
      />
      <DateField
        name="startsOn"
        label={words.startsOn}
        value={form.value('startsOn', plan?.startsOn)}
        error={form.fault('startsOn')}
        required
      />
      <DateField
        name="endsOn"
        label={words.endsOn}
        value={form.value('endsOn', plan?.endsOn)}
        error={form.fault('endsOn')}
        required
      />
    </Form>
  )
}
