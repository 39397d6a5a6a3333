import type { Catalogue, TableEntry, Vocabulary } from '#statement/catalogue.ts'
import type { ActivityRole, Grant, Plan, RetentionRule, RightRule } from '#statement/plan.ts'
import { type Declarations, IDENTIFICATIONS } from '#statement/shape.ts'
import { compareWords } from '#statement/sorting.ts'
import type { Statement } from '#statement/statement.ts'
import { findWord } from '#statement/vocabulary.ts'
import { compileGrants } from './grants.ts'
import { compileConsents, compileRecipients } from './leaving.ts'
import { compilePolicies } from './policies.ts'
import { compileCategoryRules, compileRules } from './rules.ts'

/**
 * Makes of a statement what the database must be: roles, grants, policies, rules and retention. The
 * statement must have passed `checkStatement` without errors. Deterministic: the order in which
 * things are declared does not matter.
 */
export function compile(statement: Statement, catalogue: Catalogue): Plan {
  const { organisation, declarations } = statement
  const schema = `org_${organisation}`
  const named = compileRoles(schema, declarations, catalogue.vocabulary)
  const grants = compileGrants(declarations, catalogue, named)
  const roles = withOpening(named, grants, catalogue.tables)
  const rules = compileRules(declarations, catalogue.vocabulary)
  return {
    organisation,
    schema,
    version: declarations.version,
    inForce: declarations['in-force'],
    roles,
    grants,
    policies: compilePolicies(catalogue.tables, {
      roles,
      grants,
      rules,
      many: manyRelations(catalogue.vocabulary),
    }),
    rules,
    categoryRules: compileCategoryRules(declarations),
    optionalCategories: compileOptional(declarations),
    retention: compileRetention(declarations),
    rights: compileRights(declarations),
    identification: [...new Set(declarations.identification ?? IDENTIFICATIONS)].toSorted(),
    consents: compileConsents(declarations),
    recipients: compileRecipients(declarations, catalogue.vocabulary),
  }
}

function manyRelations({ relations }: Vocabulary): ReadonlySet<string> {
  const words = Object.entries(relations).filter(([, { many }]) => many === true)
  return new Set(words.map(([word]) => word))
}

function compileOptional({ categories }: Declarations): string[] {
  return Object.entries(categories)
    .filter(([, { optional }]) => optional === true)
    .map(([word]) => word)
    .toSorted(compareWords)
}

/** Names a role after an activity: `org_reintegration__relation_management`. */
function roleName(schema: string, activity: string): string {
  return `${schema}__${activity.replaceAll('-', '_')}`
}

function compileRoles(
  schema: string,
  declarations: Declarations,
  vocabulary: Vocabulary,
): Omit<ActivityRole, 'opens'>[] {
  return Object.keys(declarations.activities)
    .toSorted()
    .map((activity) => ({
      activity,
      role: roleName(schema, activity),
      starts: findWord(vocabulary.activities, activity)?.starts ?? null,
      basis: declarations.activities[activity]?.basis ?? '',
    }))
}

/**
 * A dossier is opened for its contents. Cards and what officers oversee show without, and for what
 * tells nothing of the person nobody needs to open it.
 */
function withOpening(
  roles: readonly Omit<ActivityRole, 'opens'>[],
  grants: readonly Grant[],
  tables: readonly TableEntry[],
): ActivityRole[] {
  const contents = new Set(
    tables
      .filter(({ belongs, card }) => belongs === 'dossiers' && !card)
      .filter(({ overseen, impersonal }) => !overseen && impersonal === undefined)
      .map(({ name }) => name),
  )
  const opening = new Set(grants.filter(({ table }) => contents.has(table)).map(({ role }) => role))
  return roles.map((role) => ({ ...role, opens: opening.has(role.role) }))
}

function compileRetention(declarations: Declarations): RetentionRule[] {
  return Object.entries(declarations.retention)
    .map(([part, { from, keep, kinds, sooner = [], later = [], unless = [], ...rest }]) => ({
      part,
      from: [from ?? []].flat().toSorted(),
      keep: keep === 'indefinitely' ? null : keep,
      kinds: Object.entries(kinds ?? {}).toSorted(([a], [b]) => compareWords(a, b)),
      atLeast: rest['at-least']?.keep ?? null,
      sooner: [...new Set([sooner, unless].flat())].toSorted(),
      later: [...new Set([later, unless].flat())].toSorted(),
    }))
    .toSorted((a, b) => compareWords(a.part, b.part))
}

function compileRights(declarations: Declarations): RightRule[] {
  return Object.entries(declarations.rights)
    .map(([word, right]) => ({
      word,
      within: right.within ?? null,
      atOnce: right['at-once'] ?? false,
      selfService: right['self-service'] ?? false,
      after: right.after ?? null,
    }))
    .toSorted((a, b) => compareWords(a.word, b.word))
}
