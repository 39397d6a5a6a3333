import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  LinkButton,
  Notice,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { act, once } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'
import { SubmissionsSection } from '#entry/web/pages/registry/submissions-section.tsx'
import { TrainingSection } from '#entry/web/pages/registry/training-section.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import type { Text } from '#kernel/language.ts'
import { type RegistrationState, submit } from '#modules/registry/index.ts'
import { PersonSection } from './person-section.tsx'
import { openOwnTraining, type OwnTraining, trainingPath } from './own-training.ts'

const words = {
  enter: {
    nl: 'Vul eerst uw eigen gegevens in. Daarna dient u uw inschrijving in.',
    en: 'Enter your own details first. After that you submit your enrolment.',
  },
  enterNow: { nl: 'Gegevens invullen', en: 'Enter details' },
  submit: { nl: 'Inschrijving indienen', en: 'Submit enrolment' },
  submitLead: {
    nl: 'Kloppen uw gegevens en uw opleiding? Dien ze dan in. Uw werkgever en uw opleidingsinstituut controleren daarna alleen de opleiding.',
    en: 'Are your details and your programme right? Then submit them. Your employer and your training institute then verify the programme only.',
  },
  rejected: {
    nl: 'Uw inschrijving is teruggestuurd. Lees hieronder waarom. Wijzig wat er niet klopt, en dien de inschrijving dan opnieuw in.',
    en: 'Your enrolment was sent back. Read why below. Change what is not right, then submit it again.',
  },
  submitted: {
    nl: 'Uw inschrijving ligt bij uw werkgever en uw opleidingsinstituut. U hoeft nu niets te doen.',
    en: 'Your enrolment is with your employer and your training institute. You do not need to do anything now.',
  },
  interrupted: {
    nl: 'Uw opleiding staat nu stil. Gaat u weer verder, leg dat dan vast.',
    en: 'Your training stands still now. When you go on, note that.',
  },
  ended: {
    nl: 'Deze opleiding is gestopt. Onder Bewaren kunt u uw gegevens laten verwijderen.',
    en: 'This training has ended. Under Keeping you can have your data erased.',
  },
  course: { nl: 'Verloop vastleggen', en: 'Record a change' },
} satisfies Record<string, Text>

/** One's own registration: the programme, who verified, and what comes next. */
export const ownTrainingPage = page('/mijn/dossiers/:id/opleiding', {
  read: openOwnTraining,
  view: (own, door) => (
    <OwnScreen door={door} file={own.file} part="training">
      <Stack gap="large">
        <NextStep of={own} />
        <TrainingSection
          of={own.view}
          action={
            CORRECTED.has(own.view.line.state) && (
              <LinkButton href={`${own.path}/wijzigen`} label={TRAINING.change} look="plain" />
            )
          }
        />
        <SubmissionsSection submissions={own.view.submissions} />
        <PersonSection of={own} />
        <Basis statement={own.file.statement} on="activities.verification.by" />
      </Stack>
    </OwnScreen>
  ),
})

/** Puts one's enrolment before the verifiers. */
export const submitAct = act('/mijn/dossiers/:id/opleiding/indienen', async (asked) => {
  const id = idOf(asked.params)
  await once(() =>
    asked.door.changeDossier(SELF_SERVICE, id, (tx) =>
      submit(tx, { id: asked.formId, about: 'enrolment' }),
    ),
  )
  return { to: trainingPath(id), done: 'enrolment-submitted' }
})

/** Before it is put up for verification, and once it came back, the person puts it right. */
const CORRECTED: ReadonlySet<RegistrationState> = new Set(['invited', 'rejected'])

const COURSE: ReadonlySet<RegistrationState> = new Set([
  'submitted',
  'enrolled',
  'interrupted',
  'rejected',
])

function NextStep({ of }: { of: OwnTraining }): JSX.Element | null {
  const { view, path, file } = of
  const { state } = view.line
  const course = COURSE.has(state) && (
    <Actions>
      <LinkButton href={`${path}/verloop`} label={words.course} look="plain" />
    </Actions>
  )
  if (!view.registrant) {
    return (
      <Notice
        tone="info"
        action={<LinkButton href={`${file.path}/persoon`} label={words.enterNow} />}
      >
        <Words of={words.enter} />
      </Notice>
    )
  }
  if (state === 'invited' || state === 'rejected') {
    return (
      <Stack>
        <Notice
          tone={state === 'rejected' ? 'warning' : 'info'}
          action={<ActionForm action={`${path}/indienen`} label={words.submit} icon="check" />}
        >
          <Words of={state === 'rejected' ? words.rejected : words.submitLead} />
        </Notice>
        {course}
      </Stack>
    )
  }
  const told = { submitted: words.submitted, interrupted: words.interrupted, ended: words.ended }
  return (
    <Stack>
      {(state === 'submitted' || state === 'interrupted' || state === 'ended') && (
        <Notice>
          <Words of={told[state]} />
        </Notice>
      )}
      {course}
    </Stack>
  )
}
