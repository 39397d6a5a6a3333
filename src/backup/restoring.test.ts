import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { runErasures } from '#duties/erasure/erasing.ts'
import { asOwner } from '#store/owner.ts'
import { erasingOf } from '#world/erasing.ts'
import { agreed, ask, takeToRegister } from '#world/restored.ts'
import { lostData, vault, worldWithKeys } from '#world/vault.ts'
import type { World } from '#world/world.ts'
import { BackupKey } from './backup-key.ts'
import { rehearseBackup } from './rehearsing.ts'
import { restoreBackup } from './restoring.ts'
import { takeBackup } from './taking.ts'

// Each makes an organisation anew, with all its roles and grants.
vi.setConfig({ testTimeout: 60_000 })

const standing = 'select request_id from standing_consents'

/** A complaint by letter, whose words are sealed. */
async function complain({ owner, keys, organisation }: World, words: string): Promise<string> {
  const id = randomUUID()
  const opening = await keys.make(organisation, id)
  await owner.query(`insert into complaints (id, channel, words) values ($1, 'letter', $2)`, [
    id,
    opening.seal('complaints.words', words),
  ])
  return id
}

test('where all data were lost a backup brings back what it holds, but for what ended since', async () => {
  const there = await worldWithKeys()
  const { dossierId, question } = await agreed(there)
  const [left, moved, gone] = [
    await there.account('Bram Visser', ['coach', 'officer']),
    await there.account('Noor Dekker', ['coach']),
    await there.account('Jan Smit', ['coach']),
  ]
  const [kept, ended] = [
    await complain(there, 'Lang wachten.'),
    await complain(there, 'Geen post.'),
  ]
  const place = await vault()
  const manifest = await takeBackup(there.installation, there.organisation, place)
  await there.owner.query('delete from complaints where id = $1', [ended])
  await runErasures(erasingOf(there), there.organisation)
  await there.owner.query(`insert into withdrawals (request_id, dossier_id) values ($1, $2)`, [
    question,
    dossierId,
  ])
  await there.owner.query(`delete from functions where account_id = $1 and function = 'officer'`, [
    left.id,
  ])
  await there.owner.query('update members set left_at = now() where account_id = $1', [left.id])
  await there.owner.query(`update gestand.accounts set email = 'n@example.org' where id = $1`, [
    moved.id,
  ])
  await there.owner.query('delete from gestand.accounts where id = $1', [gone.id])
  const { rows: lines } = await there.owner.query('select from gestand.endings')
  expect(lines.length).toBeGreaterThan(4)
  // The worker takes endings to the register every second.
  await takeToRegister(there)

  const anew = await lostData(there)
  const { good, report } = await restoreBackup(anew, { place, manifest })
  expect(report.lines.filter(({ kind }) => kind === 'problem')).toEqual([])
  expect({ good, dossiers: report.dossiers }).toEqual({ good: true, dossiers: 1 })
  expect(await ask(anew, standing)).toEqual([])
  expect(await ask(anew, `select function from functions where account_id = '${left.id}'`)).toEqual(
    [{ function: 'coach' }],
  )
  expect(await ask(anew, 'select account_id from members where left_at is not null')).toEqual([
    { account_id: left.id },
  ])
  expect(await ask(anew, 'select id from gestand.accounts where disabled_at is not null')).toEqual([
    { id: moved.id },
  ])
  expect(await ask(anew, `select from gestand.accounts where id = '${gone.id}'`)).toEqual([])
  expect(await ask(anew, 'select from gestand.sessions')).toEqual([])
  // Of a complaint whose term ended since the words come back, and the key does not.
  const [back] = await ask<{ words: Buffer }>(
    anew,
    `select words from complaints where id = '${kept}'`,
  )
  const opening = await there.keys.open(there.organisation, kept)
  expect(opening.unseal('complaints.words', back?.words ?? Buffer.alloc(0))).toBe('Lang wachten.')
  expect(await there.register.listKeys(there.organisation, [kept, ended])).toEqual([kept])
  const codes = report.lines.map(({ code, subject }) => [code, subject].filter(Boolean).join(' '))
  expect(codes).toEqual(
    expect.arrayContaining([
      'ENDED withdrawals',
      'ENDED functions',
      'ENDED members',
      'ACCOUNTS_GONE',
      'ACCOUNTS_MOVED',
      'ACCOUNTS_RESTORED',
    ]),
  )
})

