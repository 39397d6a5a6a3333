import type { Context } from 'hono'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Card,
  DateText,
  FileLink,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { fileAnswer } from '#entry/web/http/file-answer.ts'
import { answer, html, idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { isAppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  endingOf,
  messageReads,
  type PrincipalMessage,
  readMessages,
  readReleasedDocument,
  readReleasedFile,
  type ReleasedDocument,
  releasedDocumentReads,
} from '#modules/practice/index.ts'
import { Conversation } from './conversation.tsx'
import { ACCOUNTABILITY, releasedPath } from './released-path.ts'
import { readText } from './released-text.ts'

const words = {
  documents: { nl: 'Vrijgegeven documenten', en: 'Released documents' },
  about: { nl: 'Over {name}', en: 'About {name}' },
  since: { nl: 'Vrijgegeven op', en: 'Released on' },
  download: { nl: 'Downloaden', en: 'Download' },
  content: { nl: 'Wat erin staat', en: 'What it says' },
  file: { nl: 'Het document', en: 'The document' },
  limits: {
    nl: 'U leest dit voor de verantwoording van de opdracht. De cliënt ziet dat u het opende, en kan de toestemming intrekken.',
    en: 'You read this for the account of the assignment. The client sees that you opened it, and can withdraw the consent.',
  },
  gone: {
    nl: 'Dit document is niet voor u vrijgegeven',
    en: 'This document is not released to you',
  },
  goneWhy: {
    nl: 'Misschien trok de cliënt de toestemming in. Dan is het document meteen niet meer te lezen.',
    en: 'The client may have withdrawn the consent. From that moment the document can no longer be read.',
  },
  questions: { nl: 'Vragen en antwoorden', en: 'Questions and answers' },
  noQuestions: {
    nl: 'Is iets niet duidelijk, stel dan een vraag. De cliënt leest mee.',
    en: 'If something is not clear, ask a question. The client reads it too.',
  },
  ask: { nl: 'Vraag stellen', en: 'Ask a question' },
  back: { nl: 'Naar wat wel is vrijgegeven', en: 'To what is released' },
} satisfies Record<string, Text>

const BASE = '/opdrachtgever/documenten/:dossier/:document'

interface Released {
  readonly path: string
  readonly document: ReleasedDocument
  /** What was asked about it; undefined where the statement knows no questions. */
  readonly messages?: readonly PrincipalMessage[]
  /** What a text says, when it is short enough to be shown. */
  readonly text?: string
}

/** One released document. The reader's party opens the dossier for it, and sees nothing else. */
export const releasedPage = answer(BASE, (door, params, c) =>
  orGone(door, c, async () => html(c, drawReleased(await openReleased(door, params), door))),
)

/** The file itself. */
export const releasedFile = answer(`${BASE}/bestand`, (door, params, c) =>
  orGone(door, c, async () => {
    const [dossierId, id] = [idOf(params, 'dossier'), idOf(params, 'document')]
    const file = await door.changeDossier(ACCOUNTABILITY, dossierId, (tx) =>
      readReleasedFile(tx, id),
    )
    return fileAnswer(c, file, { keep: door.visit.query.has('bewaren') })
  }),
)

async function openReleased(door: Door, params: Params): Promise<Released> {
  const [dossierId, id] = [idOf(params, 'dossier'), idOf(params, 'document')]
  const access = await door.access(ACCOUNTABILITY)
  const reads = { ...releasedDocumentReads(dossierId, id), ...messageReads(access, dossierId) }
  const { dossier, answers } = await door.open(ACCOUNTABILITY, dossierId, reads)
  const messages = readMessages(dossier, answers.principalMessages)
  const document = readReleasedDocument(dossier, answers)
  const { mediaType, short } = document
  return {
    path: releasedPath(dossierId, id),
    document,
    ...(access.can('principal_messages', 'insert') && {
      messages: messages.filter(({ disclosureId }) => disclosureId === id),
    }),
    ...(mediaType === 'text/plain' && short && { text: readText(short) }),
  }
}

/** Tells plainly when a document is not, or no longer, released. It never says which of the two. */
async function orGone(door: Door, c: Context, give: () => Promise<Response>): Promise<Response> {
  try {
    return await give()
  } catch (error) {
    if (!isAppError(error, 'NOT_FOUND')) throw error
    await door.list('', 'public', {})
    return html(c, drawGone(door), 404)
  }
}

function drawReleased({ path, document, text, messages }: Released, door: Door): JSX.Element {
  const { title, about, disclosedAt, mediaType } = document
  return (
    <Screen door={door} title={title} width="narrow" open>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: words.documents, href: '/opdrachtgever' }]}
        action={
          <LinkButton
            href={`${path}/bestand?bewaren`}
            label={words.download}
            look="plain"
            icon="download"
            download
          />
        }
      />
      <Card
        title={text === undefined ? words.file : words.content}
        level={2}
        meta={
          <>
            <Words of={words.about} places={{ name: about }} /> · <Words of={words.since} />{' '}
            <DateText day={disclosedAt} />
          </>
        }
      >
        {text === undefined ? (
          <FileLink
            href={`${path}/bestand`}
            name={title}
            kind={endingOf(mediaType).toUpperCase()}
          />
        ) : (
          <WrittenText text={text} />
        )}
      </Card>
      {messages && <Questions path={path} messages={messages} />}
      <p>
        <Words of={words.limits} />
      </p>
    </Screen>
  )
}

function Questions(props: { path: string; messages: readonly PrincipalMessage[] }): JSX.Element {
  const { path, messages } = props
  return (
    <Section title={words.questions}>
      <Stack gap="small">
        {messages.length === 0 ? (
          <p>
            <Words of={words.noQuestions} />
          </p>
        ) : (
          <Conversation messages={messages} />
        )}
        <div>
          <LinkButton href={`${path}/vraag`} label={words.ask} look="plain" />
        </div>
      </Stack>
    </Section>
  )
}

function drawGone(door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.gone} width="narrow" open>
      <PageHeader
        title={words.gone}
        lead={words.goneWhy}
        action={<LinkButton href="/opdrachtgever" label={words.back} look="plain" />}
      />
    </Screen>
  )
}
