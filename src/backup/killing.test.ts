import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram, variablesOf } from '#world/command.ts'
import { WORLD_KEY, WORLD_MASTER } from '#world/master.ts'
import { worldWithKeys } from '#world/vault.ts'
import { verifyBackup } from './reading.ts'
import { takeBackup } from './taking.ts'
import { Vault } from './vault.ts'

/** Starts `gestand` and kills it when the database shows that it is at it. */
async function killWhen(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  isAtIt: () => Promise<boolean>,
): Promise<void> {
  const { child, ended } = startProgram('src/entry/cli/main.ts', args, variables)
  while (child.exitCode === null && !(await isAtIt())) await sleep(5)
  child.kill('SIGKILL')
  await ended
}

async function place() {
  const there = await worldWithKeys()
  const directory = await mkdtemp(join(tmpdir(), 'gestand-kill-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const [data, keys] = [join(directory, 'data'), join(directory, 'keys')]
  const variables = {
    ...variablesOf(there.installation, WORLD_KEY),
    GESTAND_BACKUPS: data,
    GESTAND_KEYS_BACKUPS: keys,
  }
  const vault = new Vault({ directory: data, keysDirectory: keys }, WORLD_MASTER)
  return { there, variables, vault }
}

test('a restoration that is killed anywhere leaves what was there, and lets people in again', async () => {
  const { there, variables, vault } = await place()
  const { owner, organisation } = there
  const backup = vault.of(organisation)
  await takeBackup(there.installation, organisation, backup)
  await there.party('Zorggroep De Linde')
  const coach = await there.account('Ilse Kramer', ['coach'])
  const moments = [
    // When the tables are being filled, and when the statement is made true.
    `select from pg_stat_activity where datname = current_database() and query ~* '^copy '`,
    `select from pg_stat_activity where datname = current_database() and query ~ '^set local search_path'`,
  ]
  for (const moment of moments) {
    await killWhen(['backup', 'restore', organisation, '--replace'], variables, async () => {
      return (await owner.query(moment)).rows.length > 0
    })
    // The server notices that nobody is there any more when it has something to say.
    await expect
      .poll(
        async () => (await owner.query<{ r: boolean }>('select gestand.restoring() as r')).rows,
        {
          timeout: 10_000,
        },
      )
      .toEqual([{ r: false }])
    const { rows } = await owner.query('select name from org_reintegration.parties')
    expect(rows).toEqual([{ name: 'Zorggroep De Linde' }])
    const { rows: states } = await owner.query(`select distinct state from gestand.restorations`)
    expect(states).toEqual([{ state: 'undone' }])
    await owner.query(
      `insert into gestand.sessions (token_hash, account_id, strong, ends_at)
       values (sha256(gen_random_uuid()::text::bytea), $1, true, now() + interval '1 hour')`,
      [coach.id],
    )
  }
}, 60_000)

test('a backup that is killed is not there, and what is there is whole', async () => {
  const { there, variables, vault } = await place()
  const { owner, organisation } = there
  await owner.query(
    `insert into parties (name) select 'Partij ' || repeat(md5(random()::text), 4)
     from generate_series(1, 20000)`,
  )
  const backup = vault.of(organisation)
  for (const moment of ['ledger', 'parties']) {
    await killWhen(['backup', 'run', organisation], variables, async () => {
      const { rows } = await owner.query(
        `select from pg_stat_activity where datname = current_database()
           and query ~* ('^copy .*' || $1)`,
        [moment],
      )
      return rows.length > 0
    })
    for (const manifest of await backup.folder.list()) await verifyBackup(backup, manifest)
  }
  await takeBackup(there.installation, organisation, backup)
  const listed = await backup.folder.list()
  expect(listed.length).toBeGreaterThan(0)
  for (const manifest of listed) await verifyBackup(backup, manifest)
}, 60_000)
