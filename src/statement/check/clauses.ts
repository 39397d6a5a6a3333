import { LANGUAGES, type Language } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import {
  type ClauseRun,
  clauseRuns,
  listClauses,
  mechanismsOf,
  placeholders,
} from '#statement/clauses.ts'
import { type Problem, problem } from '#statement/problem.ts'
import { type Statement, textFile } from '#statement/statement.ts'
import { suggest } from '#statement/suggestion.ts'

/** Every clause stands once in each language, says something, and is kept by something. */
export function checkClauses(statement: Statement, vocabulary: Vocabulary): Problem[] {
  const texts = LANGUAGES.map((language) => ({ language, runs: clauseRuns(statement, language) }))
  return [
    ...texts.flatMap((text) => textProblems(text.runs)),
    ...texts.flatMap((text) =>
      texts.flatMap((other) => (text === other ? [] : partingProblems(statement, text, other))),
    ),
    ...keepingProblems(statement, vocabulary, texts),
    ...declaredProblems(statement, texts),
  ]
}

interface ClauseText {
  readonly language: Language
  readonly runs: ReadonlyMap<string, readonly ClauseRun[]>
}

function textProblems(clauses: ReadonlyMap<string, readonly ClauseRun[]>): Problem[] {
  return [...clauses].flatMap(([word, runs]) => {
    const [first, ...again] = runs.filter(({ run }) => run.begins).map(({ run }) => run.place)
    const empty = runs.every(({ run }) => run.content.length === 0)
    return [
      ...again.map((place) => problem('CLAUSE_DUPLICATE', place, { word })),
      ...(empty && first ? [problem('CLAUSE_EMPTY', first, { word })] : []),
    ]
  })
}

/** What one language says and the other does not. */
function partingProblems(statement: Statement, here: ClauseText, there: ClauseText): Problem[] {
  return [...here.runs].flatMap(([word, runs]) => {
    const place = placeOf(runs)
    const others = there.runs.get(word)
    if (!others) return [problem('CLAUSE_MISSING', place, { word, file: textFile(there.language) })]
    const quoted = new Set(mechanisms(statement, runs))
    return mechanisms(statement, others)
      .filter((path) => !quoted.has(path))
      .map((path) => problem('CLAUSE_LANGUAGES_DIFFER', place, { word, path }))
  })
}

function mechanisms({ declarations }: Statement, runs: readonly ClauseRun[]): string[] {
  const quoted = runs.flatMap(({ run }) => placeholders(run.content))
  return [...new Set(quoted.flatMap(({ path }) => mechanismsOf(declarations, path)))]
}

function keepingProblems(
  statement: Statement,
  vocabulary: Vocabulary,
  texts: readonly ClauseText[],
): Problem[] {
  const loose = listClauses(statement, vocabulary).filter(
    (clause) => clause.mechanisms.length === 0 && !clause.organisational,
  )
  return loose.map(({ id }) => {
    const runs = texts.flatMap((text) => text.runs.get(id) ?? [])
    return problem('CLAUSE_WITHOUT_MECHANISM', placeOf(runs), { word: id })
  })
}

function declaredProblems(statement: Statement, texts: readonly ClauseText[]): Problem[] {
  const { declarations, places } = statement
  const said = [...new Set(texts.flatMap((text) => [...text.runs.keys()]))]
  return Object.entries(declarations.clauses ?? {}).flatMap(([word, clause]) => {
    const place = places.key(['clauses', word])
    const problems: Problem[] = []
    if (!said.includes(word)) {
      problems.push(problem('CLAUSE_UNKNOWN', place, { word }, suggest(word, said)))
    }
    if (!clause.organisational) return problems
    if (clause.evidence === undefined) {
      problems.push(problem('EVIDENCE_MISSING', place, { word }))
    }
    if (clause.review === undefined) problems.push(problem('REVIEW_MISSING', place, { word }))
    return problems
  })
}

function placeOf(runs: readonly ClauseRun[]) {
  return runs[0]?.run.place ?? { file: textFile('nl'), line: 1, column: 1 }
}
