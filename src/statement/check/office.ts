import type { Vocabulary } from '#statement/catalogue.ts'
import { type Problem, problem } from '#statement/problem.ts'
import { durationDays } from '#statement/say/duration.ts'
import type { Statement } from '#statement/statement.ts'

/** A month as the regulation reckons it, in days. */
const LONGEST_ANSWER_DAYS = 31

/**
 * What every organisation offers the people whose data it holds: rights, somebody to turn to, and
 * backups.
 */
export function checkOffice(statement: Statement, vocabulary: Vocabulary): Problem[] {
  const { declarations, places } = statement
  const problems = Object.keys(vocabulary.rights)
    .filter((word) => !Object.hasOwn(declarations.rights, word))
    .map((word) => problem('RIGHT_MISSING', places.key(['rights']), { word }))
  for (const [word, right] of Object.entries(declarations.rights)) {
    const place = places.key(['rights', word])
    const { within } = right
    if (within === undefined && !right['at-once'] && !right['self-service']) {
      problems.push(problem('RIGHT_WITHOUT_TERM', place, { word }))
    }
    // A complaint follows the organisation's own regulation; requests follow article 12.
    if (within && word !== 'complaint' && durationDays(within) > LONGEST_ANSWER_DAYS) {
      const at = places.value(['rights', word, 'within'])
      problems.push(problem('RIGHT_TOO_SLOW', at, { word }))
    }
  }
  const { officer, responsible } = declarations.contacts
  if (!officer && !responsible) {
    problems.push(problem('CONTACT_MISSING', places.key(['contacts'])))
  }
  if (durationDays(declarations.backups.keep) < durationDays(declarations.backups.every)) {
    problems.push(problem('BACKUP_GAP', places.value(['backups', 'keep'])))
  }
  return problems
}
