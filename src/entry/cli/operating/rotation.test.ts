import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { giveSecondFactor, signIn } from '#accounts/index.ts'
import { listComplaints } from '#duties/complaints/complaint.ts'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { databaseLedger } from '#ledger/source.ts'
import { verifyLedger } from '#ledger/verification.ts'
import { MasterKey } from '#store/master-key.ts'
import { asOwner } from '#store/owner.ts'
import { from } from '#store/query.ts'
import { accountsOf, setUp, WHENCE } from '#world/accounts.ts'
import { gestand, runCommand, startProgram, type Variables, variablesOf } from '#world/command.ts'
import { WORLD_KEY } from '#world/master.ts'
import { endConnections, withMaster, worldOfOwner } from '#world/own-server.ts'
import { workerOf } from '#world/worker.ts'
import type { World, WorldAccount } from '#world/world.ts'
import { command } from './keys.ts'
import { command as organisations } from './organisations.ts'

const NEXT_KEY = randomBytes(32)
const NOTE = 'Wil graag weer aan het werk.'
const SUBJECT = 'complaints.subject'
const notes = from.selectFrom('notes').select(['id', 'body'])

/**
 * A bureau with something under every key: a note, a complaint, a second factor, a waiting mail and
 * a closed ledger.
 */
async function sealedWorld() {
  const there = await worldOfOwner()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 're-integration' }),
  )
  await there.store.changeDossier(coach.for('coaching'), dossierId, (tx) =>
    tx.run(
      from.insertInto('notes').values({
        dossier_id: dossierId,
        category: 'conversation-reports',
        body: tx.seal('notes.body', NOTE),
        source: 'client',
        channel: 'conversation',
      }),
    ),
  )
  const complaintId = randomUUID()
  const sealed = (await there.keys.make(there.organisation, complaintId)).seal(SUBJECT, NOTE)
  await there.owner.query(
    `insert into complaints (id, channel, account_id, subject) values ($1, 'mine', $2, $3)`,
    [complaintId, coach.id, sealed],
  )
  const desk = accountsOf(there)
  const officer = await desk.person('Officer', ['officer'])
  const { typed } = await setUp(desk, officer)
  const { installation, organisation } = there
  const worker = workerOf(there)
  await closeCheckpoint(worker, organisation, ledgerKey(installation.master, organisation))
  await endConnections(there)
  return { there, coach, dossierId, desk, officer, typed }
}

function variables({ installation }: World): Variables {
  return {
    ...variablesOf(installation, NEXT_KEY),
    GESTAND_OLD_MASTER_KEY: WORLD_KEY.toString('base64'),
  }
}

async function readNote(
  there: World,
  coach: WorldAccount,
  dossierId: string,
): Promise<string | undefined> {
  const { dossier, answers } = await there.store.open(coach.for('coaching'), dossierId, { notes })
  const [note] = answers.notes
  return note && dossier.unseal('notes.body', note.body)
}

/** How many of all things that name a master key name this one. */
async function countUnder({ installation }: World, master: MasterKey): Promise<number> {
  const count = (url: string, tables: readonly string[]): Promise<number> =>
    asOwner(url, async (owner) => {
      const { rows } = await owner.query<{ n: number }>(
        `select sum(n)::integer as n from (${tables
          .map((table) => `select count(*) as n from ${table} where master = $1`)
          .join(' union all ')}) t`,
        [master.id],
      )
      return rows[0]?.n ?? 0
    })
  const platform = ['passwords', 'second_factors', 'recovery_codes', 'installation']
  return (
    (await count(
      installation.url,
      platform.map((table) => `gestand.${table}`),
    )) + (await count(installation.keysUrl, ['keys.dossier_keys']))
  )
}

/** Waits until some keys of dossiers are under this master key. */
function untilBegun({ installation }: World, master: MasterKey): Promise<void> {
  return asOwner(installation.keysUrl, async (owner) => {
    for (;;) {
      const { rowCount } = await owner.query(
        'select from keys.dossier_keys where master = $1 limit 1',
        [master.id],
      )
      if (rowCount) return
      await sleep(1)
    }
  })
}

