import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ConfirmPanel,
  DateField,
  dayOf,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  PageHeader,
  Section,
  SelectField,
  Stack,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, page, type Params, type Route } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { optionalDay, requiredDay } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  changeEmployer,
  endTraining,
  interrupt,
  listTrainingPlaces,
  readRegistration,
  registrationReads,
  type RegistrationView,
  resume,
  type TrainingPlace,
} from '#modules/registry/index.ts'
import { nameOf, programmeOf, TRAINING } from './words.ts'

const words = {
  title: { nl: 'Verloop van de opleiding', en: 'Course of the training' },
  lead: {
    nl: 'Leg vast wat er verandert. Een reden vragen wij niet.',
    en: 'Record what changes. We do not ask for a reason.',
  },
  interrupt: { nl: 'Onderbreken', en: 'Interrupt' },
  startsOn: { nl: 'Vanaf', en: 'From' },
  endsOn: { nl: 'Weer verder op', en: 'Goes on from' },
  endsHint: { nl: 'Laat leeg als u dat nog niet weet.', en: 'Leave empty if you do not know yet.' },
  note: { nl: 'Vastleggen', en: 'Record' },
  resume: { nl: 'De opleiding gaat weer verder', en: 'The training goes on' },
  resumedOn: { nl: 'Weer verder op', en: 'Went on' },
  employer: { nl: 'Andere werkgever', en: 'Another employer' },
  employerHint: {
    nl: 'De vorige werkgever ziet de opleiding meteen niet meer.',
    en: 'The previous employer immediately stops seeing the training.',
  },
  changedOn: { nl: 'Werkt er sinds', en: 'Works there since' },
  end: { nl: 'Stoppen met de opleiding', en: 'End the training' },
  endLead: {
    nl: 'De inschrijving eindigt zonder diploma. De instellingen kunnen de inschrijving dan meteen niet meer zien. Dit kunt u niet ongedaan maken.',
    en: 'The registration ends without a diploma. The institutions immediately stop seeing it. This cannot be undone.',
  },
  stop: { nl: 'Opleiding stoppen', en: 'End the training' },
  reallyEnd: { nl: 'Deze opleiding stoppen?', en: 'End this training?' },
  stays: {
    nl: 'De inschrijving blijft bewaard, met deze einddatum.',
    en: 'The registration is kept, with this end date.',
  },
} satisfies Record<string, Text>

/** Who notes what happens in a registration, and where. */
export interface CourseAt {
  readonly activity: string
  /** Path of the registration, with `:id`. */
  readonly path: string
  /** Whether another employer can be noted here. */
  readonly moves: boolean
  /** Where one goes when it is over. */
  readonly after: string
}

interface Opened {
  readonly id: string
  readonly view: RegistrationView
  readonly places: readonly TrainingPlace[]
  readonly back: string
}

const BACKWARDS = because({
  nl: 'Deze dag ligt voor de eerste. Kies een latere dag.',
  en: 'This day is before the first. Choose a later day.',
})

const input = z.discriminatedUnion('what', [
  z
    .object({ what: z.literal('interrupt'), startsOn: requiredDay(), endsOn: optionalDay() })
    .refine(({ startsOn, endsOn }) => !endsOn || startsOn <= endsOn, {
      path: ['endsOn'],
      message: BACKWARDS,
    }),
  z.object({ what: z.literal('resume'), on: requiredDay() }),
  z.object({ what: z.literal('employer'), partyId: z.uuid(), changedOn: requiredDay() }),
])

/** The pages on which the course of a registration is noted: for students and for institutions. */
export function courseRoutes(at: CourseAt): readonly Route[] {
  const path = `${at.path}/verloop`
  const read = (door: Door, params: Params): Promise<Opened> => openCourse(door, params, at)
  return [
    formPage(path, {
      input,
      labels: words,
      read,
      view: (opened, form, door) => drawCourse({ opened, form, door, at }),
      act: async ({ door, params, formId, input: noted }) => {
        const id = idOf(params)
        await once(() =>
          door.changeDossier(at.activity, id, async (tx) => {
            if (noted.what === 'interrupt') await interrupt(tx, { id: formId, ...noted })
            else if (noted.what === 'resume') await resume(tx, noted)
            else {
              await changeEmployer(tx, { id: formId, partyId: noted.partyId, on: noted.changedOn })
            }
          }),
        )
        return { to: at.path.replace(':id', id), done: 'saved' }
      },
    }),
    page(`${at.path}/stoppen`, {
      read,
      view: (opened, door) => (
        <Screen door={door} title={words.reallyEnd} width="narrow">
          <PageHeader
            title={words.end}
            breadcrumbs={[{ label: crumbOf(opened, at, door), href: opened.back }]}
          />
          <ConfirmPanel
            title={words.reallyEnd}
            lead={words.endLead}
            stays={[words.stays]}
            action={`${opened.back}/stoppen`}
            confirm={words.stop}
            cancelHref={opened.back}
          />
        </Screen>
      ),
    }),
    act(`${at.path}/stoppen`, async ({ door, params }) => {
      const id = idOf(params)
      const on = dayOf(new Date())
      await once(() => door.changeDossier(at.activity, id, (tx) => endTraining(tx, { on })))
      return { to: at.after, done: 'training-ended' }
    }),
  ]
}

