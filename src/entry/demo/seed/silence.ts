import { type Owner, quoted } from '#store/owner.ts'
import { schemaOf } from '#store/store.ts'

/**
 * Runs `work` without the triggers that would note its rows as acts of this moment; the ledger gets
 * their history by hand. All other triggers keep their watch, and these are back when it ends.
 * Within the transaction of the load: a crash leaves none of them off.
 *
 * What applying the statements noted goes, because that is history here as well. Once a checkpoint
 * was closed over the ledger nothing of it goes.
 */
export async function asItHappened(
  owner: Owner,
  organisation: string,
  work: () => Promise<void>,
): Promise<void> {
  const tables = await listRecorded(owner, organisation)
  await turn(owner, 'disable', tables, 'record_act')
  await turn(owner, 'disable', ['ledger'], 'append_only_in_term')
  await owner.query(
    `delete from ledger where act = 'applied' and not exists (select from checkpoints)`,
  )
  await turn(owner, 'enable', ['ledger'], 'append_only_in_term')
  await work()
  // What is left to be checked at the end is checked here: a table that waits for it takes no
  // change.
  await owner.query('set constraints all immediate')
  await turn(owner, 'enable', tables, 'record_act')
}

async function listRecorded(owner: Owner, organisation: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where t.tgname = 'record_act' and c.relnamespace = $1::regnamespace order by 1`,
    [schemaOf(organisation)],
  )
  return rows.map(({ name }) => name)
}

async function turn(
  owner: Owner,
  way: 'disable' | 'enable',
  tables: readonly string[],
  trigger: string,
): Promise<void> {
  for (const table of tables) {
    await owner.query(`alter table ${quoted(table)} ${way} trigger ${quoted(trigger)}`)
  }
}
