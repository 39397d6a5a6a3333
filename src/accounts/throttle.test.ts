import { expect, test } from 'vitest'
import { accountsOf, PASSWORD, WHENCE, type WorldAccounts } from '#world/accounts.ts'
import { type World, world } from '#world/world.ts'
import { signIn } from './sign-in.ts'
import { countTry, networkOf, throttleAccount } from './throttle.ts'

async function fail({ accounts }: WorldAccounts, email: string, times: number): Promise<string[]> {
  const codes: string[] = []
  for (let count = 0; count < times; count += 1) {
    const wrong = signIn(accounts, { email, password: 'nee' }, WHENCE)
    codes.push(await wrong.then(String, (error: unknown) => String(error)))
  }
  return codes.map((code) => code.replace('AppError: ', ''))
}

async function pass({ owner }: World, seconds: number): Promise<void> {
  await owner.query(
    `update gestand.throttles set blocked_until = blocked_until - $1 * interval '1 second',
       counted_at = counted_at - $1 * interval '1 second'`,
    [seconds],
  )
}

const REFUSED = 'SIGN_IN_REFUSED'
const LATER = 'TRY_LATER'

test('after five failures an account has to wait, known or not', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { email } = await desk.person('Iris Bakker')
  const five = [REFUSED, REFUSED, REFUSED, REFUSED, REFUSED]
  expect(await fail(desk, email, 6)).toEqual([...five, LATER])
  expect(await fail(desk, 'nobody@example.org', 6)).toEqual([...five, LATER])
})

test('each failure doubles the wait, up to a quarter of an hour and no further', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const waits: number[] = []
  for (let count = 0; count < 18; count += 1) {
    await pass(there, 901)
    await countTry(desk.accounts, [throttleAccount('iris@example.org')])
    const { rows } = await there.owner.query<{ wait: number }>(
      `select round(extract(epoch from blocked_until - counted_at))::int as wait
       from gestand.throttles`,
    )
    waits.push(rows[0]?.wait ?? -1)
  }
  expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 1, 2, 4, 8])
  expect(waits.slice(-5)).toEqual([512, 900, 900, 900, 900])
})

test('who waits and then gives the right password is in, and starts afresh', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { email, credentials } = await desk.person('Iris Bakker')
  expect(await fail(desk, email, 8)).toContain(LATER)
  await pass(there, 1)
  expect(await signIn(desk.accounts, credentials, WHENCE)).toMatchObject({ needs: null })
  expect(await fail(desk, email, 5)).not.toContain(LATER)
})

test('tries during the wait neither count nor make it longer', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { email, credentials } = await desk.person('Iris Bakker')
  await fail(desk, email, 40)
  await pass(there, 1)
  expect(await signIn(desk.accounts, credentials, WHENCE)).toMatchObject({ needs: null })
})

test('a day later failures are forgotten', async () => {
  const there = await world()
  const desk = accountsOf(there)
  await fail(desk, 'iris@example.org', 5)
  await pass(there, 25 * 60 * 60)
  expect(await fail(desk, 'iris@example.org', 5)).not.toContain(LATER)
})

test('many tries at the same moment do not slip through together', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const codes = await Promise.all(
    Array.from({ length: 20 }, () => fail(desk, 'iris@example.org', 1)),
  )
  expect(codes.flat().filter((code) => code === REFUSED)).toHaveLength(5)
})

test('one network that tries many accounts has to wait, and others do not', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { credentials } = await desk.person('Iris Bakker')
  for (let count = 0; count < 31; count += 1) await fail(desk, `a${count}@example.org`, 1)
  const here = signIn(desk.accounts, credentials, WHENCE)
  await expect(here).rejects.toMatchObject({ code: LATER })
  const elsewhere = signIn(desk.accounts, credentials, { address: '198.51.100.9' })
  expect(await elsewhere).toMatchObject({ needs: null })
})

test('an office where everybody signs in well never waits', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { credentials } = await desk.person('Iris Bakker')
  for (let count = 0; count < 35; count += 1) {
    expect(await signIn(desk.accounts, credentials, WHENCE)).toMatchObject({ needs: null })
  }
})

test('neither addresses nor e-mails can be read from the database, nor guessed without the key', async () => {
  const there = await world()
  const desk = accountsOf(there)
  await signIn(desk.accounts, { email: 'x@example.org', password: PASSWORD }, WHENCE).catch(
    () => undefined,
  )
  const { rows } = await there.owner.query<{ guessed: boolean }>(
    `select key in (sha256('x@example.org'), sha256('account|x@example.org'),
       sha256('192.0.2.7'), sha256('address|192.0.2.7')) as guessed from gestand.throttles`,
  )
  expect(rows).toEqual([{ guessed: false }, { guessed: false }])
})

test('the network of an IPv6 address is its first half', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:DB8:0001:2::9%eth0')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
})
