import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  Badge,
  BlockText,
  Card,
  ErrorSummary,
  Form,
  LinkButton,
  Section,
  Stack,
  TextArea,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import {
  openOwnFileWith,
  type OwnFile,
  ownPath,
  SELF_SERVICE,
} from '#entry/web/pages/mine/own-file.ts'
import { postToCoach } from '#entry/web/pages/mine/post.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { formStatus } from '#entry/web/pages/work/dossier/forms/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  ANSWER_LIMIT,
  answerForm,
  blocksOf,
  formReads,
  type FormView,
  questionsIn,
  readForms,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Formulieren', en: 'Forms' },
  lead: {
    nl: 'Uw coach vroeg u dit in te vullen. U kunt het later nog wijzigen, tot uw coach het definitief maakt.',
    en: 'Your coach asked you to fill this in. You can change it later, until your coach makes it final.',
  },
  fillIn: { nl: 'Invullen', en: 'Fill in' },
  again: { nl: 'Bekijken of wijzigen', en: 'View or change' },
  send: { nl: 'Versturen naar uw coach', en: 'Send to your coach' },
} satisfies Record<string, Text>

/** Forms that the client was asked to fill in and that are not final, for the trajectory page. */
export function OwnForms({
  forms,
  path,
}: {
  forms: readonly FormView[]
  path: string
}): JSX.Element | null {
  const open = forms.filter(({ sharedAt, final }) => sharedAt && !final)
  if (open.length === 0) return null
  return (
    <Section title={words.title} id="formulieren">
      <Stack>
        {open.map((form) => (
          <Card
            title={form.title}
            status={<Badge {...formStatus(form)} />}
            actions={
              <LinkButton
                href={`${path}/formulieren/${form.id}`}
                label={form.answer ? words.again : words.fillIn}
                look={form.answer ? 'plain' : 'primary'}
                icon="pencil"
              />
            }
          />
        ))}
      </Stack>
    </Section>
  )
}

interface OwnForm {
  readonly file: OwnFile
  readonly form: FormView
  readonly questions: readonly string[]
}

/** A form with its questions, to fill in. */
export const ownFormPage = formPage('/mijn/dossiers/:id/traject/formulieren/:form', {
  input: z.record(z.string(), z.unknown()),
  read: openOwnForm,
  view: ({ file, form, questions }, state, door) => (
    <OwnStepScreen
      door={door}
      file={file}
      part="trajectory"
      title={form.title}
      lead={words.lead}
      width="wide"
    >
      <BlockText blocks={blocksOf(withoutQuestions(form.body))} />
      <ErrorSummary errors={state.faults} />
      <Form
        action={`${file.path}/traject/formulieren/${form.id}`}
        submit={words.send}
        cancelHref={`${file.path}/traject`}
        formId={state.formId}
      >
        {questions.map((question, index) => (
          <TextArea
            name={`answer-${index}`}
            label={question}
            maxLength={ANSWER_LIMIT}
            value={state.value(`answer-${index}`, form.answer?.values[question])}
            error={state.fault(`answer-${index}`)}
          />
        ))}
      </Form>
    </OwnStepScreen>
  ),
  act: async ({ door, input, params, formId }) => {
    const id = idOf(params)
    const { form, questions } = await openOwnForm(door, params)
    const answers = Object.fromEntries(
      questions.map((question, index) => {
        const typed = input[`answer-${index}`]
        return [question, typeof typed === 'string' ? typed.trim().slice(0, ANSWER_LIMIT) : '']
      }),
    )
    const post = postToCoach(door, id)
    await once(() =>
      door.changeDossier(SELF_SERVICE, id, (tx) =>
        answerForm(tx, { id: formId, formId: form.id, answers, post }),
      ),
    )
    return { to: `${ownPath(id)}/traject`, done: 'form-answered' }
  },
})

async function openOwnForm(door: Door, params: Params): Promise<OwnForm> {
  const { file, answers, opening, actors } = await openOwnFileWith(door, params, formReads)
  const form = readForms(opening, answers, actors).find(({ id }) => id === params['form'])
  if (!form?.sharedAt || form.final) throw new AppError('NOT_FOUND')
  return { file, form, questions: questionsIn(form.body) }
}

function withoutQuestions(body: string): string {
  return body
    .split('\n')
    .filter((line) => !line.startsWith('? '))
    .join('\n')
}
