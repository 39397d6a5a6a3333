import type { Language } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { listClauses, renderText, type SaidText, type Statement } from '#statement/index.ts'

/** A promise of the statement, with the sentence in it that matters here. */
export interface QuotedClause {
  readonly id: string
  readonly sentence: string
}

/**
 * The promise that rests on a declaration or a mechanism, and the sentence that says so. Pages
 * quote the statement in force and never say its promises in words of their own.
 *
 * @param mechanism As in `listClauses`: `rights.access`, `summary-approval`; or a part of one, such
 *   as `activities.coaching.purpose`, and then the sentence that quotes it comes before others.
 * @returns Undefined when the statement promises nothing of it.
 */
export function findClause(
  statement: Statement,
  mechanism: string,
  language: Language,
): QuotedClause | undefined {
  const whole = mechanism.split('.').slice(0, 2).join('.')
  const text = renderText(statement, language, VOCABULARY)
  const said = clausesOf(statement)
    .filter(({ mechanisms }) => mechanisms.includes(whole))
    .flatMap(({ id }) => linesOf(text, id).map((line) => ({ id, line })))
  const { id, line } =
    said.find((each) => placeOf(each.line, mechanism) !== undefined) ?? said[0] ?? {}
  if (id === undefined || line === undefined) return undefined
  const sentence = sentenceAt(textOf(line), placeOf(line, mechanism) ?? 0, language)
  return { id, sentence }
}

const KNOWN = new WeakMap<Statement, ReturnType<typeof listClauses>>()

function clausesOf(statement: Statement): ReturnType<typeof listClauses> {
  const known = KNOWN.get(statement) ?? listClauses(statement, VOCABULARY)
  KNOWN.set(statement, known)
  return known
}

type Runs = Extract<SaidText['blocks'][number], { kind: 'paragraph' }>['runs']
type Inline = Runs[number]['content'][number]

/** Paragraphs and items of lists, as far as they belong to the clause. */
function linesOf({ blocks }: SaidText, id: string): Runs[] {
  return blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.runs]))
    .map((runs) => runs.filter(({ clause }) => clause === id))
    .filter((runs) => runs.length > 0)
}

/** Where in the words of a line the mechanism is quoted. */
function placeOf(line: Runs, mechanism: string): number | undefined {
  let place = 0
  for (const inline of line.flatMap(({ content }) => content)) {
    if (inline.kind === 'quote' && `${inline.path}.`.startsWith(`${mechanism}.`)) return place
    place += words(inline).length
  }
  return undefined
}

function textOf(line: Runs): string {
  return line.flatMap(({ content }) => content.map(words)).join('')
}

function words(inline: Inline): string {
  return inline.kind === 'plain' ? inline.text : inline.content.map(words).join('')
}

function sentenceAt(text: string, place: number, language: Language): string {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  return (sentences.containing(place)?.segment ?? text).trim()
}
