import { OWN_REACH, ownReachReaders } from '#statement/compile/plan-sql.ts'
import type { Plan } from '#statement/plan.ts'
import { leavingRows, wantedLeaving } from './leaving-rules.ts'
import { spellTerm } from './term.ts'

/** Something in the database that differs from what the statement in force makes of it. */
export interface Difference {
  readonly kind: 'missing' | 'extra' | 'changed'
  /** Name of the thing: `grant select(body) on notes to org_x__coaching`. */
  readonly object: string
}

/** Anything that answers SQL: a client of the owner, or a connection in the proof role. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/** Objects with a digest of their definition. Parameter: the schema. */
export const OBJECTS = `
  select 'policy ' || p.policyname || ' on ' || p.tablename as object,
    md5(concat_ws('|', p.permissive, p.roles, p.cmd, p.qual, p.with_check)) as digest
  from pg_policies p where p.schemaname = $1
  union all
  select 'function ' || p.oid::regprocedure::text, md5(pg_get_functiondef(p.oid) || coalesce(p.proacl::text, ''))
  from pg_proc p where p.pronamespace = $1::regnamespace
  union all
  select 'trigger ' || t.tgname || ' on ' || c.relname,
    md5(pg_get_triggerdef(t.oid) || t.tgenabled::text)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = $1::regnamespace and not t.tgisinternal
  union all
  select 'view ' || c.relname, md5(pg_get_viewdef(c.oid))
  from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'v'
  union all
  select 'table ' || c.relname, md5(concat_ws('|', c.relrowsecurity, c.relowner::regrole))
  from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r'`

const GRANTS = `
  with acl as (
    select c.relname as name, null::text as column, a.grantee, a.privilege_type
    from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'v') and a.grantee <> c.relowner
    union all
    select c.relname, t.attname, a.grantee, a.privilege_type
    from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
    where c.relnamespace = $1::regnamespace and a.grantee <> c.relowner)
  select 'grant ' || lower(privilege_type) || coalesce('(' || "column" || ')', '') || ' on ' ||
    name || ' to '
    || case when grantee = 0 then 'public' else grantee::regrole::text end as object
  from acl where grantee = 0 or grantee::regrole::text <> all ($2)`

const ROLES = `
  select 'role ' || r.rolname
    || case when r.rolcanlogin then ' login' else '' end
    || case when r.rolsuper or r.rolbypassrls or r.rolcreaterole
      or r.rolcreatedb then ' powers' else '' end as object
  from pg_roles r where starts_with(r.rolname, $1 || '__') and r.rolname <> $1 || '__proof'
  union all
  select 'member ' || m.member::regrole || ' of ' || m.roleid::regrole
    || case when m.inherit_option then ' inherits' else '' end || case when m.admin_option then
      ' admin' else '' end
  from pg_auth_members m join pg_roles r on r.oid = m.roleid
  where (starts_with(r.rolname, $1 || '__') or r.rolname = $1)
    and not (m.admin_option and not m.set_option)`

const ROWS = `
  select 'activity ' || activity || ' ' || role || ' ' || coalesce(starts, '') || case when opens
    then ' opens' else '' end as object from activities
  union all
  select concat_ws(' ', 'rule', activity, kind, relation, scope, 'after',
    coalesce(after, '-'), 'during', coalesce(during, '-'))
  from rules
  union all
  select concat_ws(' ', 'category', activity, kind, category,
    case when writes then 'writes' else 'reads' end)
  from category_rules
  union all
  select concat_ws(' ', 'retention', part, array_to_string(events, '+'),
    coalesce(nullif(extract(year from keep), 0) || 'Y', '') || coalesce(nullif(extract(month
      from keep), 0) || 'M', '')
    || coalesce(nullif(extract(day from keep), 0) || 'D', ''))
  from retention_rules
  union all
  select concat_ws(' ', 'right', word,
    coalesce(nullif(extract(year from within), 0) || 'Y', '')
    || coalesce(nullif(extract(month from within), 0) || 'M', '')
    || coalesce(nullif(extract(day from within), 0) || 'D', ''),
    case when at_once then 'at-once' end, case when self_service then 'self-service' end,
    'after ' || after_event)
  from right_rules
  union all
  select 'identification ' || way from identity_ways
  union all
  select concat_ws(' ', 'basis', activity, basis) from activity_bases`

/**
 * Compares pg_catalog and the compiled rules with a plan: roles and who may take them, grants by
 * column, rules, and every policy, function, trigger, view and table against what they were when
 * the plan was applied.
 */
