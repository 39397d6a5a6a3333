import { LANGUAGES, type Language, type Text } from '#kernel/language.ts'
import type { Vocabulary } from './catalogue.ts'
import type { Place } from './problem.ts'
import type { Declarations } from './shape.ts'
import type { Statement } from './statement.ts'
import type { Block, Run, Said, Written } from './text/block.ts'
import { plainText, sayRun } from './text/render.ts'

/** One promise of a statement: what it says, and what keeps it. */
export interface Clause {
  readonly id: string
  /** In plain words; items of a list stand on lines of their own. */
  readonly text: Text
  /**
   * What keeps it, sorted: declarations that its text quotes, such as `retention.dossier`, and
   * mechanisms of the vocabulary that `kept-by` names, such as `summary-approval`.
   */
  readonly mechanisms: readonly string[]
  /** What people do to keep it, and what shows that they do. */
  readonly organisational?: {
    readonly says: Text
    readonly evidence: string | undefined
    /** ISO 8601: how often somebody goes over it. */
    readonly review: string | undefined
  }
}

/** The clauses of a statement, in the order in which the Dutch text makes them. */
export function listClauses(statement: Statement, vocabulary: Vocabulary): Clause[] {
  const { declarations } = statement
  const found = LANGUAGES.map((language) => clauseRuns(statement, language))
  const ids = [...new Set(found.flatMap((runs) => [...runs.keys()]))]
  return ids.map((id) => {
    const words = LANGUAGES.map((language, index) => [
      language,
      wordsOf({ declarations, vocabulary, language }, found[index]?.get(id) ?? []),
    ])
    const text = Object.fromEntries(words) as Text // made of every language, just above
    const quoted = found.flatMap((runs) =>
      (runs.get(id) ?? []).flatMap(({ run }) => placeholders(run.content)),
    )
    const declared = declarations.clauses?.[id]
    const paths = quoted.flatMap(({ path }) => mechanismsOf(declarations, path))
    const organisational = declared?.organisational && {
      says: declared.organisational,
      evidence: declared.evidence,
      review: declared.review,
    }
    return {
      id,
      text,
      mechanisms: [...new Set([...paths, ...(declared?.['kept-by'] ?? [])])].toSorted(),
      ...(organisational ? { organisational } : {}),
    }
  })
}

/** A stretch of text of a clause; `item` when it begins an item of a list. */
export interface ClauseRun {
  readonly run: Run<Written>
  readonly item: boolean
}

/** The runs of each clause in one language, in the order of the text. */
export function clauseRuns(statement: Statement, language: Language): Map<string, ClauseRun[]> {
  const clauses = new Map<string, ClauseRun[]>()
  for (const block of statement.texts[language].blocks) {
    for (const each of itemRuns(block)) {
      const id = each.run.clause
      if (id === undefined) continue
      clauses.set(id, [...(clauses.get(id) ?? []), each])
    }
  }
  return clauses
}

/** The placeholders within written text, also those in links and emphasis. */
export function placeholders(content: readonly Written[]): { path: string; place: Place }[] {
  return content.flatMap((each) => {
    if (each.kind === 'placeholder') return [each]
    return each.kind === 'plain' ? [] : placeholders(each.content)
  })
}

/** Sections whose entries are mechanisms: quoting one makes a clause rest on it. */
const KEEPING = [
  'kinds',
  'categories',
  'activities',
  'relations',
  'consents',
  'recipients',
  'retention',
  'rights',
  'contacts',
] as const

/**
 * The mechanisms behind a placeholder: `retention.dossier` of `retention.dossier.keep`, all entries
 * of `kinds`.
 */
export function mechanismsOf(declarations: Declarations, path: string): string[] {
  const [section = '', entry] = path.split('.')
  if (section === 'backups') return ['backups']
  const keeping = KEEPING.find((each) => each === section)
  if (!keeping) return []
  if (entry !== undefined) return [`${section}.${entry}`]
  return Object.keys(declarations[keeping] ?? {}).map((each) => `${section}.${each}`)
}

function itemRuns(block: Block<Written>): ClauseRun[] {
  if (block.kind !== 'list') return block.runs.map((run) => ({ run, item: false }))
  return block.items.flatMap((runs) => runs.map((run, index) => ({ run, item: index === 0 })))
}

function wordsOf(speaking: Parameters<typeof sayRun>[0], runs: readonly ClauseRun[]): string {
  const words = (content: readonly Said[]) => plainText(content)
  return runs
    .map(({ run, item }) => `${item ? '\n- ' : ' '}${words(sayRun(speaking, run).content).trim()}`)
    .join('')
    .trim()
}
