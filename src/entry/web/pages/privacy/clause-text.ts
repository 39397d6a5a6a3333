import type { Language } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { renderText, type Statement } from '#statement/index.ts'
import type { Block, Run, Said } from '#statement/text/block.ts'
import { plainText } from '#statement/text/render.ts'

/** Under which heading of a text a clause stands, by clause. */
export function clauseHeadings(statement: Statement, language: Language): Map<string, string> {
  const headings = new Map<string, string>()
  let heading = ''
  for (const block of renderText(statement, language, VOCABULARY).blocks) {
    if (block.kind === 'heading') {
      if (block.level > 1) heading = block.runs.map(({ content }) => plainText(content)).join('')
      continue
    }
    for (const run of runsOf(block)) {
      if (run.clause !== undefined && !headings.has(run.clause)) headings.set(run.clause, heading)
    }
  }
  return headings
}

/** The blocks of a text that belong to one clause, without what stands around it. */
export function clauseBlocks(
  statement: Statement,
  clause: string,
  language: Language,
): Block<Said>[] {
  return renderText(statement, language, VOCABULARY).blocks.flatMap((block): Block<Said>[] => {
    if (block.kind === 'list') {
      const items = block.items
        .map((runs) => runs.filter((run) => run.clause === clause))
        .filter((runs) => runs.length > 0)
      return items.length > 0 ? [{ ...block, items }] : []
    }
    const runs = block.runs.filter((run) => run.clause === clause)
    return runs.length > 0 ? [{ ...block, runs }] : []
  })
}

/** The sentences of a clause before its list, if it has one. */
export function clauseLead(text: string): string {
  const [lead = '', ...items] = text.split('\n')
  return items.length > 0 ? `${lead} …` : lead
}

function runsOf(block: Block<Said>): readonly Run<Said>[] {
  return block.kind === 'list' ? block.items.flat() : block.runs
}