export async function drift(database: Queryable, plan: Plan): Promise<Difference[]> {
  const { schema } = plan
  const known = [`${schema}__proof`, schema]
  const live = [
    ...(await names(database, GRANTS, [schema, known])),
    ...(await names(database, ROLES, [schema])),
    ...(await names(database, rowsOf(schema), [])),
    ...(await names(database, `select object from ${schema}.evidence_reach()`, [])),
    ...(await names(database, leavingRows(schema), [])),
  ]
  const wanted = wantedOf(plan)
  const changed = await withoutSearchPath(database, () => changedObjects(database, schema))
  return [...compareNames(wanted, live), ...changed].toSorted((a, b) =>
    a.object < b.object ? -1 : 1,
  )
}

/** How many things `drift` compares, for whoever wants to know that it looked at something. */
export function countPlanned(plan: Plan): number {
  return wantedOf(plan).length
}

function wantedOf(plan: Plan): string[] {
  return [...wantedGrants(plan), ...wantedRoles(plan), ...wantedRows(plan), ...wantedLeaving(plan)]
}

async function names(database: Queryable, text: string, values: unknown[]): Promise<string[]> {
  const { rows } = await database.query(text, values)
  return rows.map((row) => String((row as { object: unknown }).object))
}

function compareNames(wanted: readonly string[], live: readonly string[]): Difference[] {
  const [is, should] = [new Set(live), new Set(wanted)]
  return [
    ...wanted
      .filter((object) => !is.has(object))
      .map((object) => ({ kind: 'missing' as const, object })),
    ...live
      .filter((object) => !should.has(object))
      .map((object) => ({ kind: 'extra' as const, object })),
  ]
}

/**
 * Runs `work` with an empty search path: PostgreSQL writes definitions with the names of schemas
 * that are not on it, and so the same definition is always the same text.
 */
export async function withoutSearchPath<T>(
  database: Queryable,
  work: () => Promise<T>,
): Promise<T> {
  const [before] = await names(database, `select current_setting('search_path') as object`, [])
  const set = `select set_config('search_path', $1, false)`
  await database.query(set, [''])
  const result = await work()
  await database.query(set, [before])
  return result
}

async function changedObjects(database: Queryable, schema: string): Promise<Difference[]> {
  const { rows } = await database.query(
    `select coalesce(l.object, a.object) as object,
       case when l.object is null then 'missing' when a.object is null then 'extra' else 'changed'
         end as kind
     from (${OBJECTS}) l full join "${schema}".applied a on a.object = l.object
     where l.digest is distinct from a.digest`,
    [schema],
  )
  // The query gives exactly these two columns.
  return rows as Difference[]
}

function wantedGrants(plan: Plan): string[] {
  return [
    ...ownReachReaders(plan).map((role) => `grant select on ${OWN_REACH} to ${role}`),
    ...plan.grants.flatMap(({ role, table, right, columns }) =>
      columns.length === 0
        ? [`grant ${right} on ${table} to ${role}`]
        : columns.map((column) => `grant ${right}(${column}) on ${table} to ${role}`),
    ),
  ]
}

function wantedRoles({ roles, schema }: Plan): string[] {
  return [
    ...roles.flatMap(({ role }) => [`role ${role}`, `member gestand_app of ${role}`]),
    `member gestand_app of ${schema}`,
    `member gestand_worker of ${schema}__proof`,
  ]
}

function rowsOf(schema: string): string {
  return ROWS.replaceAll(
    /from (activit(?:ies|y_bases)|(?:category_|retention_|right_)?rules|identity_ways)/g,
    `from "${schema}".$1`,
  )
}

function wantedRows(plan: Plan): string[] {
  return [
    ...plan.roles.map(
      ({ activity, role, starts, opens }) =>
        `activity ${activity} ${role} ${starts ?? ''}${opens ? ' opens' : ''}`,
    ),
    ...plan.rules.map(
      ({ activity, kind, relation, scope, after, during }) =>
        `rule ${activity} ${kind} ${relation} ${scope} after ${after ?? '-'} during ${during ?? '-'}`,
    ),
    ...plan.categoryRules.map(
      ({ activity, kind, category, writes }) =>
        `category ${activity} ${kind} ${category} ${writes ? 'writes' : 'reads'}`,
    ),
    ...plan.retention.map(
      ({ part, from, keep }) => `retention ${part} ${from.join('+')} ${spellTerm(keep)}`,
    ),
    ...plan.rights.map(({ word, within, atOnce, selfService, after }) =>
      [
        'right',
        word,
        spellTerm(within),
        atOnce && 'at-once',
        selfService && 'self-service',
        after !== null && `after ${after}`,
      ]
        .filter((part) => part !== false)
        .join(' '),
    ),
    ...plan.identification.map((way) => `identification ${way}`),
    ...plan.roles.map(({ activity, basis }) => `basis ${activity} ${basis}`),
  ]
}
