import { AppError } from '#kernel/error.ts'
import { createRole, LOGINS } from './install.ts'
import { migrate, readSqlFiles } from './migrate.ts'
import { inTransaction, type Owner, quoted } from './owner.ts'
import { schemaOf } from './store.ts'

const NAME = /^[a-z][a-z0-9]{1,30}$/

const ANY = 'insert or update or delete'
const TOGETHER = 'referencing new table as changed for each statement'
/** What the owner's functions write they answer for themselves, and the worker is no account. */
const BY_LOGIN = `when (session_user = 'gestand_app' and current_user <> 'gestand_owner')`
/**
 * The triggers that see to it that whoever changes a row acts, and that write changes to the
 * ledger: when, for which rows at a time, and what they do. By its name `acting_row` comes before
 * the guards of a table.
 */
export const RECORDING = {
  acting_row: [`before ${ANY}`, `for each row ${BY_LOGIN}`, 'must_act'],
  acting_statement: [`after ${ANY}`, `for each statement ${BY_LOGIN}`, 'must_act'],
  record_act_insert: ['after insert', TOGETHER, 'record_act'],
  record_act_update: ['after update', TOGETHER, 'record_act'],
  record_act_delete: ['after delete', 'for each row', 'record_act'],
} as const

/**
 * Makes an organisation's schema, or brings its tables up to date. Without a statement applied it
 * has no activities, and nobody can do anything in it.
 *
 * @param organisation Short name: lower-case letters and digits, the folder of its statement.
 * @returns The names of the files of SQL that were new.
 * @throws `ORGANISATION_NAME` when the name does not fit; `MIGRATION_CHANGED`.
 */
export async function migrateOrganisation(
  owner: Owner,
  organisation: string,
  name: string,
): Promise<string[]> {
  if (!NAME.test(organisation)) throw new AppError('ORGANISATION_NAME')
  const schema = schemaOf(organisation)
  const fresh = await migrate(owner, schema, await readSqlFiles('organisation'))
  await createRole(owner, schema, 'nologin noinherit')
  await createRole(owner, proofRole(organisation), 'nologin noinherit')
  await inTransaction(owner, async () => {
    await owner.query(
      `insert into gestand.organisations (id, name) values ($1, $2)
       on conflict (id) do nothing`,
      [organisation, name],
    )
    await owner.query('set local role gestand_owner')
    await grantDoors(owner, organisation)
    await recordActs(owner, schema)
    await forgoStatistics(owner, schema)
  })
  await owner.query(`
    grant ${quoted(schema)} to ${LOGINS.app} with inherit false, set true;
    grant ${quoted(proofRole(organisation))} to ${LOGINS.worker} with inherit false, set true`)
  return fresh
}

/**
 * The role in which checks run: it reads keys, stamps and impersonal columns, and no category of
 * data.
 */
export function proofRole(organisation: string): string {
  return `${schemaOf(organisation)}__proof`
}

/** Lists the organisations of this installation by their short names. */
export async function listOrganisations(owner: Owner): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from gestand.organisations order by id',
  )
  return rows.map((row) => row.id)
}

async function grantDoors(owner: Owner, organisation: string): Promise<void> {
  const schema = quoted(schemaOf(organisation))
  const proof = quoted(proofRole(organisation))
  await owner.query(`
    grant usage on schema ${schema} to ${LOGINS.app}, ${LOGINS.accounts}, ${LOGINS.worker},
      ${schema}, ${proof};
    grant execute on function ${schema}.open_dossiers, ${schema}.enter, ${schema}.start_dossier,
      ${schema}.record_lists to ${LOGINS.app};
    grant execute on function ${schema}.whoami to public;
    grant execute on function ${schema}.find_invitation, ${schema}.accept_invitation,
      ${schema}.record_sign_in
      to ${LOGINS.accounts};
    grant select, insert on ${schema}.proofs, ${schema}.findings, ${schema}.checkpoints,
      ${schema}.ledger_keys to ${proof};
    grant delete on ${schema}.proofs to ${proof};
    grant select on ${schema}.ledger, ${schema}.restorations to ${proof}`)
}

/**
 * Every table that activities can change writes its changes to the ledger; an erasure is told there
 * as one act, not row by row.
 */
async function recordActs(owner: Owner, schema: string): Promise<void> {
  const { rows: recorded } = await owner.query<{ name: string; key: string; dossier: string }>(
    `select c.relname as name,
       (select a.attname from pg_index i join pg_attribute a
          on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as key,
       case when c.relname = 'dossiers' then 'id' else 'dossier_id' end as dossier
     from pg_class c
     where c.relnamespace = $1::regnamespace and c.relkind = 'r'
       and obj_description(c.oid) ~ '@(insert|update|delete) '
       and cardinality($2::text[]) > (
         select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgname = any ($2))
     order by 1`,
    [schema, Object.keys(RECORDING)],
  )
  for (const { name, key, dossier } of recorded) {
    for (const [trigger, [when, rows, act]] of Object.entries(RECORDING)) {
      await owner.query(
        `create or replace trigger ${trigger} ${when} on ${quoted(schema)}.${quoted(name)}
         ${rows} ${when === 'after delete' ? `when (not ${quoted(schema)}.erasing())` : ''}
         execute function ${quoted(schema)}.${act}('${dossier}', '${key}')`,
      )
    }
  }
}

/**
 * The planner's statistics hold values of columns, and what it estimates tells them to whoever may
 * explain a query, also of rows that are hidden: none are kept of a column with a category.
 */
async function forgoStatistics(owner: Owner, schema: string): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('alter table %I.%I alter %I set statistics 0',
       $1::text, c.relname, a.attname) as statement
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' and a.attstattarget is distinct
       from 0
       and col_description(c.oid, a.attnum) ~ '@category'
     union all
     select format('alter index %I.%I alter column %s set statistics 0', $1::text, c.relname,
       a.attnum)
     from pg_class c join pg_index i on i.indexrelid = c.oid
       join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = $1::regnamespace and i.indkey[a.attnum - 1] = 0
       and a.attstattarget is distinct from 0`,
    [schema],
  )
  for (const { statement } of rows) await owner.query(statement)
}
