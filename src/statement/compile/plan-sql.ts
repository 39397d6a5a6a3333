import type { Grant, Plan, Policy } from '#statement/plan.ts'
import { fillPolicies } from './filled-policies.ts'
import { literal } from './literal.ts'

/**
 * Functions of the organisation's schema that the policies call with the rights of whoever reads.
 */
const POLICY_FUNCTIONS = [
  'actor()',
  'current_activity()',
  'opened()',
  'acting(text)',
  'acting(text[])',
  'opened(text)',
  'reached(text)',
  'scoped_kinds(text)',
  'readable(text)',
  'writable(text)',
  'consent_stands(uuid, text)',
] as const

/** The view that policies read with the rights of whoever reads: the own reach and no more. */
export const OWN_REACH = 'own_reach'

/**
 * A plan as SQL statements for a schema that has its tables and no roles, grants, policies or rules
 * yet. Run them in one transaction: the first sets the search path for it. Identifiers are quoted;
 * the order is always the same.
 */
export function planSql(plan: Plan): string[] {
  const tables = [...new Set(plan.grants.map((grant) => grant.table))]
  return [
    `set local search_path to ${name(plan.schema)}, pg_temp`,
    ...plan.roles.flatMap(({ role }) => roleSql(plan.schema, role)),
    ...tables.map((table) => `alter table ${name(table)} enable row level security`),
    // Policies come before grants: what has no policy yet shows nothing.
    ...fillPolicies(plan).map(createPolicy),
    ...grantSql(plan.grants),
    ...ownReachReaders(plan).map((role) => `grant select on ${OWN_REACH} to ${name(role)}`),
    ...ruleRows(plan),
  ]
}

/** The roles whose policies read their own reach row by row: no other is given the view. */
export function ownReachReaders({ policies }: Plan): string[] {
  const reading = policies.filter(({ using }) => using?.includes(OWN_REACH))
  return [...new Set(reading.flatMap(({ roles }) => roles))].toSorted()
}

/** A name as SQL: `"relations"`. */
function name(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}

function createPolicy(policy: Policy): string {
  const roles = policy.roles.length === 0 ? 'public' : policy.roles.map(name).join(', ')
  const parts = [
    `create policy ${name(policy.name)} on ${name(policy.table)}`,
    policy.restrictive ? 'as restrictive' : 'as permissive',
    `for ${policy.command} to ${roles}`,
    policy.using === undefined ? '' : `using (${policy.using})`,
    policy.check === undefined ? '' : `with check (${policy.check})`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** Grants as SQL, one statement for all roles that get the same: each rewrites a table's rights. */
function grantSql(grants: readonly Grant[]): string[] {
  const same = Map.groupBy(grants, ({ table, right, columns }) => {
    const some = columns.length === 0 ? '' : ` (${columns.map(name).join(', ')})`
    return `grant ${right}${some} on ${name(table)}`
  })
  return [...same].map(
    ([what, all]) => `${what} to ${all.map(({ role }) => name(role)).join(', ')}`,
  )
}

function roleSql(schema: string, role: string): string[] {
  return [
    `create role ${name(role)} nologin noinherit`,
    `grant usage on schema ${name(schema)} to ${name(role)}`,
    `grant execute on function ${POLICY_FUNCTIONS.join(', ')} to ${name(role)}`,
  ]
}

function ruleRows(plan: Plan): string[] {
  return [
    ...rows(
      'activities',
      'activity, role, starts, opens',
      plan.roles.map((row) => [row.activity, row.role, row.starts, row.opens]),
    ),
    ...rows(
      'rules',
      'activity, kind, relation, scope, after, during',
      plan.rules.map((r) => [r.activity, r.kind, r.relation, r.scope, r.after, r.during]),
    ),
    ...rows(
      'category_rules',
      'activity, kind, category, writes',
      plan.categoryRules.map((row) => [row.activity, row.kind, row.category, row.writes]),
    ),
    ...rows(
      'retention_rules',
      'part, events, keep',
      plan.retention.map((row) => [row.part, row.from, row.keep]),
    ),
  ]
}

type Row = readonly (string | boolean | null | readonly string[])[]

function rows(table: string, columns: string, values: readonly Row[]): string[] {
  if (values.length === 0) return []
  const lines = values.map((row) => `  (${row.map(literal).join(', ')})`)
  return [`insert into ${name(table)} (${columns}) values\n${lines.join(',\n')}`]
}
