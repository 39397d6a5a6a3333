import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { type DeskAction, DESK_ACTIONS, takeStep } from '#duties/rights/desk.ts'
import { groundsFor } from '#duties/rights/ground.ts'
import {
  ErrorSummary,
  Form,
  Notice,
  PageHeader,
  SelectField,
  TextArea,
  useSay,
} from '#entry/web/components/index.ts'
import { formPage, type FormState } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { type DeskFile, readDeskFile } from './desk-request.ts'
import { RIGHTS } from './look.ts'
import { DESK_PATH, deskOf, HANDLING } from './office.ts'

interface StepWords {
  readonly title: Text
  readonly lead: Text
  readonly submit: Text
}

function wordsOf(
  title: [string, string],
  lead: [string, string],
  submit: [string, string],
): StepWords {
  const text = ([nl, en]: [string, string]): Text => ({ nl, en })
  return { title: text(title), lead: text(lead), submit: text(submit) }
}

const STEPS: Readonly<Record<DeskAction, StepWords>> = {
  'ask-identity': wordsOf(
    ['Om bewijs van identiteit vragen', 'Ask for proof of identity'],
    [
      'De persoon krijgt bericht hoe hij kan laten zien wie hij is. De termijn staat stil tot dat is gebeurd.',
      'The person is told how to show who they are. The term stands still until that is done.',
    ],
    ['Bewijs vragen', 'Ask for proof'],
  ),
  pause: wordsOf(
    ['Iets navragen', 'Ask a question'],
    [
      'De persoon krijgt uw vraag te lezen. De termijn staat stil tot er een antwoord is.',
      'The person gets to read your question. The term stands still until there is an answer.',
    ],
    ['Vraag versturen', 'Send the question'],
  ),
  answer: wordsOf(
    ['Antwoord ontvangen', 'Answer received'],
    [
      'Noteer wat de persoon antwoordde. De termijn loopt weer.',
      'Write down what the person answered. The term runs again.',
    ],
    ['Antwoord noteren', 'Note the answer'],
  ),
  extend: wordsOf(
    ['Termijn verlengen', 'Extend the term'],
    [
      'U krijgt er twee maanden bij. Dat kan één keer, en alleen als de persoon het vóór het einde van de termijn hoort. Versturen is meteen het bericht.',
      'You get two more months. That is possible once, and only when the person hears of it before the term ends. Sending this is the notice.',
    ],
    ['Verlengen en berichten', 'Extend and tell'],
  ),
  grant: wordsOf(
    ['Toewijzen', 'Grant'],
    [
      'Het verzoek wordt uitgevoerd. Beperking, bezwaar en intrekking werken meteen; inzage en verwijdering voert de software uit; verbetering doet wie met het dossier werkt.',
      'The request is carried out. Restriction, objection and withdrawal work at once; the software carries out access and erasure; whoever works on the dossier makes a correction.',
    ],
    ['Toewijzen', 'Grant'],
  ),
  refuse: wordsOf(
    ['Afwijzen', 'Refuse'],
    [
      'De persoon krijgt een brief met de grond, uw toelichting, en waar hij terechtkan als hij het er niet mee eens is.',
      'The person gets a letter with the ground, your explanation, and where to turn when they do not agree.',
    ],
    ['Afwijzen en berichten', 'Refuse and tell'],
  ),
  withdraw: wordsOf(
    ['Ingetrokken', 'Withdrawn'],
    [
      'De persoon wil dit verzoek niet meer. Er gebeurt verder niets mee.',
      'The person no longer wants this request. Nothing more is done with it.',
    ],
    ['Als ingetrokken vastleggen', 'Record as withdrawn'],
  ),
}

const words = {
  ground: { nl: 'Grond', en: 'Ground' },
  unlinked: {
    nl: 'Dit verzoek is niet aan een dossier gekoppeld. Als u het nu toewijst, luidt het antwoord dat wij geen gegevens hebben gevonden.',
    en: 'This request is not linked to a dossier. If you grant it now, the answer is that we found no data.',
  },
} satisfies Record<string, Text>

const NOTE_LIMIT = 4_000

/** Takes one step with a request; whoever asked reads the explanation. */
export const stepPage = formPage(`${DESK_PATH}/:id/stap/:action`, {
  input: z.object({
    ground: z.string().max(40).optional(),
    note: z.string().trim().max(NOTE_LIMIT),
  }),
  read: async (door, params) => ({
    action: actionOf(params),
    file: await readDeskFile(door, params),
  }),
  view: ({ action, file }, form, door) => {
    const { title, lead, submit } = STEPS[action]
    const path = `${DESK_PATH}/${file.request.id}`
    return (
      <Screen door={door} title={title} width="narrow">
        <PageHeader
          title={title}
          lead={lead}
          breadcrumbs={[
            { label: RIGHTS.requests, href: DESK_PATH },
            { label: file.request.number, href: path },
          ]}
        />
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${path}/stap/${action}`}
          submit={submit}
          cancelHref={path}
          formId={form.formId}
        >
          <StepFields action={action} file={file} form={form} />
        </Form>
      </Screen>
    )
  },
  act: async ({ door, params, input: { ground, note } }) => {
    const requestId = idOf(params)
    const action = actionOf(params)
    await door.change(HANDLING, (tx) =>
      takeStep(tx, deskOf(door), {
        requestId,
        action,
        note,
        ...(ground !== undefined && ground !== '' && { ground }),
      }),
    )
    return { to: `${DESK_PATH}/${requestId}`, done: 'request-step' }
  },
})

interface StepFieldsProps {
  readonly action: DeskAction
  readonly file: DeskFile
  readonly form: FormState
}

function StepFields({ action, file, form }: StepFieldsProps): JSX.Element {
  const say = useSay()
  return (
    <>
      {action === 'grant' && !file.request.linked && (
        <Notice tone="warning">{say(words.unlinked)}</Notice>
      )}
      {action === 'refuse' && (
        <SelectField
          name="ground"
          label={words.ground}
          options={groundsFor(file.request.kind).map(([value, { says, article }]) => ({
            value,
            label: { nl: `${says.nl} (${article.nl})`, en: `${says.en} (${article.en})` },
          }))}
          value={form.value('ground')}
          error={form.fault('ground')}
          required
        />
      )}
      <TextArea
        name="note"
        label={RIGHTS.note}
        value={form.value('note')}
        error={form.fault('note')}
        maxLength={NOTE_LIMIT}
        required={action === 'pause' || action === 'extend' || action === 'refuse'}
      />
    </>
  )
}

function actionOf(params: Params): DeskAction {
  const action = DESK_ACTIONS.find((each) => each === params['action'])
  if (!action) throw new AppError('NOT_FOUND')
  return action
}
