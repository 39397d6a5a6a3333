import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accountsOf, WHENCE } from '#world/accounts.ts'
import { world } from '#world/world.ts'
import { changeLanguage } from './account.ts'
import { endOtherSessions, endSession, findSession, listSessions } from './session.ts'
import { signIn } from './sign-in.ts'
import { sweepAccounts } from './sweep.ts'

const PHONE = { address: '192.0.2.8', userAgent: 'Mozilla/5.0 (iPhone) Safari/604.1' }

test('a session that is not used for half an hour has ended', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { token } = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  const pass = (minutes: number): Promise<unknown> =>
    there.owner.query(`update gestand.sessions set seen_at = now() - $1 * interval '1 minute'`, [
      minutes,
    ])
  await pass(29)
  expect(await findSession(accounts, token)).toBeDefined()
  await pass(31)
  expect(await findSession(accounts, token)).toBeUndefined()
})

test('using a session moves its idle clock, and never its end', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { token } = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  await there.owner.query(
    `update gestand.sessions set seen_at = now() - interval '20 minutes',
       ends_at = now() + interval '1 second'`,
  )
  await findSession(accounts, token)
  const { rows } = await there.owner.query(
    `select seen_at > now() - interval '1 minute' as moved,
       ends_at < now() + interval '1 second' as same from gestand.sessions`,
  )
  expect(rows).toEqual([{ moved: true, same: true }])
})

test('however much it is used, a session ends after twelve hours', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { token } = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  const { rows } = await there.owner.query(
    `select extract(epoch from ends_at - started_at)::int as seconds from gestand.sessions`,
  )
  expect(rows).toEqual([{ seconds: 12 * 60 * 60 }])
  await there.owner.query(`update gestand.sessions set ends_at = now()`)
  expect(await findSession(accounts, token)).toBeUndefined()
})

test('people see their own sessions and nobody else’s', async () => {
  const { accounts, person } = accountsOf(await world())
  const iris = await person('Iris')
  const here = await signIn(accounts, iris.credentials, WHENCE)
  await signIn(accounts, iris.credentials, PHONE)
  await signIn(accounts, (await person('Other')).credentials, WHENCE)
  const sessions = await listSessions(accounts, here.token)
  expect(sessions).toHaveLength(2)
  expect(sessions.find(({ current }) => current)).toMatchObject({ device: 'Firefox, Linux' })
  expect(sessions.find(({ current }) => !current)).toMatchObject({ device: 'Safari, iPhone' })
})

test('people end one of their sessions, or all others', async () => {
  const { accounts, person } = accountsOf(await world())
  const { credentials } = await person('Iris')
  const here = await signIn(accounts, credentials, WHENCE)
  const phone = await signIn(accounts, credentials, PHONE)
  const lost = (await listSessions(accounts, here.token)).find(({ current }) => !current)
  await endSession(accounts, here.token, lost?.id ?? '')
  expect(await findSession(accounts, phone.token)).toBeUndefined()
  const another = await signIn(accounts, credentials, PHONE)
  await endOtherSessions(accounts, here.token)
  expect(await findSession(accounts, another.token)).toBeUndefined()
  expect(await findSession(accounts, here.token)).toBeDefined()
})

test('nobody ends a session of somebody else', async () => {
  const { accounts, person } = accountsOf(await world())
  const iris = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  const other = await signIn(accounts, (await person('Other')).credentials, WHENCE)
  const [theirs] = await listSessions(accounts, iris.token)
  const end = endSession(accounts, other.token, theirs?.id ?? randomUUID())
  await expect(end).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await findSession(accounts, iris.token)).toBeDefined()
})

test('a session that ended lists, ends and changes nothing', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { token } = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  await there.owner.query('update gestand.sessions set ended_at = now()')
  const attempts = [
    () => listSessions(accounts, token),
    () => endOtherSessions(accounts, token),
    () => changeLanguage(accounts, token, 'en'),
  ]
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toMatchObject({ code: 'SIGNED_OUT' })
  }
})

test('people choose the language of their pages and mails', async () => {
  const { accounts, person } = accountsOf(await world())
  const { token } = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  await changeLanguage(accounts, token, 'en')
  expect(await findSession(accounts, token)).toMatchObject({ language: 'en' })
})

test('what ended long ago is swept away, and what lives is not', async () => {
  const there = await world()
  const { accounts, person } = accountsOf(there)
  const { credentials } = await person('Iris')
  const old = await signIn(accounts, credentials, WHENCE)
  await endOtherSessions(accounts, old.token)
  await there.owner.query(
    `update gestand.sessions set seen_at = now() - interval '31 days',
       ends_at = now() - interval '31 days'`,
  )
  await there.owner.query(`update gestand.throttles set counted_at = now() - interval '2 days'`)
  const { token } = await signIn(accounts, credentials, PHONE)
  await sweepAccounts(accounts)
  const { rows } = await there.owner.query(
    `select (select count(*)::int from gestand.sessions) as sessions,
       (select count(*)::int from gestand.throttles) as throttles`,
  )
  expect(rows).toEqual([{ sessions: 1, throttles: 2 }])
  expect(await findSession(accounts, token)).toBeDefined()
})
