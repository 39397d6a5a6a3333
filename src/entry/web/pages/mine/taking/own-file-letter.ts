import type { Letter, LetterBlock } from '#duties/letter/letter.ts'
import { dayOf, formatDay } from '#entry/web/components/index.ts'
import type { OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { categoryTitle, kindTitle } from '#entry/web/titles.ts'
import { say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  CHANNELS,
  type NoteView,
  type Provenance,
  SOURCES,
  sayName,
  takeFile,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Dossier van de cliënt', en: "The client's file" },
  details: { nl: 'Uw gegevens', en: 'Your details' },
  summaries: { nl: 'Samenvattingen van gesprekken', en: 'Summaries of consults' },
  summary: { nl: 'Gesprek van {day}', en: 'Consult of {day}' },
  reply: { nl: 'Uw weerwoord: {words}', en: 'Your reply: {words}' },
  notes: { nl: 'Notities', en: 'Notes' },
  documents: { nl: 'Documenten', en: 'Documents' },
  document: { nl: 'Document', en: 'Document' },
  kind: { nl: 'Soort gegevens', en: 'Kind of data' },
  from: { nl: 'Van {source}, via {channel}', en: 'From {source}, by {channel}' },
  source: { nl: 'Herkomst', en: 'Where it came from' },
  none: { nl: 'Geen.', en: 'None.' },
} satisfies Record<string, Text>

/** The client's own file to read, as a letter: its documents are beside it. */
export function ownFileLetter(file: OwnFile, language: Language, now: Date): Letter {
  const { declarations } = file.statement
  const dossier = takeFile(file.dossier, 'client')
  const heading = (text: Text): LetterBlock => ({ kind: 'heading', text: say(text, language) })
  return {
    language,
    title: say(words.title, language),
    sender: {
      name: declarations.controller.name,
      lines: declarations.controller.address ? [declarations.controller.address] : [],
    },
    writtenOn: dayOf(now),
    reference: dossier.reference,
    blocks: [
      { kind: 'paragraph', text: say(kindTitle(dossier.service.kind), language) },
      heading(words.details),
      { kind: 'list', items: listDetails(dossier, language) },
      heading(words.summaries),
      ...dossier.consults.flatMap((consult) => tellConsult(consult, language)),
      heading(words.notes),
      ...dossier.notes.flatMap((note) => tellNote(note, language)),
      heading(words.documents),
      ...tellDocuments(dossier, language),
    ],
  }
}

type Dossier = ReturnType<typeof takeFile>

function listDetails({ client, profile }: Dossier, language: Language): string[] {
  const { bornOn, street, houseNumber, houseNumberAddition, postcode, city } = profile
  const address = [
    [street, houseNumber, houseNumberAddition],
    [postcode, city],
  ]
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ')
  const { education, career } = profile
  return [
    client && sayName(client),
    bornOn && formatDay(bornOn, language),
    client?.email,
    client?.phone,
    address,
    education,
    career,
  ].filter((text) => typeof text === 'string' && text !== '') as string[] // as the filter leaves
}

function tellConsult(
  { heldOn, summaries }: Dossier['consults'][number],
  language: Language,
): LetterBlock[] {
  const [newest] = summaries.filter(({ state }) => state !== 'draft')
  if (!newest) return []
  const { body, dispute } = newest
  const day = formatDay(heldOn, language)
  const reply = dispute && say(words.reply, language, { words: dispute.words })
  return [
    { kind: 'heading', level: 3, text: say(words.summary, language, { day }) },
    { kind: 'quote', text: body },
    ...(reply ? [{ kind: 'quote', text: reply } as const] : []),
  ]
}

function tellNote(note: NoteView, language: Language): LetterBlock[] {
  const day = formatDay(note.writtenAt, language)
  const kind = say(categoryTitle(note.category), language)
  return [
    { kind: 'heading', level: 3, text: `${kind}, ${day}` },
    { kind: 'paragraph', text: tellSource(note, language) },
    { kind: 'quote', text: note.body },
  ]
}

function tellDocuments({ documents }: Dossier, language: Language): LetterBlock[] {
  if (documents.length === 0) return [{ kind: 'paragraph', text: say(words.none, language) }]
  const head = [words.document, words.kind, words.source].map((word) => say(word, language))
  const rows = documents.map(({ title, category, source, sourceName, channel }) => [
    title,
    say(categoryTitle(category), language),
    source && channel ? tellSource({ source, sourceName, channel }, language) : '',
  ])
  return [{ kind: 'table', head, rows }]
}

function tellSource({ source, sourceName, channel }: Provenance, language: Language): string {
  const from = [say(SOURCES[source], language), sourceName && `(${sourceName})`]
  const places = {
    source: from.filter(Boolean).join(' '),
    channel: say(CHANNELS[channel], language),
  }
  return say(words.from, language, places)
}
