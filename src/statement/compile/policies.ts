import type { TableEntry } from '#statement/catalogue.ts'
import { type ActivityRole, FILLED, type Grant, type Policy, type Rule } from '#statement/plan.ts'
import { compareWords } from '#statement/sorting.ts'

interface Granted {
  readonly roles: readonly ActivityRole[]
  readonly grants: readonly Grant[]
  readonly rules: readonly Rule[]
  /** Relations in which a holder may stand to tens of thousands of dossiers. */
  readonly many: ReadonlySet<string>
}

/**
 * Row-security policies: generic, and only where some activity has the grant that they limit. See
 * ARCHITECTURE.md, "From statement to grants".
 */
export function compilePolicies(tables: readonly TableEntry[], granted: Granted): Policy[] {
  const overseers = overseeingRoles(granted)
  const broad = broadRoles(granted)
  const policies = tables.flatMap((table) => {
    const grants = granted.grants.filter((grant) => grant.table === table.name)
    if (grants.length === 0) return []
    const readers = new Set(grants.filter((each) => each.right === 'select').map((g) => g.role))
    const scoped = overseers.filter((role) => readers.has(role))
    const reading = { scoped, broad: broad.filter((role) => readers.has(role)), readers }
    return [...tablePolicies(table, grants, reading), ...restrictions(table)]
  })
  return policies.toSorted((a, b) => compareWords(policyKey(a), policyKey(b)))
}

/**
 * Roles of activities held by a function. An activity that starts dossiers is not among them: a
 * function lets its holder begin a dossier there, not look into those of others.
 */
function overseeingRoles({ roles, rules }: Granted): string[] {
  const held = new Set(
    rules.filter((rule) => rule.scope === 'organisation').map((rule) => rule.activity),
  )
  return roles.filter((each) => held.has(each.activity) && !each.starts).map((each) => each.role)
}

/** Roles of activities that somebody may reach tens of thousands of dossiers in. */
function broadRoles({ roles, rules, many }: Granted): string[] {
  const reaching = rules.filter((rule) => rule.scope === 'dossier' && many.has(rule.relation))
  const activities = new Set(reaching.map((rule) => rule.activity))
  return roles.filter((each) => activities.has(each.activity)).map((each) => each.role)
}

/** The roles that read a table, and how. */
interface Reading {
  readonly readers: ReadonlySet<string>
  /** By a function. */
  readonly scoped: readonly string[]
  /** With a reach that may be large. */
  readonly broad: readonly string[]
}

function tablePolicies(table: TableEntry, grants: readonly Grant[], reading: Reading): Policy[] {
  if (table.belongs === 'organisation') {
    return [permit(table, 'acting', 'all', { using: ACTING })]
  }
  const { scoped } = reading
  if (table.card) return cardPolicies(table, grants, reading)
  const opened = permit(table, 'opened', 'all', { using: `${dossierColumn(table)} = ${OPENED}` })
  if (!table.overseen || scoped.length === 0) return [opened]
  const oversight = { using: ACTING, roles: scoped }
  return [opened, permit(table, 'oversight', 'select', oversight)]
}

const ACTING = `(select acting(${FILLED.activities}))`
const OPENED = `(select opened(${FILLED.activity}))`
const REACHED = `any ((select reached(${FILLED.activity}))::uuid[])`
const SCOPED = `any (array(select scoped_kinds(${FILLED.activity})))`
const READABLE = `any (array(select readable(${FILLED.activity})))`
const WRITABLE = `any (array(select writable(${FILLED.activity})))`

function cardPolicies(
  table: TableEntry,
  grants: readonly Grant[],
  { readers, scoped, broad }: Reading,
): Policy[] {
  const column = dossierColumn(table)
  const has = (right: Grant['right']) => grants.some((grant) => grant.right === right)
  const placed = `"${table.name}".${column}`
  const opened = `${column} = ${OPENED}`
  // A scalar: a set would be gathered whole for a page that shows fifty.
  const inScope =
    table.name === 'dossiers'
      ? `kind = ${SCOPED}`
      : `(select d.kind from dossiers d where d.id = ${placed}) = ${SCOPED}`
  const policies: Policy[] = []
  if (has('select')) {
    const asked = table.beside ? [...readers].toSorted() : broad
    const narrow = [...readers].filter((role) => !asked.includes(role))
    if (narrow.length > 0) {
      const roles = asked.length > 0 ? narrow : []
      policies.push(permit(table, 'reach', 'select', { using: `${column} = ${REACHED}`, roles }))
    }
    if (asked.length > 0) {
      const using = withinReach(placed)
      policies.push(permit(table, 'reach_many', 'select', { using, roles: asked }))
    }
    if (scoped.length > 0) {
      policies.push(permit(table, 'scope', 'select', { using: inScope, roles: scoped }))
    }
  }
  if (has('insert')) policies.push(permit(table, 'opened_insert', 'insert', { check: opened }))
  if (has('update')) {
    const both = { using: opened, check: opened }
    policies.push(permit(table, 'opened_update', 'update', both))
  }
  if (has('delete')) policies.push(permit(table, 'opened_delete', 'delete', { using: opened }))
  return policies
}

/**
 * Asked of each row: a scalar, for a set would be gathered whole where the planner thinks that many
 * rows will ask.
 */
function withinReach(dossier: string): string {
  const row = `o.activity = ${FILLED.activity} and o.dossier_id = ${dossier}`
  return `coalesce((select true from own_reach o where ${row} limit 1), false)`
}

function restrictions(table: TableEntry): Policy[] {
  const columns = [...new Set(table.columns.flatMap((each) => each.categoryIn?.column ?? []))]
  const byRow = columns.toSorted().map((column, index) => ({
    ...permit(table, index === 0 ? 'category' : `category_${column}`, 'all', {
      using: `${column} = any (${FILLED.reads}) or ${column} = ${READABLE}`,
      check: `${column} = any (${FILLED.writes}) or ${column} = ${WRITABLE}`,
    }),
    restrictive: true,
  }))
  if (table.whileConsent === undefined) return byRow
  const using = `consent_stands(${table.whileConsent}, ${FILLED.activity})`
  return [...byRow, { ...permit(table, 'consent', 'select', { using }), restrictive: true }]
}

function permit(
  table: TableEntry,
  name: string,
  command: Policy['command'],
  rest: { using?: string; check?: string; roles?: readonly string[] },
): Policy {
  return { table: table.name, name, command, restrictive: false, roles: [], ...rest }
}

function dossierColumn(table: TableEntry): string {
  return table.name === 'dossiers' ? 'id' : 'dossier_id'
}

function policyKey(policy: Policy): string {
  return [policy.table, policy.name].join(' ')
}