test('after a rotation all opens with the new key, nothing with the old, and the ledger goes on', async () => {
  const { there, coach, dossierId, officer, typed, desk } = await sealedWorld()
  const ran = await runCommand(command, ['rotate', '--json'], variables(there))
  expect(ran.code).toBe(0)
  // A password, a second factor, ten recovery codes and a mail.
  expect(JSON.parse(ran.printed)).toEqual({ dossierKeys: 2, accounts: 13, ledgers: 1, broken: [] })
  const next = await withMaster(there, new MasterKey(NEXT_KEY))
  expect(await readNote(next, coach, dossierId)).toBe(NOTE)
  const own = { all: listComplaints }
  const { all } = await next.store.list(coach.for('self-service'), 'own-complaints', own)
  expect(all).toMatchObject([{ subject: NOTE }])
  expect(await countUnder(there, there.installation.master)).toBe(0)
  const { accounts } = accountsOf(next)
  desk.nextCode()
  const { token } = await signIn(accounts, officer.credentials, WHENCE)
  await giveSecondFactor({ ...accounts, now: desk.accounts.now }, token, desk.codeOf(typed))
  const key = ledgerKey(next.installation.master, next.organisation)
  const worker = workerOf(next)
  await closeCheckpoint(worker, next.organisation, key)
  const verified = await inProof(worker, next.organisation, (tx) =>
    verifyLedger(databaseLedger(tx), { key }),
  )
  expect(verified.problems).toEqual([])
})

test('a rotation that is killed half-way is finished by the next, and nothing starts between', {
  timeout: 60_000,
}, async () => {
  const { there, coach, dossierId } = await sealedWorld()
  const ids = Array.from({ length: 10_000 }, () => randomUUID())
  await there.keys.create(there.organisation, ids)
  await endConnections(there)
  const half = startProgram('src/entry/cli/main.ts', ['keys', 'rotate'], variables(there))
  const next = new MasterKey(NEXT_KEY)
  await Promise.race([untilBegun(there, next), half.ended])
  half.child.kill('SIGKILL')
  await once(half.child, 'exit')
  const left = await countUnder(there, there.installation.master)
  expect(left).toBeGreaterThan(1_000)
  for (const key of [NEXT_KEY, WORLD_KEY]) {
    const between = runCommand(organisations, [], variablesOf(there.installation, key))
    await expect(between).rejects.toMatchObject({ code: 'MASTER_KEY_ROTATING' })
  }
  const finished = await gestand(['keys', 'rotate'], variables(there))
  expect(finished).toMatchObject({ code: 0, errors: '' })
  expect(finished.output).toMatch(/\d+ dossier keys sealed anew\n.*mails sealed anew: 13\n/)
  expect(await countUnder(there, there.installation.master)).toBe(0)
  const world = await withMaster(there, next)
  expect(await readNote(world, coach, dossierId)).toBe(NOTE)
})

test('a key is not replaced while somebody works, nor without the right old key', async () => {
  const there = await worldOfOwner()
  const given = variables(there)
  const proofs = from.selectFrom('proofs').select('id')
  await there.store.publicly(there.organisation, { proofs })
  const busy = runCommand(command, ['rotate'], given)
  await expect(busy).rejects.toMatchObject({ code: 'SERVER_RUNS' })
  await endConnections(there)
  const { GESTAND_OLD_MASTER_KEY: old = '', ...without } = given
  const tries: [Variables, string][] = [
    [without, 'give the old key in GESTAND_OLD_MASTER_KEY'],
    [{ ...given, GESTAND_OLD_MASTER_KEY: 'short' }, 'GESTAND_OLD_MASTER_KEY is not a key'],
    [{ ...given, GESTAND_MASTER_KEY: old }, 'the same'],
    [{ ...given, GESTAND_OLD_MASTER_KEY: randomBytes(32).toString('base64') }, 'OLDER_KEY_WRONG'],
  ]
  for (const [variablesOfTry, says] of tries) {
    await expect(runCommand(command, ['rotate'], variablesOfTry)).rejects.toThrow(says)
  }
  await expect(runCommand(command, ['rotat'], given)).rejects.toThrow('say what to do')
  await there.store.publicly(there.organisation, { proofs })
})
