import { z } from 'zod'
import { dayOf, ErrorSummary, Form } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { openOwnFileWith, type OwnFile, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import {
  type TrainingChoices,
  DAYS_IN_ORDER,
  TrainingFields,
  TRAINING_LABELS,
  trainingInput,
  trainingOf,
} from '#entry/web/pages/registry/training-fields.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  correctTraining,
  listOpenProgrammes,
  listTrainingPlaces,
  readRegistration,
  type RegistrationLine,
  registrationReads,
} from '#modules/registry/index.ts'
import { trainingPath } from './own-training.ts'

const words = {
  title: { nl: 'Uw opleiding', en: 'Your programme' },
  lead: {
    nl: 'Verbeter wat er niet klopt, en dien uw inschrijving daarna in. Kiest u een andere instelling, dan ziet de vorige uw inschrijving meteen niet meer.',
    en: 'Correct what is not right, then submit your enrolment. If you choose another institution, the previous one immediately stops seeing it.',
  },
} satisfies Record<string, Text>

interface Opened {
  readonly file: OwnFile
  readonly line: RegistrationLine
  readonly choices: TrainingChoices
}

async function open(door: Door, params: Params): Promise<Opened> {
  const { file, answers, opening } = await openOwnFileWith(door, params, (access, id) => ({
    ...registrationReads(access, id),
    programmes: listOpenProgrammes,
    places: listTrainingPlaces(),
  }))
  const view = readRegistration(opening, answers)
  if (!view) throw new AppError('NOT_FOUND')
  return { file, line: view.line, choices: answers }
}

/** Puts right what one is registered for, before it is verified or after it came back. */
export const correctedTrainingPage = formPage('/mijn/dossiers/:id/opleiding/wijzigen', {
  input: z.object(trainingInput).refine(...DAYS_IN_ORDER),
  labels: { ...TRAINING, ...TRAINING_LABELS },
  read: open,
  view: ({ file, line, choices }, form, door) => (
    <OwnStepScreen door={door} file={file} part="training" title={words.title} lead={words.lead}>
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${trainingPath(file.dossier.id)}/wijzigen`}
        submit={TRAINING.save}
        cancelHref={trainingPath(file.dossier.id)}
        formId={form.formId}
      >
        <TrainingFields form={form} choices={choices} today={dayOf(new Date())} stored={line} />
      </Form>
    </OwnStepScreen>
  ),
  act: async ({ door, params, input }) => {
    const id = idOf(params)
    await door.changeDossier(SELF_SERVICE, id, (tx) => correctTraining(tx, trainingOf(input)))
    return { to: trainingPath(id), done: 'saved' }
  },
})
