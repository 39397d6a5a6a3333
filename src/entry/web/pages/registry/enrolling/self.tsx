import { z } from 'zod'
import {
  dayOf,
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  Section,
  Stack,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import {
  PERSON_LABELS,
  PersonFields,
  personInput,
  registrantOf,
} from '#entry/web/pages/registry/person-fields.tsx'
import {
  DAYS_IN_ORDER,
  TrainingFields,
  TRAINING_LABELS,
  trainingInput,
  trainingOf,
} from '#entry/web/pages/registry/training-fields.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import type { Text } from '#kernel/language.ts'
import { enrolSelf, listOpenProgrammes, listTrainingPlaces } from '#modules/registry/index.ts'

const words = {
  title: { nl: 'Inschrijven', en: 'Enrol' },
  lead: {
    nl: 'Vul in wie u bent en welke opleiding u volgt. Uw werkgever en uw opleidingsinstituut controleren daarna de opleiding.',
    en: 'Enter who you are and which programme you follow. Your employer and your training institute then verify the programme.',
  },
  person: { nl: 'Uw gegevens', en: 'Your details' },
  training: { nl: 'Uw opleiding', en: 'Your programme' },
  send: { nl: 'Inschrijving indienen', en: 'Submit enrolment' },
  none: { nl: 'U kunt zich nu nergens voor inschrijven', en: 'There is nothing to enrol for now' },
  noneWhy: {
    nl: 'Er is nu geen opleiding met erkende instellingen. Probeer het later nog eens.',
    en: 'There is no programme with accredited institutions now. Try again later.',
  },
} satisfies Record<string, Text>

const SELF = 'self-enrolment'
const PATH = '/mijn/inschrijven'

/** Enrols oneself for a programme, a first time or again. */
export const selfEnrolPage = formPage(PATH, {
  input: z.object({ ...trainingInput, ...personInput }).refine(...DAYS_IN_ORDER),
  labels: { ...TRAINING, ...TRAINING_LABELS, ...PERSON_LABELS },
  read: (door) =>
    door.list(SELF, 'enrolling', {
      programmes: listOpenProgrammes,
      places: listTrainingPlaces(),
    }),
  view: (choices, form, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={words.lead} />
      {choices.programmes.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="file" />
      ) : (
        <Stack>
          <ErrorSummary errors={form.faults} />
          <Form action={PATH} submit={words.send} formId={form.formId}>
            <Section title={words.training}>
              <TrainingFields form={form} choices={choices} today={dayOf(new Date())} />
            </Section>
            <Section title={words.person}>
              <PersonFields form={form} />
            </Section>
          </Form>
        </Stack>
      )}
    </Screen>
  ),
  act: async ({ door, formId, input }) => {
    const registrant = registrantOf(input)
    await once(() =>
      door.change(SELF, (tx) => enrolSelf(tx, { id: formId, registrant, ...trainingOf(input) })),
    )
    return { to: '/mijn', done: 'enrolment-submitted' }
  },
})
