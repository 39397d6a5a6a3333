import { expect, test } from 'vitest'
import { accountsOf, type Person, setUp, WHENCE, type WorldAccounts } from '#world/accounts.ts'
import { world } from '#world/world.ts'
import { giveRecoveryCode, giveSecondFactor } from './second-factor.ts'
import { findSession } from './session.ts'
import { findSignIn, signIn } from './sign-in.ts'

async function startSignIn({ accounts }: WorldAccounts, { credentials }: Person): Promise<Buffer> {
  const { token, needs } = await signIn(accounts, credentials, WHENCE)
  expect(needs).toBe('second-factor')
  return token
}

test('a code completes the sign-in, under a new token', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const coach = await desk.person('Coach', ['coach'])
  const { typed } = await setUp(desk, coach)
  desk.nextCode()
  const before = await startSignIn(desk, coach)
  expect(await findSession(desk.accounts, before)).toBeUndefined()
  const token = await giveSecondFactor(desk.accounts, before, desk.codeOf(typed))
  expect(token).not.toEqual(before)
  expect(await findSession(desk.accounts, token)).toMatchObject({ strong: true })
  expect(await findSession(desk.accounts, before)).toBeUndefined()
  expect(await findSignIn(desk.accounts, before)).toBeUndefined()
  const authority = { organisation: there.organisation, session: token, activity: 'coaching' }
  expect(await there.store.list(authority, 'caseload', {})).toEqual({})
})

test('a wrong code does not, and may be tried again', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  const { typed } = await setUp(desk, coach)
  desk.nextCode()
  const token = await startSignIn(desk, coach)
  const right = desk.codeOf(typed)
  const wrong = giveSecondFactor(desk.accounts, token, right === '000000' ? '000001' : '000000')
  await expect(wrong).rejects.toMatchObject({ code: 'CODE_REFUSED' })
  expect(await giveSecondFactor(desk.accounts, token, right)).toHaveLength(32)
})

test('a code that was used is refused, also for another sign-in', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  const { typed } = await setUp(desk, coach)
  const first = await startSignIn(desk, coach)
  const used = giveSecondFactor(desk.accounts, first, desk.codeOf(typed))
  await expect(used).rejects.toMatchObject({ code: 'CODE_REFUSED' })
  desk.nextCode()
  await giveSecondFactor(desk.accounts, first, desk.codeOf(typed))
  const second = await startSignIn(desk, coach)
  const replayed = giveSecondFactor(desk.accounts, second, desk.codeOf(typed))
  await expect(replayed).rejects.toMatchObject({ code: 'CODE_REFUSED' })
})

test('one code given twice at the same moment opens one session', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const coach = await desk.person('Coach', ['coach'])
  const { typed } = await setUp(desk, coach)
  desk.nextCode()
  const [one, two] = [await startSignIn(desk, coach), await startSignIn(desk, coach)]
  const code = desk.codeOf(typed)
  const given = await Promise.allSettled(
    [one, two, one, two].map((token) => giveSecondFactor(desk.accounts, token, code)),
  )
  expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('after five wrong codes the next has to wait', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  await setUp(desk, coach)
  const token = await startSignIn(desk, coach)
  for (let count = 0; count < 5; count += 1) {
    const wrong = giveSecondFactor(desk.accounts, token, '12345')
    await expect(wrong).rejects.toMatchObject({ code: 'CODE_REFUSED' })
  }
  const next = giveSecondFactor(desk.accounts, token, '12345')
  await expect(next).rejects.toMatchObject({ code: 'TRY_LATER' })
})

test('a sign-in that ended, or that is nobody’s, takes no code', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const coach = await desk.person('Coach', ['coach'])
  const { typed } = await setUp(desk, coach)
  desk.nextCode()
  const token = await startSignIn(desk, coach)
  await there.owner.query('update gestand.sign_ins set ends_at = now()')
  for (const ended of [token, Buffer.alloc(32)]) {
    const late = giveSecondFactor(desk.accounts, ended, desk.codeOf(typed))
    await expect(late).rejects.toMatchObject({ code: 'SIGN_IN_EXPIRED' })
  }
})

test('a refused code stands in the ledger', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const coach = await desk.person('Coach', ['coach'])
  await setUp(desk, coach)
  const token = await startSignIn(desk, coach)
  await giveSecondFactor(desk.accounts, token, '12345').catch(() => undefined)
  const { rows } = await there.owner.query(
    `select string_agg(act, ' ' order by id) as acts from ledger where activity = 'account'`,
  )
  expect(rows).toEqual([{ acts: 'second-factor-changed signed-in sign-in-refused' }])
})

test('each recovery code completes one sign-in', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  const { recoveryCodes } = await setUp(desk, coach)
  expect(new Set(recoveryCodes).size).toBe(10)
  const code = recoveryCodes[3] ?? ''
  const first = await startSignIn(desk, coach)
  const token = await giveRecoveryCode(desk.accounts, first, ` ${code.toUpperCase()} `)
  expect(await findSession(desk.accounts, token)).toMatchObject({ strong: true })
  const second = await startSignIn(desk, coach)
  const again = giveRecoveryCode(desk.accounts, second, code)
  await expect(again).rejects.toMatchObject({ code: 'RECOVERY_CODE_REFUSED' })
  await giveRecoveryCode(desk.accounts, second, recoveryCodes[4] ?? '')
})

test('one recovery code given twice at the same moment opens one session', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  const { recoveryCodes } = await setUp(desk, coach)
  const tokens = [await startSignIn(desk, coach), await startSignIn(desk, coach)]
  const given = await Promise.allSettled(
    tokens.map((token) => giveRecoveryCode(desk.accounts, token, recoveryCodes[0] ?? '')),
  )
  expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