async function openCourse(door: Door, params: Params, at: CourseAt): Promise<Opened> {
  const id = idOf(params)
  const access = await door.access(at.activity)
  const { dossier, answers } = await door.open(at.activity, id, {
    ...registrationReads(access, id),
    places: listTrainingPlaces(),
  })
  const view = readRegistration(dossier, answers)
  if (!view) throw new AppError('NOT_FOUND')
  return { id, view, places: answers.places, back: at.path.replace(':id', id) }
}

/** One's own training is known by its programme, that of others by their name. */
function crumbOf({ view: { line } }: Opened, at: CourseAt, { language }: Door): string {
  return at.activity === 'self-service' ? programmeOf(line, language) : nameOf(line)
}

interface Drawn {
  readonly opened: Opened
  readonly form: FormState
  readonly door: Door
  readonly at: CourseAt
}

function drawCourse({ opened, form, door, at }: Drawn): JSX.Element {
  const { view, back } = opened
  const { state } = view.line
  const action = `${back}/verloop`
  return (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: crumbOf(opened, at, door), href: back }]}
      />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        {state === 'interrupted' ? (
          <ResumeForm action={action} form={form} />
        ) : (
          state === 'enrolled' && <InterruptForm action={action} form={form} />
        )}
        {at.moves && <EmployerForm action={action} form={form} opened={opened} />}
        <Section title={words.end} lead={words.endLead}>
          <LinkButton href={`${back}/stoppen`} label={words.stop} look="plain" />
        </Section>
      </Stack>
    </Screen>
  )
}

interface PartProps {
  readonly action: string
  readonly form: FormState
}

function InterruptForm({ action, form }: PartProps): JSX.Element {
  return (
    <Section title={words.interrupt}>
      <Form action={action} submit={words.note} formId={form.formId}>
        <HiddenField name="what" value="interrupt" />
        <DateField
          name="startsOn"
          label={words.startsOn}
          value={form.value('startsOn', dayOf(new Date()))}
          error={form.fault('startsOn')}
          required
        />
        <DateField
          name="endsOn"
          label={words.endsOn}
          hint={words.endsHint}
          value={form.value('endsOn')}
          error={form.fault('endsOn')}
        />
      </Form>
    </Section>
  )
}

function ResumeForm({ action, form }: PartProps): JSX.Element {
  return (
    <Section title={words.resume}>
      <Form action={action} submit={words.note} formId={form.formId}>
        <HiddenField name="what" value="resume" />
        <DateField
          name="on"
          label={words.resumedOn}
          value={form.value('on', dayOf(new Date()))}
          error={form.fault('on')}
          required
        />
      </Form>
    </Section>
  )
}

function EmployerForm({ action, form, opened }: PartProps & { opened: Opened }): JSX.Element {
  const { line } = opened.view
  const options = opened.places
    .filter(
      ({ sort, programmeId, name }) =>
        sort === 'care' && programmeId === line.programmeId && name !== line.institution,
    )
    .map(({ partyId, name, city }) => ({ value: partyId, label: name, hint: city }))
  return (
    <Section title={words.employer} lead={words.employerHint}>
      <Form action={action} submit={words.note} formId={form.formId}>
        <HiddenField name="what" value="employer" />
        <SelectField
          name="partyId"
          label={TRAINING.institution}
          options={options}
          value={form.value('partyId')}
          error={form.fault('partyId')}
          required
        />
        <DateField
          name="changedOn"
          label={words.changedOn}
          value={form.value('changedOn', dayOf(new Date()))}
          error={form.fault('changedOn')}
          required
        />
      </Form>
    </Section>
  )
}
