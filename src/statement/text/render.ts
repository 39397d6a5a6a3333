import type { Language } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { quote } from '#statement/say/quote.ts'
import type { Content } from '#statement/say/speech.ts'
import type { Declarations } from '#statement/shape.ts'
import type { Statement } from '#statement/statement.ts'
import type { Block, Run, Said, Written } from './block.ts'

/** A text as people read it: a tree that pages draw. Nothing in it is markup; links are safe. */
export interface SaidText {
  readonly language: Language
  readonly title: string
  readonly blocks: readonly Block<Said>[]
}

/**
 * Fills in the placeholders of a text. The statement must have passed `checkStatement`; a
 * placeholder that points to nothing is left as it was written.
 */
export function renderText(
  statement: Statement,
  language: Language,
  vocabulary: Vocabulary,
): SaidText {
  const speaker = { declarations: statement.declarations, vocabulary, language }
  const blocks = statement.texts[language].blocks.map((block) => sayBlock(speaker, block))
  const title = blocks.find((block) => block.kind === 'heading')?.runs ?? []
  return { language, title: title.map((run) => plainText(run.content)).join(''), blocks }
}

interface Speaking {
  readonly declarations: Declarations
  readonly vocabulary: Vocabulary
  readonly language: Language
}

function sayBlock(speaking: Speaking, block: Block<Written>): Block<Said> {
  const runs = (written: readonly Run<Written>[]) => written.map((run) => sayRun(speaking, run))
  if (block.kind === 'list') return { ...block, items: block.items.map(runs) }
  return { ...block, runs: runs(block.runs) }
}

/**
 * Fills in the placeholders of one run; what is quoted at the start of a sentence gets a capital.
 */
export function sayRun(speaking: Speaking, run: Run<Written>): Run<Said> {
  return { ...run, content: sayAll(speaking, run.content, '') }
}

function sayAll(speaking: Speaking, written: readonly Written[], before: string): Said[] {
  const said: Said[] = []
  for (const each of written) {
    said.push(sayInline(speaking, each, `${before}${plainText(said)}`))
  }
  return said
}

const SENTENCE_START = /^\s*$|[.!?]\s+$/

function sayInline(speaking: Speaking, written: Written, before: string): Said {
  if (written.kind === 'plain') return { kind: 'plain', text: written.text }
  if (written.kind !== 'placeholder') {
    return { ...written, content: sayAll(speaking, written.content, before) }
  }
  const { declarations, vocabulary, language } = speaking
  const quotation = quote(declarations, written.path, vocabulary, language)
  if (quotation.outcome !== 'said') return { kind: 'plain', text: `{${written.path}}` }
  const content = SENTENCE_START.test(before) ? capitalise(quotation.content) : quotation.content
  return { kind: 'quote', path: written.path, content }
}

function capitalise(content: Content): Content {
  const [first, ...rest] = content
  if (first?.kind !== 'plain') return content
  return [
    { ...first, text: `${first.text.charAt(0).toUpperCase()}${first.text.slice(1)}` },
    ...rest,
  ]
}

/** The words of a stretch of text, without emphasis and links. */
export function plainText(content: readonly Said[]): string {
  return content
    .map((each) => (each.kind === 'plain' ? each.text : plainText(each.content)))
    .join('')
}

/** A whole text in plain words, for mail and terminals: blocks apart, items with a dash. */
export function textInWords(text: SaidText): string {
  const words = (runs: readonly Run<Said>[]) =>
    runs
      .map((run) => plainText(run.content))
      .join('')
      .trim()
  const blocks = text.blocks.map((block) => {
    if (block.kind === 'list') return block.items.map((item) => `- ${words(item)}`).join('\n')
    if (block.kind === 'paragraph') return words(block.runs)
    const line = words(block.runs)
    return block.level === 1 ? `${line}\n${'='.repeat(line.length)}` : line
  })
  return `${blocks.join('\n\n')}\n`
}
