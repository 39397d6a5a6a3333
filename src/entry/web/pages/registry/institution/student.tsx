import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { StateBadge } from '#entry/web/pages/registry/state-badge.tsx'
import { SubmissionsSection } from '#entry/web/pages/registry/submissions-section.tsx'
import { TrainingSection } from '#entry/web/pages/registry/training-section.tsx'
import { ABOUTS, nameOf, TRAINING } from '#entry/web/pages/registry/words.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  confirmSubmission,
  listOwnInstitutions,
  readRegistration,
  REASON_LIMIT,
  registrationReads,
  type RegistrationView,
  rejectSubmission,
  type Side,
  type SubmissionView,
} from '#modules/registry/index.ts'
import { STUDENTS, VERIFY, VERIFYING } from './desk.ts'

const words = {
  ask: { nl: 'Klopt deze {about}?', en: 'Is this {about} right?' },
  askLead: {
    nl: 'Kijk of opleiding, instellingen en datums kloppen. Wie deze student is, vult de student zelf in.',
    en: 'Check that the programme, institutions and dates are right. Students enter their own personal details.',
  },
  confirm: { nl: 'Ja, akkoord', en: 'Yes, confirm' },
  reject: { nl: 'Nee, terugsturen', en: 'No, send back' },
  reason: { nl: 'Wat klopt er niet?', en: 'What is not right?' },
  reasonHint: {
    nl: 'De student leest dit en kan het daarna opnieuw indienen.',
    en: 'The student reads this and can submit it again after that.',
  },
  course: { nl: 'Onderbreken of beëindigen', en: 'Interrupt or end' },
  portfolio: { nl: 'Portfolio inzien', en: 'See the portfolio' },
  again: { nl: 'Opnieuw uitnodigen', en: 'Invite again' },
} satisfies Record<string, Text>

interface Student {
  readonly id: string
  readonly view: RegistrationView
  /** Whether the institution of whoever asks is the employer. */
  readonly employs: boolean
  /** What waits for the institution of whoever asks, and as which of the two. */
  readonly waits?: { readonly submission: SubmissionView; readonly side: Side }
}

async function openStudent(door: Door, params: Params): Promise<Student> {
  const id = idOf(params)
  const access = await door.access(VERIFYING)
  const { dossier, answers } = await door.open(VERIFYING, id, {
    ...registrationReads(access, id),
    institutions: listOwnInstitutions,
  })
  const view = readRegistration(dossier, answers)
  if (!view) throw new AppError('NOT_FOUND')
  const own = new Set(answers.institutions.map(({ partyId }) => partyId))
  const employs = own.has(view.line.institutionId)
  const sides: Side[] = [
    ...(employs ? ['institution' as const] : []),
    ...(own.has(view.line.instituteId) ? ['institute' as const] : []),
  ]
  const submission = view.submissions.find(({ outcome }) => outcome === 'open')
  const side = sides.find((each) =>
    submission?.verifications.every(({ verifier }) => verifier !== each),
  )
  return {
    id,
    view,
    employs,
    ...(submission && side && { waits: { submission, side } }),
  }
}

/** A student of the institution: training data, and what is to be verified. */
export const studentPage = formPage(`${STUDENTS}/:id`, {
  input: z.object({ reason: requiredText(REASON_LIMIT) }),
  labels: words,
  read: openStudent,
  view: ({ id, view, employs, waits }, form, door) => (
    <Screen door={door} title={nameOf(view.line)}>
      <PageHeader
        title={nameOf(view.line)}
        status={<StateBadge state={view.line.state} />}
        breadcrumbs={[{ label: TRAINING.students, href: STUDENTS }]}
        action={<StudentActions id={id} view={view} employs={employs} />}
      />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <TrainingSection of={view} stated />
        {waits && <Judging id={id} submission={waits.submission} form={form} />}
        <SubmissionsSection submissions={view.submissions} />
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, input: { reason } }) => {
    const { id, waits } = await openStudent(door, params)
    if (!waits) throw new AppError('SUBMISSION_SETTLED')
    const { submission, side } = waits
    await door.changeDossier(VERIFYING, id, (tx) =>
      rejectSubmission(tx, { submissionId: submission.id, verifier: side, reason }),
    )
    return { to: VERIFY, done: 'submission-rejected' }
  },
})

/** Confirms what is open. */
export const confirmAct = act(`${STUDENTS}/:id/akkoord`, async ({ door, params }) => {
  const { id, waits } = await openStudent(door, params)
  if (!waits) throw new AppError('SUBMISSION_SETTLED')
  const { submission, side } = waits
  await door.changeDossier(VERIFYING, id, (tx) =>
    confirmSubmission(tx, { submissionId: submission.id, verifier: side }),
  )
  return { to: VERIFY, done: 'submission-confirmed' }
})

function StudentActions({ id, view, employs }: Omit<Student, 'waits'>): JSX.Element | null {
  const { state } = view.line
  if (state === 'enrolled' || state === 'interrupted') {
    return (
      <>
        <LinkButton href={`${STUDENTS}/${id}/verloop`} label={words.course} look="plain" />
        {employs && (
          <ActionForm action={`${STUDENTS}/${id}/portfolio`} label={words.portfolio} look="plain" />
        )}
      </>
    )
  }
  if (state === 'invited' && !view.registrant) {
    return <LinkButton href={`${STUDENTS}/${id}/uitnodigen`} label={words.again} look="plain" />
  }
  return null
}

interface JudgingProps {
  readonly id: string
  readonly submission: SubmissionView
  readonly form: FormState
}

function Judging({ id, submission, form }: JudgingProps): JSX.Element {
  return (
    <Section
      title={{
        nl: say(words.ask, 'nl', { about: ABOUTS[submission.about].nl }),
        en: say(words.ask, 'en', { about: ABOUTS[submission.about].en }),
      }}
    >
      <Stack>
        <Words of={words.askLead} />
        <ActionForm action={`${STUDENTS}/${id}/akkoord`} label={words.confirm} icon="check" />
        <Form
          action={`${STUDENTS}/${id}`}
          submit={words.reject}
          submitLook="plain"
          formId={form.formId}
        >
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            value={form.value('reason')}
            error={form.fault('reason')}
            maxLength={REASON_LIMIT}
            required
          />
        </Form>
      </Stack>
    </Section>
  )
}