/** Reads a table, and another as soon as somebody waits for the first. */
async function readAcross(url: string, [first, second]: readonly [string, string]): Promise<void> {
  await asOwner(url, async (reader) => {
    await reader.query('begin')
    await reader.query(`select from ${first}`)
    const waiting = `select from pg_locks where not granted and mode = 'AccessExclusiveLock'`
    await vi.waitFor(async () => expect((await reader.query(waiting)).rowCount).toBe(1), 30_000)
    await reader.query(`select from ${second}`)
    await reader.query('commit')
  })
}

test('no number is given twice: not even one of a series that began after the backup', async () => {
  const there = await worldWithKeys()
  const { dossierId } = await agreed(there)
  const { installation, organisation } = there
  const place = await vault()
  const manifest = await takeBackup(installation, organisation, place)
  const objecting = `
    insert into requests (kind, channel, due_on, name, dossier_id, about)
    values ('objection', 'letter', current_date + 28, 'Sam Bakker', '${dossierId}',
      'relation-management') returning id, number`
  const { rows } = await there.owner.query<{ id: string; number: string }>(objecting)
  await there.owner.query(
    `insert into objections (request_id, dossier_id, activity)
     values ($1, $2, 'relation-management')`,
    [rows[0]?.id, dossierId],
  )
  // Somebody reads on, and takes locks in another order than whoever takes the tables away.
  const reading = readAcross(installation.url, [
    `org_${organisation}.withdrawals`,
    `org_${organisation}.absences`,
  ])
  await restoreBackup(installation, { place, manifest, replace: true })
  await reading
  const numbers = `select number from requests`
  expect(await ask(installation, numbers)).toEqual([{ number: rows[0]?.number }])
  await ask(installation, objecting)
  expect(await ask(installation, numbers)).toHaveLength(2)

  const anew = await lostData(there)
  await restoreBackup(anew, { place, manifest })
  const [next] = await ask<{ number: string }>(anew, objecting)
  expect(next?.number.localeCompare(rows[0]?.number ?? '')).toBe(1)
})

test('without its register nothing is brought back, unless somebody insists and is told', async () => {
  const there = await worldWithKeys()
  const { dossierId, question } = await agreed(there)
  const place = await vault()
  const manifest = await takeBackup(there.installation, there.organisation, place)
  await there.owner.query(`insert into withdrawals (request_id, dossier_id) values ($1, $2)`, [
    question,
    dossierId,
  ])
  await takeToRegister(there)
  await asOwner(there.installation.keysUrl, (keys) =>
    keys.query(
      'delete from keys.registers; delete from keys.endings; delete from keys.dossier_keys',
    ),
  )
  const anew = await lostData(there)
  await expect(restoreBackup(anew, { place, manifest })).rejects.toMatchObject({
    code: 'REGISTER_LOST',
  })
  const { good, report } = await restoreBackup(anew, { place, manifest, withoutRegister: true })
  // What the register is for: without it the consent that was withdrawn stands again.
  expect(await ask(anew, standing)).toEqual([{ request_id: question }])
  expect(good).toBe(false)
  expect(report.lines).toEqual(
    expect.arrayContaining([
      { kind: 'problem', code: 'REGISTER_LOST', count: 1 },
      { kind: 'problem', code: 'UNREADABLE', count: 1 },
    ]),
  )
})

test('a backup that was changed or is under another key changes nothing', async () => {
  const there = await worldWithKeys()
  const { installation, organisation } = there
  await agreed(there)
  const place = await vault()
  const manifest = await takeBackup(installation, organisation, place)
  const before = await ask(installation, 'select id from dossiers')
  const path = join(place.folder.directory, `${manifest.name}.backup`)
  const content = await readFile(path)
  content.writeUInt8(content.readUInt8(content.length - 40) ^ 1, content.length - 40)
  await writeFile(path, content)
  const other = { ...place, key: new BackupKey(Buffer.alloc(32, 'other')) }
  await expect(place.folder.read(undefined, other.key)).rejects.toMatchObject({
    code: 'BACKUP_KEY_WRONG',
  })
  await expect(
    restoreBackup(installation, { place, manifest, replace: true }),
  ).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
  expect(await ask(installation, 'select id from dossiers')).toEqual(before)
  expect(await ask(installation, 'select state from gestand.restorations')).toEqual([
    { state: 'undone' },
  ])
  const { good, report } = await rehearseBackup(installation, place, manifest)
  expect(good).toBe(false)
  expect(report.lines).toEqual([
    { kind: 'problem', code: 'NOT_RESTORED', subject: 'BACKUP_DAMAGED', count: 1 },
  ])
})

