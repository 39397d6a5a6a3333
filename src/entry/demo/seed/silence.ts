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
  const recording = await listRecording(owner, organisation)
  const ledger = [{ table: 'ledger', trigger: 'append_only_in_term' }]
  await turn(owner, 'disable', recording)
  await turn(owner, 'disable', ledger)
  await owner.query(
    `delete from ledger where act = 'applied' and not exists (select from checkpoints)`,
  )
  await turn(owner, 'enable', ledger)
  await work()
  // What is left to be checked at the end is checked here: a table that waits for it takes no
  // change.
  await owner.query('set constraints all immediate')
  await turn(owner, 'enable', recording)
}

interface Trigger {
  readonly table: string
  readonly trigger: string
}

async function listRecording(owner: Owner, organisation: string): Promise<Trigger[]> {
  const { rows } = await owner.query<Trigger>(
    `select c.relname as table, t.tgname as trigger
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where starts_with(t.tgname, 'record_act') and c.relnamespace = $1::regnamespace
     order by 1, 2`,
    [schemaOf(organisation)],
  )
  return rows
}

async function turn(
  owner: Owner,
  way: 'disable' | 'enable',
  triggers: readonly Trigger[],
): Promise<void> {
  for (const { table, trigger } of triggers) {
    await owner.query(`alter table ${quoted(table)} ${way} trigger ${quoted(trigger)}`)
  }
}
