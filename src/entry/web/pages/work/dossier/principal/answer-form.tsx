import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  Card,
  ErrorSummary,
  Form,
  LinkButton,
  RadioGroup,
  Section,
  Stack,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { Conversation } from '#entry/web/pages/principal/conversation.tsx'
import { releasedPath } from '#entry/web/pages/principal/released-path.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { choiceOf } from '#entry/web/pages/work/input.ts'
import { postToColleague } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  ANSWERS,
  answerPrincipal,
  messageReads,
  type PrincipalMessage,
  readMessages,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Antwoord aan de ontvanger', en: 'Answer to the recipient' },
  lead: {
    nl: 'U antwoordt met een vaste zin. Wilt u meer vertellen, vraag dan de cliënt of u een stuk mag verstrekken.',
    en: 'You answer with a fixed sentence. If you want to tell more, ask the client whether you may disclose an item.',
  },
  answer: { nl: 'Uw antwoord', en: 'Your answer' },
  send: { nl: 'Antwoord versturen', en: 'Send the answer' },
  questions: { nl: 'Vragen van ontvangers', en: 'Questions of recipients' },
  questionsWhy: {
    nl: 'Wat ontvangers vroegen over wat zij lazen. De cliënt leest mee.',
    en: 'What recipients asked about what they read. The client reads it too.',
  },
  reply: { nl: 'Antwoorden', en: 'Answer' },
} satisfies Record<string, Text>

interface Answering {
  readonly file: OpenedFile
  readonly title: string
  readonly disclosureId: string
  readonly messages: readonly PrincipalMessage[]
}

/** Answers what a recipient asked about something that was let go. */
export function answerPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/verstrekkingen/:disclosure/antwoord`, {
    input: z.object({ topic: choiceOf(ANSWERS) }),
    labels: { topic: words.answer },
    read: (door, params) => readAnswering(door, params, desk),
    view: drawAnswering,
    act: async ({ door, input, params, formId }) => {
      const [id, disclosureId] = [idOf(params), idOf(params, 'disclosure')]
      const post = postToColleague(door, releasedPath(id, disclosureId))
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          answerPrincipal(tx, { id: formId, disclosureId, topic: input.topic, post }),
        ),
      )
      return { to: `${desk.path}/${id}/verstrekkingen`, done: 'answer-sent' }
    },
  })
}

async function readAnswering(door: Door, params: Params, desk: Desk): Promise<Answering> {
  const { file, answers, opening } = await openFileWith(door, desk, params, messageReads)
  const disclosureId = idOf(params, 'disclosure')
  const disclosure = file.dossier.disclosures.find(({ id }) => id === disclosureId)
  if (!disclosure || !file.access.can('principal_messages', 'insert')) {
    throw new AppError('NOT_FOUND')
  }
  const messages = readMessages(opening, answers.principalMessages)
  return { file, title: disclosure.title, disclosureId, messages: of(messages, disclosureId) }
}

function drawAnswering(
  { file, title, disclosureId, messages }: Answering,
  form: FormState,
  door: Door,
): JSX.Element {
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="disclosures"
      title={words.title}
      lead={words.lead}
    >
      <Card title={title} level={2}>
        <Conversation messages={messages} />
      </Card>
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${file.path}/verstrekkingen/${disclosureId}/antwoord`}
        submit={words.send}
        cancelHref={`${file.path}/verstrekkingen`}
        formId={form.formId}
      >
        <RadioGroup
          name="topic"
          label={words.answer}
          required
          options={Object.entries(ANSWERS).map(([value, label]) => ({ value, label }))}
          value={form.value('topic')}
          error={form.fault('topic')}
        />
      </Form>
    </DossierStepScreen>
  )
}

/** What recipients asked, for each item that they asked about. */
export function Questions({
  file,
  messages,
}: {
  file: OpenedFile
  messages: readonly PrincipalMessage[]
}): JSX.Element {
  const asked = file.dossier.disclosures.filter(({ id }) => of(messages, id).length > 0)
  return (
    <Section title={words.questions} lead={words.questionsWhy}>
      <Stack>
        {asked.map(({ id, title }) => (
          <Card
            title={title}
            actions={
              file.access.can('principal_messages', 'insert') && (
                <LinkButton
                  href={`${file.path}/verstrekkingen/${id}/antwoord`}
                  label={words.reply}
                  look="plain"
                />
              )
            }
          >
            <Conversation messages={of(messages, id)} />
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

function of(messages: readonly PrincipalMessage[], disclosureId: string): PrincipalMessage[] {
  return messages.filter((message) => message.disclosureId === disclosureId)
}