test('a rehearsal finds what is in the backup, and leaves nothing behind', async () => {
  const there = await worldWithKeys()
  const { installation, organisation } = there
  await agreed(there)
  const place = await vault()
  const manifest = await takeBackup(installation, organisation, place)
  expect(await rehearseBackup(installation, place, manifest)).toMatchObject({
    good: true,
    report: { dossiers: 1, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0) },
  })
  expect(await ask(installation, 'select rehearsal, state from gestand.restorations')).toEqual([
    { rehearsal: true, state: 'good' },
  ])
  expect(
    await ask(installation, 'select from gestand.sessions where ended_at is null'),
  ).toHaveLength(1)
  const left = `select from pg_database where starts_with(datname, 'gestand_rehearsal')
    union all select from pg_roles where starts_with(rolname, 'org_rehearsal')`
  expect(await ask(installation, left)).toEqual([])
})

test('while a backup is brought back nobody signs in, and afterwards everybody can', async () => {
  const there = await worldWithKeys()
  const another = await there.attack('accounts')
  const { owner } = there
  const { id } = await there.account('Ilse Kramer')
  await owner.query(`select pg_advisory_lock(hashtext('gestand restore'))`)
  await owner.query(
    `insert into gestand.restorations (organisation, backup, rehearsal) values ('x', 'x', false)`,
  )
  const signIn = () =>
    another.query(
      `insert into gestand.sessions (token_hash, account_id, strong, ends_at)
       values (sha256(gen_random_uuid()::text::bytea), $1, true, now() + interval '1 hour')`,
      [id],
    )
  await expect(signIn()).rejects.toMatchObject({ code: 'GS503', message: 'RESTORING' })
  // Whoever was at it died: nobody holds the lock any more.
  await owner.query(`select pg_advisory_unlock(hashtext('gestand restore'))`)
  await signIn()
  expect(await ask(there.installation, 'select state from gestand.restorations')).toEqual([
    { state: 'undone' },
  ])
})

test('what was erased after the backup goes again, of a dossier and beside it, and not what came after it', async () => {
  const there = await worldWithKeys()
  const { installation, organisation, owner } = there
  const { dossierId } = await agreed(there)
  await owner.query(
    `insert into notes (dossier_id, category, body, source, channel) values
       ($1, 'improvement-points', '\\x01', 'client', 'letter'),
       ($1, 'conversation-reports', '\\x01', 'client', 'letter')`,
    [dossierId],
  )
  await owner.query(
    `update retention_terms set categories = '{improvement-points}' where part = 'paper'`,
  )
  const { rows: others } = await owner.query<{ id: string }>(
    `with person as (insert into persons default values returning id)
     insert into dossiers (kind, person_id) select 're-integration', id from person returning id`,
  )
  const other = others[0]?.id ?? ''
  await owner.query(
    `insert into payers (dossier_id, name, email) values ($1, 'Sam Bakker', 'sam@example.org')`,
    [other],
  )
  const place = await vault()
  const manifest = await takeBackup(installation, organisation, place)
  const register = (deletedAt: string, { id = dossierId, part = 'paper' } = {}) =>
    asOwner(installation.keysUrl, (keys) =>
      keys.query(
        `insert into keys.erasures (id, organisation, dossier_id, part, cause, key_destroyed_at,
           deleted_at)
         values (gen_random_uuid(), $1, $2, $4, 'request', $3, $3)
         on conflict (organisation, dossier_id, part) do nothing`,
        [organisation, id, deletedAt, part],
      ),
    )
  await register('2020-01-01')
  await register('2020-01-01', { id: other, part: 'dossier' })
  const left = 'select category from notes order by 1'
  await restoreBackup(installation, { place, manifest, replace: true })
  expect(await ask(installation, left)).toHaveLength(2)
  expect(await ask(installation, 'select dossier_id, email from payers')).toEqual([
    { dossier_id: null, email: null },
  ])
  await asOwner(installation.keysUrl, (keys) => keys.query('delete from keys.erasures'))
  await register(new Date().toISOString())
  const { report } = await restoreBackup(installation, { place, manifest, replace: true })
  expect(report.lines).toContainEqual({ kind: 'taken-out', code: 'ERASED_PARTS', count: 1 })
  expect(await ask(installation, left)).toEqual([{ category: 'conversation-reports' }])
})
