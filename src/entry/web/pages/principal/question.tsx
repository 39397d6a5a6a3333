import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ErrorSummary,
  Form,
  Notice,
  PageHeader,
  RadioGroup,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { COACH } from '#entry/web/pages/work/desk.ts'
import { choiceOf, optionalText } from '#entry/web/pages/work/input.ts'
import { postToColleague } from '#entry/web/pages/work/post.ts'
import type { Text } from '#kernel/language.ts'
import {
  askAboutDisclosure,
  messageReads,
  QUESTION_LIMIT,
  QUESTIONS,
  readReleasedDocument,
  releasedDocumentReads,
  takesOwnWords,
} from '#modules/practice/index.ts'
import { ACCOUNTABILITY, releasedPath } from './released-path.ts'

const words = {
  documents: { nl: 'Vrijgegeven documenten', en: 'Released documents' },
  title: { nl: 'Vraag stellen', en: 'Ask a question' },
  lead: {
    nl: 'De coach krijgt uw vraag, en de cliënt leest mee. Het antwoord is een vaste zin: meer over de cliënt hoort u alleen in wat de cliënt vrijgeeft.',
    en: 'The coach gets your question, and the client reads it too. The answer is a fixed sentence: more about the client you hear only in what the client releases.',
  },
  topic: { nl: 'Wat wilt u weten?', en: 'What do you want to know?' },
  body: { nl: 'Toelichting', en: 'Explanation' },
  bodyHint: {
    nl: 'Schrijf niets over gezondheid. De cliënt leest dit ook.',
    en: 'Write nothing about health. The client reads this too.',
  },
  noWords: {
    nl: 'Bij deze dienst kunt u geen eigen tekst meesturen. Dat beschermt mensen die ziek kunnen zijn.',
    en: 'With this service you cannot send a text of your own. That protects people who may be ill.',
  },
  send: { nl: 'Vraag versturen', en: 'Send the question' },
} satisfies Record<string, Text>

interface Asking {
  readonly path: string
  readonly title: string
  readonly ownWords: boolean
}

/** Asks the coach something about a document that was released. */
export const questionPage = formPage('/opdrachtgever/documenten/:dossier/:document/vraag', {
  input: z.object({ topic: choiceOf(QUESTIONS), words: optionalText(QUESTION_LIMIT) }),
  labels: { topic: words.topic, words: words.body },
  read: readAsking,
  view: drawAsking,
  act: async ({ door, input, params, formId }) => {
    const [dossierId, disclosureId] = [idOf(params, 'dossier'), idOf(params, 'document')]
    const post = postToColleague(door, `${COACH.path}/${dossierId}/verstrekkingen`)
    const clientPath = `/mijn/dossiers/${dossierId}/verstrekt`
    await once(() =>
      door.changeDossier(ACCOUNTABILITY, dossierId, (tx) =>
        askAboutDisclosure(tx, { id: formId, disclosureId, ...input, post, clientPath }),
      ),
    )
    return { to: releasedPath(dossierId, disclosureId), done: 'question-sent' }
  },
})

async function readAsking(door: Door, params: Params): Promise<Asking> {
  const [dossierId, id] = [idOf(params, 'dossier'), idOf(params, 'document')]
  const access = await door.access(ACCOUNTABILITY)
  const reads = { ...releasedDocumentReads(dossierId, id), ...messageReads(access, dossierId) }
  const { dossier, answers } = await door.open(ACCOUNTABILITY, dossierId, reads)
  return {
    path: releasedPath(dossierId, id),
    title: readReleasedDocument(dossier, answers).title,
    ownWords: takesOwnWords(answers.messageKinds),
  }
}

function drawAsking({ path, title, ownWords }: Asking, form: FormState, door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[
          { label: words.documents, href: '/opdrachtgever' },
          { label: title, href: path },
        ]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${path}/vraag`} submit={words.send} cancelHref={path} formId={form.formId}>
        <RadioGroup
          name="topic"
          label={words.topic}
          required
          options={Object.entries(QUESTIONS).map(([value, label]) => ({ value, label }))}
          value={form.value('topic')}
          error={form.fault('topic')}
        />
        {ownWords ? (
          <TextArea
            name="words"
            label={words.body}
            hint={words.bodyHint}
            maxLength={QUESTION_LIMIT}
            value={form.value('words')}
            error={form.fault('words')}
          />
        ) : (
          <Notice>
            <Words of={words.noWords} />
          </Notice>
        )}
      </Form>
    </Screen>
  )
}
