import { z } from 'zod'
import { ErrorSummary, Form } from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import {
  PERSON_LABELS,
  PersonFields,
  personInput,
  registrantOf,
} from '#entry/web/pages/registry/person-fields.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import type { Text } from '#kernel/language.ts'
import { enterRegistrant } from '#modules/registry/index.ts'
import { openOwnTraining, trainingPath } from './own-training.ts'

const words = {
  title: { nl: 'Uw gegevens', en: 'Your details' },
  lead: {
    nl: 'Wat u hier invult geldt, ook voor uw diploma. Wij kunnen het niet controleren, en niemand anders verandert het. Hebt u meer inschrijvingen, dan verandert het daar mee.',
    en: 'What you enter here is what counts, also for your diploma. We cannot check it, and nobody else can change it. It also changes in your other registrations.',
  },
} satisfies Record<string, Text>

/** Enters or corrects who one is. */
export const ownPersonPage = formPage('/mijn/dossiers/:id/persoon', {
  input: z.object(personInput),
  labels: PERSON_LABELS,
  read: openOwnTraining,
  view: ({ file, view }, form, door) => (
    <OwnStepScreen door={door} file={file} part="training" title={words.title} lead={words.lead}>
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${file.path}/persoon`}
        submit={TRAINING.save}
        cancelHref={trainingPath(file.dossier.id)}
        formId={form.formId}
      >
        <PersonFields form={form} stored={view.registrant} />
      </Form>
    </OwnStepScreen>
  ),
  act: async ({ door, params, input }) => {
    const id = idOf(params)
    await door.changeDossier(SELF_SERVICE, id, (tx) => enterRegistrant(tx, registrantOf(input)))
    return { to: trainingPath(id), done: 'saved' }
  },
})
