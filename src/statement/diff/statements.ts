import type { Vocabulary } from '#statement/catalogue.ts'
import { sayDate } from '#statement/say/date.ts'
import type { Statement } from '#statement/statement.ts'
import { diffActivities } from './activities.ts'
import { diffCategories } from './categories.ts'
import { type Change, change, inEachLanguage } from './change.ts'
import { diffClauses } from './clauses.ts'
import { Comparison, same } from './comparison.ts'
import { diffRecipients } from './recipients.ts'
import { diffRelations } from './relations.ts'
import { diffRetention } from './retention.ts'
import { diffRights } from './rights.ts'

/**
 * The differences between two statements of an organisation, each named: it narrows what may be
 * done with people's data, widens it, or does neither. Equal statements have none.
 */
export function diffStatements(
  before: Statement,
  after: Statement,
  vocabulary: Vocabulary,
): Change[] {
  const comparison = new Comparison(before.declarations, after.declarations, vocabulary)
  return [
    ...diffHead(comparison),
    ...diffCategories(comparison),
    ...diffActivities(comparison),
    ...diffRelations(comparison),
    ...diffRecipients(comparison),
    ...diffRetention(comparison),
    ...diffRights(comparison),
    ...diffClauses(before, after),
  ]
}

function diffHead({ before, after }: Comparison): Change[] {
  const subject = { of: 'statement' } as const
  const changes: Change[] = []
  if (before.version !== after.version) {
    const values = { before: String(before.version), after: String(after.version) }
    changes.push(change('version-changed', 'version', subject, values))
  }
  if (before['in-force'] !== after['in-force']) {
    const values = {
      before: inEachLanguage((language) => sayDate(before['in-force'], language)),
      after: inEachLanguage((language) => sayDate(after['in-force'], language)),
    }
    changes.push(change('in-force-changed', 'in-force', subject, values))
  }
  if (!same(before.controller, after.controller)) {
    changes.push(change('controller-changed', 'controller', subject))
  }
  if (!same(before.contacts, after.contacts)) {
    changes.push(change('contacts-changed', 'contacts', subject))
  }
  return changes
}
