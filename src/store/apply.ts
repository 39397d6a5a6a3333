import { AppError } from '#kernel/error.ts'
import type { Catalogue } from '#statement/catalogue.ts'
import type { Plan } from '#statement/plan.ts'
import { planSql } from '#statement/index.ts'
import type { Application } from './application.ts'
import { OBJECTS, withoutSearchPath } from './drift.ts'
import { LOGINS } from './install.ts'
import { writeLeavingRules } from './leaving-rules.ts'
import { proofRole } from './organisation.ts'
import { inTransaction, type Owner, patiently, quoted } from './owner.ts'
import { expectVersion, notePublication, takePublicationLock } from './publication.ts'
import { wantedBy } from './wanted.ts'
import { writeTerms } from './retention-terms.ts'

/**
 * Makes a plan true, in one transaction: whoever reads meanwhile sees the old rules or the new
 * ones. Roles of activities that are no longer declared go, with all they reached; terms are
 * reckoned anew. The same version with the same text can be applied again, which mends what was
 * changed by hand.
 *
 * @returns How many dossiers got another end date.
 * @throws `IN_FORCE_LATER` when its day has not come; `VERSION_TAKEN` when the version exists with
 *   another text; `VERSION_PASSED` when a higher one is in force. Nothing has changed then.
 */
export async function apply(owner: Owner, application: Application): Promise<number> {
  return patiently(owner, () => inTransaction(owner, () => makeTrue(owner, application)))
}

async function makeTrue(owner: Owner, application: Application): Promise<number> {
  const { name, plan, catalogue, source } = application
  await owner.query(`select pg_advisory_xact_lock(hashtext('gestand apply'))`)
  await takePublicationLock(owner, plan.schema)
  await takeTables(owner, plan.schema)
  await expectVersion(owner, application)
  if (await isLater(owner, plan)) {
    throw new AppError('IN_FORCE_LATER', { version: plan.version, inForce: plan.inForce })
  }
  await notePublication(owner, application)
  await clear(owner, plan)
  await runAll(owner, planSql(plan).map(unlessPresent))
  await openDoors(owner, plan)
  await grantProof(owner, plan.organisation, catalogue)
  await writeRelationWords(owner, plan, catalogue)
  await writeOptional(owner, plan)
  await writeTerms(owner, plan, catalogue.vocabulary)
  await writeRights(owner, plan)
  await writeLeavingRules(owner, plan)
  await owner.query(
    `insert into statements (version, in_force, source) values ($1, $2, $3)
       on conflict (version) do update set applied_at = now()`,
    [plan.version, plan.inForce, JSON.stringify(source)],
  )
  await owner.query(
    `update publications set applied_at = coalesce(applied_at, now()), problem = null
       where version = $1`,
    [plan.version],
  )
  await owner.query('update gestand.organisations set name = $2 where id = $1', [
    plan.organisation,
    name,
  ])
  await noteObjects(owner, plan.schema)
  await owner.query('select renew_reach()')
  const { rows } = await owner.query<{ changed: number }>('select reckon_expiry()::int as changed')
  await owner.query(`select record('applied', 'system', null, null, 'statements', $1, null)`, [
    String(plan.version),
  ])
  return rows[0]?.changed ?? 0
}

/**
 * Keeps every reader out until all is done: who came in halfway would wait for this while this
 * waits for them. A lock that does not come in time is given up, with all others, because whoever
 * comes after stands behind it.
 */
async function takeTables(owner: Owner, schema: string): Promise<void> {
  const { rows } = await owner.query<{ tables: string | null }>(
    `select string_agg(format('%I.%I', $1::text, relname), ', ' order by relname) as tables
     from pg_class
     where relnamespace = $1::regnamespace and relkind = 'r' and relrowsecurity`,
    [schema],
  )
  const tables = rows[0]?.tables
  if (!tables) return
  await runAll(owner, [
    `set local lock_timeout = '500ms'`,
    `lock table ${tables} in access exclusive mode`,
    'set local lock_timeout to default',
  ])
}

/** Whether the day of a statement is yet to come, as the organisations reckon days. */
export async function isLater(owner: Owner, { inForce }: Pick<Plan, 'inForce'>): Promise<boolean> {
  const { rows } = await owner.query<{ later: boolean }>(
    'select $1::date > gestand.today() as later',
    [inForce],
  )
  return rows[0]?.later ?? false
}

/** Takes away all that an earlier plan gave, so that what is left follows from this plan alone. */
async function clear(owner: Owner, plan: Plan): Promise<void> {
  const { schema } = plan
  await owner.query(`select set_config('search_path', $1, true)`, [
    `${quoted(schema)}, gestand, pg_temp`,
  ])
  const { rows: policies } = await owner.query<{ statement: string }>(
    `select format('drop policy %I on %I.%I', policyname, schemaname, tablename) as statement
     from pg_policies where schemaname = $1 and policyname !~ '^core_'`,
    [schema],
  )
  const declared = plan.roles.map(({ role }) => role)
  const { rows: roles } = await owner.query<{ role: string }>(
    `select rolname as role from pg_roles where starts_with(rolname, $1 || '__') and rolname <> $2`,
    [schema, proofRole(plan.organisation)],
  )
  // One statement for all roles: each names every table, and rewrites its rights once.
  const grantees = roles.map(({ role }) => quoted(role)).join(', ')
  const revokes = [
    `revoke all on all tables in schema ${quoted(schema)} from ${grantees}`,
    `revoke all on all functions in schema ${quoted(schema)} from ${grantees}`,
    `revoke all on schema ${quoted(schema)}, gestand from ${grantees}`,
  ]
  const gone = roles.filter(({ role }) => !declared.includes(role))
  await runAll(owner, [
    ...policies.map(({ statement }) => statement),
    ...(roles.length > 0 ? revokes : []),
    ...gone.map(({ role }) => dropRole(role)),
    'delete from rules; delete from category_rules; delete from optional_categories; delete from retention_rules',
    'delete from relation_words; delete from right_rules; delete from identity_ways',
    'delete from activity_bases; delete from activities',
  ])
}

