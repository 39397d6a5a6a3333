import { LANGUAGES, type Language } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { placeholders } from '#statement/clauses.ts'
import { type Problem, type ProblemCode, problem } from '#statement/problem.ts'
import { quote } from '#statement/say/quote.ts'
import type { Statement } from '#statement/statement.ts'
import { runsOf } from '#statement/text/parse.ts'

const CODES = {
  unknown: 'PLACEHOLDER_UNKNOWN',
  undeclared: 'PLACEHOLDER_UNDECLARED',
  unsayable: 'PLACEHOLDER_UNSAYABLE',
} as const satisfies Record<string, ProblemCode>

/** Every placeholder points to something that is declared and that a sentence can say. */
export function checkPlaceholders(statement: Statement, vocabulary: Vocabulary): Problem[] {
  return LANGUAGES.flatMap((language) => languageProblems(statement, vocabulary, language))
}

function languageProblems(
  statement: Statement,
  vocabulary: Vocabulary,
  language: Language,
): Problem[] {
  const runs = statement.texts[language].blocks.flatMap((block) => runsOf(block))
  return runs
    .flatMap((run) => placeholders(run.content))
    .flatMap(({ path, place }) => {
      const quotation = quote(statement.declarations, path, vocabulary, language)
      if (quotation.outcome === 'said') return []
      const meant = quotation.outcome === 'unsayable' ? undefined : quotation.suggestion
      const details = { path: `{${path}}` }
      return [problem(CODES[quotation.outcome], place, details, meant && `{${meant}}`)]
    })
}
