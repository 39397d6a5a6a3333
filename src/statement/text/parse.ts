import { type Problem, problem } from '#statement/problem.ts'
import type { Block, Heading, List, Run, StatementText, Written } from './block.ts'
import { parseInline } from './inline.ts'
import { type Line, Passage } from './passage.ts'

/**
 * Reads a text of a statement: headings (#, ##, ###), paragraphs, lists (-, 1.), **strong**,
 * *emphasis*, [links](https://…), placeholders `{retention.dossier.keep}` and marks `{#id}`.
 *
 * A mark begins a clause. The clause runs to the next mark or the end of its paragraph, and on
 * through a list that follows that paragraph directly. A mark within an item of a list holds to the
 * end of that item.
 */
export function parseText(file: string, text: string): StatementText {
  const problems: Problem[] = []
  const blocks: Block<Written>[] = []
  let clause: string | undefined
  for (const chunk of splitBlocks(file, text)) {
    const block = parseBlock(
      chunk,
      blocks.at(-1)?.kind === 'paragraph' ? clause : undefined,
      problems,
    )
    clause = block.kind === 'paragraph' ? block.runs.at(-1)?.clause : undefined
    blocks.push(block)
  }
  problems.push(...outlineProblems(file, blocks))
  return { file, blocks, problems }
}

interface Chunk {
  readonly kind: 'heading' | 'paragraph' | 'list'
  readonly lines: Line[]
}

const ITEM = /^(?:[-*]|\d{1,3}\.)\s+/
const HEADING = /^(#{1,6})\s+/

function splitBlocks(file: string, text: string): Chunk[] {
  const chunks: Chunk[] = []
  let open: Chunk | undefined
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line: Line = { text: written, place: { file, line: index + 1, column: 1 } }
    if (written.trim() === '') {
      open = undefined
      continue
    }
    const kind = HEADING.test(written) ? 'heading' : ITEM.test(written) ? 'list' : 'paragraph'
    const continues = open && (open.kind === kind || (open.kind === 'list' && /^\s/.test(written)))
    if (open && continues && kind !== 'heading') {
      open.lines.push(line)
    } else {
      open = { kind, lines: [line] }
      chunks.push(open)
    }
  }
  return chunks
}

function parseBlock(chunk: Chunk, clause: string | undefined, problems: Problem[]): Block<Written> {
  if (chunk.kind === 'heading') return parseHeading(chunk, problems)
  const place = placeOf(chunk)
  if (chunk.kind === 'list') return parseList(chunk, clause, problems)
  const runs = parseInline(new Passage(chunk.lines), undefined, problems)
  return { kind: 'paragraph', runs, place }
}

function parseHeading(chunk: Chunk, problems: Problem[]): Heading<Written> {
  const place = placeOf(chunk)
  const marks = HEADING.exec(chunk.lines[0]?.text ?? '')
  const depth = marks?.[1]?.length ?? 1
  if (depth > 3) problems.push(problem('HEADING_TOO_DEEP', place))
  const passage = new Passage(chunk.lines, marks?.[0].length)
  const runs = parseInline(passage, undefined, problems)
  if (runs.some((run) => run.begins)) problems.push(problem('CLAUSE_IN_HEADING', place))
  const level = depth === 1 ? 1 : depth === 2 ? 2 : 3
  return { kind: 'heading', level, anchor: anchorOf(passage.text), runs, place }
}

function parseList(chunk: Chunk, clause: string | undefined, problems: Problem[]): List<Written> {
  const items: Line[][] = []
  for (const line of chunk.lines) {
    const item = items.at(-1)
    if (/^\s/.test(line.text) && ITEM.test(line.text.trimStart())) {
      problems.push(problem('LIST_NESTED', line.place))
    }
    if (item && /^\s/.test(line.text)) item.push(line)
    else items.push([line])
  }
  return {
    kind: 'list',
    ordered: /^\d/.test(chunk.lines[0]?.text ?? ''),
    items: items.map((lines) => {
      const skip = ITEM.exec(lines[0]?.text ?? '')?.[0].length
      return parseInline(new Passage(lines, skip), clause, problems)
    }),
    place: placeOf(chunk),
  }
}

function placeOf(chunk: Chunk) {
  return chunk.lines[0]?.place ?? { file: '', line: 1, column: 1 }
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function outlineProblems(file: string, blocks: readonly Block<Written>[]): Problem[] {
  const first = blocks[0]
  if (!first) return [problem('TEXT_EMPTY', { file, line: 1, column: 1 })]
  const problems: Problem[] = []
  if (first.kind !== 'heading' || first.level !== 1) {
    problems.push(problem('TITLE_MISSING', first.place))
  }
  let level = 1
  for (const block of blocks) {
    if (block.kind !== 'heading') continue
    if (block.level > level + 1) problems.push(problem('HEADING_SKIPS', block.place))
    level = block.level
  }
  return problems
}

/** The runs of a block, of all items for a list. */
export function runsOf<I>(block: Block<I>): readonly Run<I>[] {
  return block.kind === 'list' ? block.items.flat() : block.runs
}
