import type { Vocabulary } from '#statement/catalogue.ts'
import { listWords, type WordUse } from '#statement/descriptor.ts'
import { isProblemCode, type Problem, type ProblemCode, problem } from '#statement/problem.ts'
import type { Statement } from '#statement/statement.ts'
import { suggest } from '#statement/suggestion.ts'

/** Per list of the vocabulary: the ends of the codes `UNKNOWN_…` and `UNDECLARED_…`. */
const NOUNS: Readonly<Record<string, string>> = {
  kinds: 'KIND',
  categories: 'CATEGORY',
  relations: 'RELATION',
  activities: 'ACTIVITY',
  consents: 'CONSENT',
  events: 'EVENT',
  parts: 'PART',
  decisions: 'DECISION',
  periods: 'PERIOD',
  recipientKinds: 'RECIPIENT_KIND',
  rights: 'RIGHT',
  mechanisms: 'MECHANISM',
}

/** Every word exists, is declared where it must be, and stands once in a list. */
export function checkWordUses(statement: Statement, vocabulary: Vocabulary): Problem[] {
  const uses = listWords(statement.declarations)
  return [
    ...uses.flatMap((use) => wordProblems(statement, vocabulary, use)),
    ...repeated(statement, uses),
  ]
}

function wordProblems(statement: Statement, vocabulary: Vocabulary, use: WordUse): Problem[] {
  const { node, word, written, path } = use
  const list = node.words ?? ''
  const known = keysOf(vocabulary, list)
  const place = use.key ? statement.places.key(path) : statement.places.value(path)
  const prefix = node.prefix ?? ''
  if (word === undefined || !known.includes(word)) {
    const meant = suggest(word ?? written.replace(/^.*\./, ''), known)
    const suggestion = meant && `${prefix}${meant}`
    return [problem(codeOf('UNKNOWN', list), place, { word: written }, suggestion)]
  }
  if (!node.declared) return []
  const declared = keysOf(statement.declarations, list)
  if (declared.includes(word)) return []
  const meant = suggest(word, declared)
  const suggestion = meant && `${prefix}${meant}`
  return [problem(codeOf('UNDECLARED', list), place, { word }, suggestion)]
}

function repeated(statement: Statement, uses: readonly WordUse[]): Problem[] {
  const seen = new Set<string>()
  return uses.flatMap(({ path, written }) => {
    if (typeof path.at(-1) !== 'number') return []
    const inList = [...path.slice(0, -1), written].join('/')
    if (!seen.has(inList)) {
      seen.add(inList)
      return []
    }
    return [problem('REPEATED_WORD', statement.places.value(path), { word: written })]
  })
}

function codeOf(prefix: 'UNKNOWN' | 'UNDECLARED', list: string): ProblemCode {
  const code = `${prefix}_${NOUNS[list] ?? ''}`
  return isProblemCode(code) ? code : 'UNKNOWN_KEY'
}

function keysOf(lists: object, name: string): string[] {
  const list: unknown = Object.hasOwn(lists, name) ? Reflect.get(lists, name) : undefined
  return typeof list === 'object' && list !== null ? Object.keys(list) : []
}
