import { expect, test } from 'vitest'
import { accountsOf, setUp, tokenIn, WHENCE, type WorldAccounts } from '#world/accounts.ts'
import { world } from '#world/world.ts'
import { findRecovery, recover, startRecovery } from './recovery.ts'
import { giveSecondFactor } from './second-factor.ts'
import { findSession } from './session.ts'
import { signIn } from './sign-in.ts'

const password = 'drie gele kangoeroes'

async function askLink({ accounts, mails }: WorldAccounts, email: string): Promise<Buffer> {
  await startRecovery(accounts, email, WHENCE)
  const [mail] = await mails()
  if (!mail) throw new Error('no mail was queued')
  expect(mail.to.email).toBe(email)
  return tokenIn(mail)
}

test('a link by mail sets a new password and signs a client in', async () => {
  const desk = accountsOf(await world())
  const iris = await desk.person('Iris Bakker')
  const token = await askLink(desk, iris.email)
  expect(await findRecovery(desk.accounts, token)).toMatchObject({ email: iris.email })
  const { token: session, needs } = await recover(desk.accounts, { token, password }, WHENCE)
  expect(needs).toBeNull()
  expect(await findSession(desk.accounts, session)).toMatchObject({ accountId: iris.id })
  const old = signIn(desk.accounts, iris.credentials, WHENCE)
  await expect(old).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' })
})

test('it takes no one past the second factor', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  const { typed } = await setUp(desk, coach)
  const token = await askLink(desk, coach.email)
  const recovered = await recover(desk.accounts, { token, password }, WHENCE)
  expect(recovered.needs).toBe('second-factor')
  expect(await findSession(desk.accounts, recovered.token)).toBeUndefined()
  desk.nextCode()
  const session = await giveSecondFactor(desk.accounts, recovered.token, desk.codeOf(typed))
  expect(await findSession(desk.accounts, session)).toMatchObject({ strong: true })
})

test('it ends every session and every other link', async () => {
  const desk = accountsOf(await world())
  const iris = await desk.person('Iris Bakker')
  const thief = await signIn(desk.accounts, iris.credentials, WHENCE)
  const first = await askLink(desk, iris.email)
  const second = await askLink(desk, iris.email)
  await recover(desk.accounts, { token: second, password }, WHENCE)
  expect(await findSession(desk.accounts, thief.token)).toBeUndefined()
  expect(await findRecovery(desk.accounts, first)).toBeUndefined()
})

test('a link is good once, also when it is followed twice at the same moment', async () => {
  const desk = accountsOf(await world())
  const token = await askLink(desk, (await desk.person('Iris Bakker')).email)
  const both = await Promise.allSettled(
    [1, 2].map(() => recover(desk.accounts, { token, password }, WHENCE)),
  )
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const third = recover(desk.accounts, { token, password }, WHENCE)
  await expect(third).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
})

test('a link is good for an hour', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const token = await askLink(desk, (await desk.person('Iris Bakker')).email)
  const pass = (time: string): Promise<unknown> =>
    there.owner.query('update gestand.recoveries set expires_at = expires_at - $1::interval', [
      time,
    ])
  await pass('59 minutes')
  expect(await findRecovery(desk.accounts, token)).toBeDefined()
  await pass('1 minute')
  const late = recover(desk.accounts, { token, password }, WHENCE)
  await expect(late).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
})

test('a password that is easy to guess leaves the link good', async () => {
  const desk = accountsOf(await world())
  const token = await askLink(desk, (await desk.person('Iris Bakker')).email)
  const weak = recover(desk.accounts, { token, password: 'Welkom123456' }, WHENCE)
  await expect(weak).rejects.toMatchObject({ code: 'PASSWORD_COMMON' })
  await recover(desk.accounts, { token, password }, WHENCE)
})

test('an unknown address gets no mail, and whoever asks gets the same answer', async () => {
  const there = await world()
  const desk = accountsOf(there, 200)
  const { email } = await desk.person('Iris Bakker')
  await there.owner.query('update gestand.accounts set disabled_at = now()')
  for (const asked of [email, 'nobody@example.org', 'geen adres']) {
    const began = performance.now()
    expect(await startRecovery(desk.accounts, asked, WHENCE)).toBeUndefined()
    expect(performance.now() - began).toBeGreaterThan(195)
  }
  expect(await desk.mails()).toEqual([])
})

test('nobody can have a mailbox flooded', async () => {
  const desk = accountsOf(await world())
  const { email } = await desk.person('Iris Bakker')
  for (let count = 0; count < 3; count += 1) await startRecovery(desk.accounts, email, WHENCE)
  const fourth = startRecovery(desk.accounts, email, { address: '198.51.100.9' })
  await expect(fourth).rejects.toMatchObject({ code: 'TRY_LATER' })
  expect(await desk.mails()).toHaveLength(3)
})

test('who had too many failures gets in by a link', async () => {
  const desk = accountsOf(await world())
  const { email } = await desk.person('Iris Bakker')
  for (let count = 0; count < 6; count += 1) {
    await signIn(desk.accounts, { email, password: 'nee' }, WHENCE).catch(() => undefined)
  }
  const token = await askLink(desk, email)
  await recover(desk.accounts, { token, password }, WHENCE)
  const credentials = { email, password }
  expect(await signIn(desk.accounts, credentials, WHENCE)).toMatchObject({ needs: null })
})
