import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { accountsOf, PASSWORD, setUp, tokenIn, WHENCE } from '#world/accounts.ts'
import { platformOf } from '#world/platform.ts'
import { type World, world } from '#world/world.ts'
import { MasterKey } from '#store/master-key.ts'
import { createAccounts } from './accounts.ts'
import { startRecovery } from './recovery.ts'
import { findSession } from './session.ts'
import { findSignIn, signIn } from './sign-in.ts'

const DENIED = 'permission denied'

const ACCOUNT_TABLES = [
  'accounts',
  'sessions',
  'passwords',
  'second_factors',
  'second_factor_setups',
  'recovery_codes',
  'sign_ins',
  'recoveries',
  'email_changes',
  'throttles',
  'mails',
]

/** Everything that the platform holds, as a thief of the database would have it. */
async function dump({ owner }: World): Promise<Buffer> {
  const parts: Buffer[] = []
  for (const table of ACCOUNT_TABLES) {
    const { rows } = await owner.query<Record<string, unknown>>(`select * from gestand.${table}`)
    for (const value of rows.flatMap((row) => Object.values(row))) {
      parts.push(Buffer.isBuffer(value) ? value : Buffer.from(String(value)), Buffer.from('\n'))
    }
  }
  return Buffer.concat(parts)
}

test('the login of the application reads nothing of how people sign in', async () => {
  const there = await world()
  const attacker = await there.attack('app')
  for (const table of ACCOUNT_TABLES) {
    const read = attacker.query(`select * from gestand.${table}`)
    await expect(read, table).rejects.toThrow(DENIED)
  }
})

test('the login of the application makes no account, password or session', async () => {
  const there = await world()
  const victim = await there.account('Coach', ['coach'])
  const attacker = await there.attack('app')
  const attempts = [
    `insert into gestand.sessions (token_hash, account_id, strong, ends_at)
     values (sha256('x'), '${victim.id}', true, now() + interval '1 day')`,
    `update gestand.sessions set strong = true`,
    `insert into gestand.accounts (email, name) values ('x@example.org', 'X')`,
    `update gestand.passwords set sealed = ''`,
    `select gestand.find_session('x')`,
    `select gestand.count_try('{}', '{}')`,
    `select * from gestand.list_organisations('${victim.id}')`,
    `select org_reintegration.accept_invitation('x', '${victim.id}')`,
    `select org_reintegration.record_sign_in('${victim.id}', 'signed-in')`,
  ]
  for (const attempt of attempts) {
    await expect(attacker.query(attempt), attempt).rejects.toThrow(DENIED)
  }
})

test('the login of the accounts reaches no dossier and takes no activity’s role', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const attacker = await there.attack('accounts')
  const { rows } = await there.owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'org_reintegration'`,
  )
  expect(rows.length).toBeGreaterThan(20)
  for (const { name } of rows) {
    const read = attacker.query(`select * from org_reintegration.${name}`)
    await expect(read, name).rejects.toThrow(DENIED)
  }
  for (const role of ['org_reintegration__coaching', 'org_reintegration', 'gestand_owner']) {
    await expect(attacker.query(`set role ${role}`), role).rejects.toThrow(DENIED)
  }
  const enter = attacker.query(
    `select * from org_reintegration.enter('\\x${coach.session.toString('hex')}', 'coaching')`,
  )
  await expect(enter).rejects.toThrow(DENIED)
})

test('the login of the accounts reads no organisation with the sessions that it knows', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const attacker = await there.attack('accounts')
  const hash = createHash('sha256').update(coach.session).digest('hex')
  await attacker.query(`set gestand.session = '${hash}'`)
  for (const attempt of [
    'select id from org_reintegration.dossiers',
    'select org_reintegration.actor()',
    `select org_reintegration.enter('', 'coaching')`,
  ]) {
    await expect(attacker.query(attempt), attempt).rejects.toThrow(DENIED)
  }
})

test('the worker sees who gets mail, and nothing of how they sign in', async () => {
  const there = await world()
  const attacker = await there.attack('worker')
  await attacker.query('select id, email, name, language from gestand.accounts')
  for (const table of ['sessions', 'passwords', 'second_factors', 'recovery_codes', 'recoveries']) {
    const read = attacker.query(`select * from gestand.${table}`)
    await expect(read, table).rejects.toThrow(DENIED)
  }
  const change = attacker.query(`update gestand.accounts set email = 'x@example.org'`)
  await expect(change).rejects.toThrow(DENIED)
})

test('a stolen database holds no secret with which anybody signs in', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const coach = await desk.person('Coach', ['coach'])
  const { token, typed, recoveryCodes } = await setUp(desk, coach)
  await startRecovery(desk.accounts, coach.email, WHENCE)
  const underWay = await signIn(desk.accounts, coach.credentials, WHENCE)
  const [mail] = await desk.mails()
  if (!mail) throw new Error('no mail was queued')
  const stolen = await dump(there)
  expect(stolen.includes(coach.email)).toBe(true)
  const secrets = [
    PASSWORD,
    '$argon2id$',
    typed.replaceAll(' ', ''),
    Buffer.from(Secret.fromBase32(typed.replaceAll(' ', '')).bytes),
    token,
    underWay.token,
    tokenIn(mail),
    ...recoveryCodes,
    ...recoveryCodes.map((code) => code.replaceAll('-', '')),
    ...recoveryCodes.map((code) => createHash('sha256').update(code).digest()),
  ]
  for (const secret of secrets) expect(stolen.includes(secret), String(secret)).toBe(false)
})

test('hashes from a stolen database are no tokens', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const coach = await desk.person('Coach', ['coach'])
  await setUp(desk, coach)
  await signIn(desk.accounts, coach.credentials, WHENCE)
  const { rows } = await there.owner.query<{ hash: Buffer }>(
    `select token_hash as hash from gestand.sessions
     union all select token_hash from gestand.sign_ins`,
  )
  expect(rows.length).toBeGreaterThan(1)
  for (const { hash } of rows) {
    expect(await findSession(desk.accounts, hash)).toBeUndefined()
    expect(await findSignIn(desk.accounts, hash)).toBeUndefined()
  }
})

test('a stolen database under another master key lets nobody in', async () => {
  const there = await world()
  const { person } = accountsOf(there)
  const { credentials } = await person('Iris Bakker')
  const thief = createAccounts({
    platform: platformOf(there, 'accounts'),
    master: new MasterKey(Buffer.alloc(32, 'thief')),
    answerMs: 0,
  })
  const attempt = signIn(thief, credentials, WHENCE)
  await expect(attempt).rejects.toMatchObject({ code: 'UNREADABLE' })
})

test('a password copied from one account to another opens nothing', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const [victim, thief] = [await desk.person('Victim'), await desk.person('Thief')]
  await there.owner.query(
    `update gestand.passwords set sealed = (
       select sealed from gestand.passwords where account_id = $1) where account_id = $2`,
    [thief.id, victim.id],
  )
  const attempt = signIn(desk.accounts, victim.credentials, WHENCE)
  await expect(attempt).rejects.toMatchObject({ code: 'UNREADABLE' })
})