/**
 * Roles are of the whole server: one that another database on it uses as well stays, with nothing
 * here. Drift tells when more than that is left.
 */
function dropRole(role: string): string {
  return `do $$ begin drop role ${quoted(role)};
    exception when dependent_objects_still_exist then null; end $$`
}

/** Roles are of the whole server: one that is there already, or just came, is not made again. */
function unlessPresent(statement: string): string {
  return statement.startsWith('create role ')
    ? `do $$ begin ${statement};
       exception when duplicate_object or unique_violation then null; end $$`
    : statement
}

/** The application may take the roles of activities, without inheriting anything from them. */
async function openDoors(owner: Owner, plan: Plan): Promise<void> {
  const schema = quoted(plan.schema)
  await runAll(
    owner,
    plan.roles.flatMap(({ role }) => [
      `grant ${quoted(role)} to ${LOGINS.app} with inherit false, set true`,
      `grant execute on function ${schema}.start_dossier, ${schema}.after_needed, ${schema}.holds
       to ${quoted(role)}`,
      `grant usage on schema gestand to ${quoted(role)}`,
    ]),
  )
}

/**
 * What anyone may see, and what checks see: keys, stamps and impersonal columns, never a category
 * of data.
 */
async function grantProof(owner: Owner, organisation: string, catalogue: Catalogue): Promise<void> {
  const base = quoted(`org_${organisation}`)
  const proof = quoted(proofRole(organisation))
  const statements = catalogue.tables.flatMap((table) => {
    const columns = table.columns
      .filter((column) => column.key || column.stamp || column.impersonal !== undefined)
      .map((column) => quoted(column.name))
    if (table.belongs === 'system' || columns.length === 0) return []
    const name = quoted(table.name)
    return [
      `alter table ${name} enable row level security`,
      `grant select (${columns.join(', ')}) on ${name} to ${proof}`,
      `create policy proof on ${name} to ${proof} using (true) with check (true)`,
      ...(table.public
        ? [
            `grant select on ${name} to ${base}`,
            `create policy public on ${name} for select using (true)`,
          ]
        : []),
    ]
  })
  await runAll(owner, statements)
  await owner.query(`
    grant usage on schema gestand to ${base}, ${proof};
    grant execute on function current_activity, evidence_reach to ${proof};
    grant select on activities, rules, category_rules, retention_rules, relation_words,
      right_rules, identity_ways, activity_bases, consent_rules, recipient_rules,
      applied to ${proof}`)
}

/** Remembers what the database made of it, so that drift can see a change by hand. */
async function noteObjects(owner: Owner, schema: string): Promise<void> {
  const applied = `${quoted(schema)}.applied`
  await owner.query(`delete from ${applied}`)
  await withoutSearchPath(owner, () =>
    owner.query(`insert into ${applied} (object, digest) ${OBJECTS}`, [schema]),
  )
}

async function writeRelationWords(owner: Owner, plan: Plan, catalogue: Catalogue): Promise<void> {
  const { relationWords } = wantedBy(plan, catalogue)
  await owner.query(
    `insert into relation_words (relation, subject, party)
     select * from jsonb_to_recordset($1) as w (relation text, subject boolean, party boolean)`,
    [JSON.stringify(relationWords)],
  )
}

/** What a dossier holds only once it was switched on there. */
async function writeOptional(owner: Owner, { optionalCategories }: Plan): Promise<void> {
  await owner.query('insert into optional_categories (category) select unnest($1::text[])', [
    optionalCategories,
  ])
}

/** Terms of rights, ways to show who one is, and the bases that somebody can object to. */
async function writeRights(owner: Owner, { roles, rights, identification }: Plan): Promise<void> {
  await owner.query(
    `insert into right_rules (word, within, at_once, self_service, after_event)
     select * from unnest($1::text[], $2::interval[], $3::boolean[], $4::boolean[], $5::text[])`,
    [
      rights.map(({ word }) => word),
      rights.map(({ within }) => within),
      rights.map(({ atOnce }) => atOnce),
      rights.map(({ selfService }) => selfService),
      rights.map(({ after }) => after),
    ],
  )
  await owner.query(`insert into identity_ways (way) select unnest($1::text[])`, [identification])
  await owner.query(
    `insert into activity_bases (activity, basis) select * from unnest($1::text[], $2::text[])`,
    [roles.map(({ activity }) => activity), roles.map(({ basis }) => basis)],
  )
}

/** Runs statements without parameters in their order, in one round trip. */
async function runAll(owner: Owner, statements: readonly string[]): Promise<void> {
  await owner.query(statements.join(';\n'))
}
