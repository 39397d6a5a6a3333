import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Columns, Muted, Prose, type ProseBlock, Stack } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { type Language, LANGUAGES } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { renderText, type Statement } from '#statement/index.ts'
import type { Block, Run, Said } from '#statement/text/block.ts'
import { readStatementBasis, StatementScreen } from './statement-tabs.tsx'

/** The texts in all languages, block beside block. */
export const statementTextsPage = page('/privacy/verklaring/teksten', {
  read: readStatementBasis,
  view: (basis, door) => (
    <StatementScreen basis={basis} part="texts" door={door}>
      <Stack>
        {pairs(basis.statement).map((pair) => (
          <Columns shape="halves">
            {LANGUAGES.map((language) => (
              <Side block={pair[language]} language={language} />
            ))}
          </Columns>
        ))}
      </Stack>
    </StatementScreen>
  ),
})

type Pair = Readonly<Record<Language, Block<Said> | undefined>>

/** The blocks that stand at the same place in each language. */
function pairs(statement: Statement): Pair[] {
  const nl = blocksOf(statement, 'nl')
  const en = blocksOf(statement, 'en')
  const length = Math.max(nl.length, en.length)
  return Array.from({ length }, (_, place) => ({ nl: nl[place], en: en[place] }))
}

/** All but the title, which stands above the page. */
function blocksOf(statement: Statement, language: Language): Block<Said>[] {
  const { blocks } = renderText(statement, language, VOCABULARY)
  return blocks.filter((block) => block.kind !== 'heading' || block.level > 1)
}

interface SideProps {
  readonly block: Block<Said> | undefined
  readonly language: Language
}

function Side({ block, language }: SideProps): JSX.Element {
  if (!block) return <div />
  const clauses = runsOf(block).flatMap(({ clause, begins }) => (begins && clause ? [clause] : []))
  return (
    <div lang={language}>
      {clauses.length > 0 && <Muted>{clauses.join(', ')}</Muted>}
      <Prose blocks={[unmarked(block, language)]} />
    </div>
  )
}

/** The block without the ids that stand in the other language too: an id can be on a page once. */
function unmarked(block: Block<Said>, language: Language): ProseBlock {
  const bare = (runs: readonly Run<Said>[]) => runs.map(({ content }) => ({ content }))
  if (block.kind === 'list') return { ...block, items: block.items.map(bare) }
  if (block.kind === 'paragraph') return { ...block, runs: bare(block.runs) }
  return { ...block, anchor: `${language}-${block.anchor}`, runs: bare(block.runs) }
}

function runsOf(block: Block<Said>): readonly Run<Said>[] {
  return block.kind === 'list' ? block.items.flat() : block.runs
}
