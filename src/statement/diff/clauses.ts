import { LANGUAGES, type Language } from '#kernel/language.ts'
import { clauseRuns } from '#statement/clauses.ts'
import { type Statement, textFile } from '#statement/statement.ts'
import type { Written } from '#statement/text/block.ts'
import { runsOf } from '#statement/text/parse.ts'
import { type Change, change, lacking } from './change.ts'
import type { ChangeCode } from './changes.ts'
import { same } from './comparison.ts'

/**
 * Differences in the words of the texts and in what keeps the clauses; what they quote is told
 * elsewhere.
 */
export function diffClauses(before: Statement, after: Statement): Change[] {
  const [old, now] = [clauseIds(before), clauseIds(after)]
  const kept = now.filter((id) => old.includes(id))
  return [
    ...lacking(now, old).map(tell('clause-added')),
    ...lacking(old, now).map(tell('clause-removed')),
    ...kept.filter((id) => isReworded(before, after, id)).map(tell('clause-reworded')),
    ...kept
      .filter((id) => {
        return !same(before.declarations.clauses?.[id], after.declarations.clauses?.[id])
      })
      .map(tell('clause-keeping-changed')),
    ...LANGUAGES.filter((language) => restOf(before, language) !== restOf(after, language)).map(
      (language) => {
        const file = textFile(language)
        return change('text-changed', file, { of: 'statement' }, { file })
      },
    ),
  ]
}

function tell(code: ChangeCode): (clause: string) => Change {
  return (clause) => change(code, `clauses.${clause}`, { of: 'clause', clause }, { clause })
}

function clauseIds(statement: Statement): string[] {
  const ids = LANGUAGES.flatMap((language) => [...clauseRuns(statement, language).keys()])
  return [...new Set(ids)].toSorted()
}

function isReworded(before: Statement, after: Statement, id: string): boolean {
  return LANGUAGES.some((language) => {
    return clauseWords(before, language, id) !== clauseWords(after, language, id)
  })
}

function clauseWords(statement: Statement, language: Language, id: string): string {
  const runs = clauseRuns(statement, language).get(id) ?? []
  return runs.map(({ run }) => wordsOf(run.content)).join('\n')
}

/** What stands outside the clauses. */
function restOf(statement: Statement, language: Language): string {
  return statement.texts[language].blocks
    .flatMap((block) => runsOf(block).filter((run) => run.clause === undefined))
    .map((run) => wordsOf(run.content))
    .join('\n')
}

/** Text as written, with its placeholders. */
function wordsOf(content: readonly Written[]): string {
  return content
    .map((each) => {
      if (each.kind === 'plain') return each.text
      return each.kind === 'placeholder' ? `{${each.path}}` : wordsOf(each.content)
    })
    .join('')
}
