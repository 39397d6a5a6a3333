import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { accountsOf, PASSWORD, WHENCE } from '#world/accounts.ts'
import { type World, world } from '#world/world.ts'
import { setPassword } from './password-change.ts'
import { findSession } from './session.ts'
import { findSignIn, signIn, signOut } from './sign-in.ts'

async function readActs({ owner }: World, accountId: string): Promise<string[]> {
  const { rows } = await owner.query<{ act: string }>(
    'select act from ledger where account_id = $1 order by id',
    [accountId],
  )
  return rows.map(({ act }) => act)
}

test('the right password signs in, whatever the capitals of the address', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const iris = await person('Iris Bakker')
  const credentials = { email: ` ${iris.email.toUpperCase()} `, password: PASSWORD }
  const { token, needs } = await signIn(accounts, credentials, WHENCE)
  expect(needs).toBeNull()
  expect(await findSession(accounts, token)).toMatchObject({
    accountId: iris.id,
    email: iris.email,
    name: 'Iris Bakker',
    language: 'nl',
    strong: false,
    hasSecondFactor: false,
    device: 'Firefox, Linux',
  })
})

test('a wrong password and an unknown address get the same answer', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { email } = await person('Iris Bakker')
  const wrong = signIn(accounts, { email, password: 'vier groene olifanten' }, WHENCE)
  await expect(wrong).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED', details: {} })
  const unknown = signIn(accounts, { email: 'nobody@example.org', password: PASSWORD }, WHENCE)
  await expect(unknown).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED', details: {} })
})

test('refusals take no less than the time that every answer takes', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there, 300)
  const { email } = await person('Iris Bakker')
  for (const wrong of [email, 'nobody@example.org']) {
    const began = performance.now()
    await signIn(accounts, { email: wrong, password: 'nee' }, WHENCE).catch(() => undefined)
    expect(performance.now() - began).toBeGreaterThan(295)
  }
})

test('a disabled account does not sign in, and its sessions end', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { credentials } = await person('Iris Bakker')
  const { token } = await signIn(accounts, credentials, WHENCE)
  await there.owner.query('update gestand.accounts set disabled_at = now()')
  expect(await findSession(accounts, token)).toBeUndefined()
  const again = signIn(accounts, credentials, WHENCE)
  await expect(again).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' })
})

test('who works for an organisation has a second factor to set up, and no session before', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const coach = await person('Coach', ['coach'])
  const { token, needs } = await signIn(accounts, coach.credentials, WHENCE)
  expect(needs).toBe('set-up')
  expect(await findSession(accounts, token)).toBeUndefined()
  expect(await findSignIn(accounts, token)).toMatchObject({ accountId: coach.id, needs: 'set-up' })
  const authority = { organisation: there.organisation, session: token, activity: 'coaching' }
  const list = there.store.list(authority, 'caseload', {})
  await expect(list).rejects.toMatchObject({ code: 'SIGNED_OUT' })
})

test('who no longer works anywhere is not asked for one', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { credentials } = await person('Coach', ['coach'])
  await there.owner.query(`update members set left_at = now() - interval '1 day'`)
  expect(await signIn(accounts, credentials, WHENCE)).toMatchObject({ needs: null })
})

test('a sign-in that is under way ends after a quarter of an hour', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { credentials } = await person('Coach', ['coach'])
  const { token } = await signIn(accounts, credentials, WHENCE)
  await there.owner.query(`update gestand.sign_ins set ends_at = ends_at - interval '16 minutes'`)
  expect(await findSignIn(accounts, token)).toBeUndefined()
})

test('signing in, failing to and signing out stand in the ledgers of one’s organisations', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const iris = await person('Iris Bakker')
  const [party] = [await there.party('Gemeente')]
  await there.owner.query('insert into affiliations (party_id, account_id) values ($1, $2)', [
    party,
    iris.id,
  ])
  const { token } = await signIn(accounts, iris.credentials, WHENCE)
  expect(await readActs(there, iris.id)).toEqual([])
  await there.owner.query(
    `with p as (insert into persons default values returning id),
       d as (insert into dossiers (kind, person_id) select 're-integration', id from p returning id)
     insert into relations (dossier_id, holder_id, relation) select id, $1, 'client' from d`,
    [iris.id],
  )
  await signOut(accounts, token)
  await signIn(accounts, { email: iris.email, password: 'nee' }, WHENCE).catch(() => undefined)
  await signIn(accounts, iris.credentials, WHENCE)
  expect(await readActs(there, iris.id)).toEqual(['signed-out', 'sign-in-refused', 'signed-in'])
})

test('signing out ends the session, and twice is no error', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { credentials } = await person('Iris Bakker')
  const { token } = await signIn(accounts, credentials, WHENCE)
  await signOut(accounts, token)
  await signOut(accounts, token)
  expect(await findSession(accounts, token)).toBeUndefined()
})

test('a password that was hashed at another cost is hashed anew when it is given', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { id, credentials } = await person('Iris Bakker')
  const cheap = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 })
  await setPassword(accounts.platform, accounts, id, cheap)
  const readHash = async (): Promise<string> => {
    const { rows } = await there.owner.query<{ sealed: Buffer }>('select sealed from passwords')
    return accounts.seal.unseal('password', id, rows[0]?.sealed ?? Buffer.of()).toString()
  }
  await signIn(accounts, { ...credentials, password: 'nee' }, WHENCE).catch(() => undefined)
  expect(await readHash()).toBe(cheap)
  await signIn(accounts, credentials, WHENCE)
  expect(await readHash()).toContain('m=19456,t=2,p=1')
  await signIn(accounts, credentials, WHENCE)
})
