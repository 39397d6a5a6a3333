import { expect, test } from 'vitest'
import { accountsOf, PASSWORD, setUp, WHENCE } from '#world/accounts.ts'
import { world } from '#world/world.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { giveRecoveryCode, giveSecondFactor } from './second-factor.ts'
import { beginTotp, confirmTotp, findSecondFactor, removeTotp } from './second-factor-setup.ts'
import { findSession } from './session.ts'
import { findSignIn, signIn } from './sign-in.ts'

test('staff set an app up while they sign in, and only then have a session', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const coach = await desk.person('Coach', ['coach'])
  const { token } = await setUp(desk, coach)
  const session = await findSession(desk.accounts, token)
  expect(session).toMatchObject({ strong: true, hasSecondFactor: true, device: 'Firefox, Linux' })
  const authority = { organisation: there.organisation, session: token, activity: 'coaching' }
  expect(await there.store.list(authority, 'caseload', {})).toEqual({})
})

test('a client may set one up, after which it is asked for', async () => {
  const desk = accountsOf(await world())
  const iris = await desk.person('Iris Bakker')
  const weak = await signIn(desk.accounts, iris.credentials, WHENCE)
  const { token } = await setUp(desk, iris)
  expect(await findSession(desk.accounts, token)).toMatchObject({ strong: true })
  expect(await findSession(desk.accounts, weak.token)).toBeUndefined()
  const { needs } = await signIn(desk.accounts, iris.credentials, WHENCE)
  expect(needs).toBe('second-factor')
})

test('who reloads the page sees the same secret, and an hour later a new one', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { credentials } = await desk.person('Iris Bakker')
  const { token } = await signIn(desk.accounts, credentials, WHENCE)
  const first = await beginTotp(desk.accounts, token)
  expect(await beginTotp(desk.accounts, token)).toEqual(first)
  await there.owner.query(
    `update gestand.second_factor_setups set begun_at = begun_at - interval '61 minutes'`,
  )
  const late = confirmTotp(desk.accounts, token, desk.codeOf(first.typed))
  await expect(late).rejects.toMatchObject({ code: 'SET_UP_EXPIRED' })
  expect(await beginTotp(desk.accounts, token)).not.toEqual(first)
})

test('a wrong first code sets nothing up', async () => {
  const desk = accountsOf(await world())
  const { credentials } = await desk.person('Iris Bakker')
  const { token } = await signIn(desk.accounts, credentials, WHENCE)
  await beginTotp(desk.accounts, token)
  const wrong = confirmTotp(desk.accounts, token, '12345')
  await expect(wrong).rejects.toMatchObject({ code: 'CODE_REFUSED' })
  expect(await findSession(desk.accounts, token)).toMatchObject({ hasSecondFactor: false })
})

test('the password alone cannot replace an app that is in use', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  await setUp(desk, coach)
  const { token } = await signIn(desk.accounts, coach.credentials, WHENCE)
  const begin = beginTotp(desk.accounts, token)
  await expect(begin).rejects.toMatchObject({ code: 'SECOND_FACTOR_NEEDED' })
  const confirm = confirmTotp(desk.accounts, token, '123456')
  await expect(confirm).rejects.toMatchObject({ code: 'SECOND_FACTOR_NEEDED' })
})

test('a session without the second factor that another session set up has ended', async () => {
  const desk = accountsOf(await world())
  const iris = await desk.person('Iris Bakker')
  const thief = await signIn(desk.accounts, iris.credentials, WHENCE)
  await setUp(desk, iris)
  const attempt = beginTotp(desk.accounts, thief.token)
  await expect(attempt).rejects.toMatchObject({ code: 'SIGNED_OUT' })
})

test('a new app replaces the old one from its first code on, with new recovery codes', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  const old = await setUp(desk, coach)
  const { typed } = await beginTotp(desk.accounts, old.token)
  desk.nextCode()
  const meanwhile = await signIn(desk.accounts, coach.credentials, WHENCE)
  await giveSecondFactor(desk.accounts, meanwhile.token, desk.codeOf(old.typed))
  const fresh = await confirmTotp(desk.accounts, old.token, desk.codeOf(typed))
  desk.nextCode()
  const { token } = await signIn(desk.accounts, coach.credentials, WHENCE)
  const byOld = giveSecondFactor(desk.accounts, token, desk.codeOf(old.typed))
  await expect(byOld).rejects.toMatchObject({ code: 'CODE_REFUSED' })
  const byOldCode = giveRecoveryCode(desk.accounts, token, old.recoveryCodes[0] ?? '')
  await expect(byOldCode).rejects.toMatchObject({ code: 'RECOVERY_CODE_REFUSED' })
  await giveRecoveryCode(desk.accounts, token, fresh.recoveryCodes[0] ?? '')
})

test('staff cannot turn it off', async () => {
  const desk = accountsOf(await world())
  const { token } = await setUp(desk, await desk.person('Coach', ['coach']))
  const off = removeTotp(desk.accounts, token, PASSWORD)
  await expect(off).rejects.toMatchObject({ code: 'SECOND_FACTOR_COMPULSORY' })
  expect(await findSession(desk.accounts, token)).toMatchObject({ strong: true })
})

test('a client can, with the password', async () => {
  const desk = accountsOf(await world())
  const iris = await desk.person('Iris Bakker')
  const { token } = await setUp(desk, iris)
  const wrong = removeTotp(desk.accounts, token, 'vier groene olifanten')
  await expect(wrong).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
  const after = await removeTotp(desk.accounts, token, PASSWORD)
  expect(await findSession(desk.accounts, token)).toBeUndefined()
  expect(await findSession(desk.accounts, after)).toMatchObject({
    strong: false,
    hasSecondFactor: false,
  })
  expect(await signIn(desk.accounts, iris.credentials, WHENCE)).toMatchObject({ needs: null })
})

test('new recovery codes make the old ones worthless', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  const { token, recoveryCodes } = await setUp(desk, coach)
  const fresh = await renewRecoveryCodes(desk.accounts, token)
  expect(fresh).toHaveLength(10)
  const signingIn = await signIn(desk.accounts, coach.credentials, WHENCE)
  const old = giveRecoveryCode(desk.accounts, signingIn.token, recoveryCodes[0] ?? '')
  await expect(old).rejects.toMatchObject({ code: 'RECOVERY_CODE_REFUSED' })
  await giveRecoveryCode(desk.accounts, signingIn.token, fresh[0] ?? '')
  expect(await findSecondFactor(desk.accounts, token)).toMatchObject({ recoveryCodesLeft: 9 })
})

test('a session without a second factor gets no recovery codes', async () => {
  const desk = accountsOf(await world())
  const { credentials } = await desk.person('Iris Bakker')
  const { token } = await signIn(desk.accounts, credentials, WHENCE)
  const renewal = renewRecoveryCodes(desk.accounts, token)
  await expect(renewal).rejects.toMatchObject({ code: 'SECOND_FACTOR_NEEDED' })
  expect(await findSecondFactor(desk.accounts, token)).toBeUndefined()
})

test('the owner of an account is told by mail that its second factor changed', async () => {
  const desk = accountsOf(await world())
  const iris = await desk.person('Iris Bakker')
  const { token } = await setUp(desk, iris)
  const [added] = await desk.mails()
  expect(added).toMatchObject({ to: { email: iris.email }, subject: 'Uw account is gewijzigd' })
  await removeTotp(desk.accounts, token, PASSWORD)
  const [removed] = await desk.mails()
  expect(removed?.text).toContain('uitgezet')
})

test('a sign-in that set an app up cannot do so twice', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  const { token } = await signIn(desk.accounts, coach.credentials, WHENCE)
  const { typed } = await beginTotp(desk.accounts, token)
  const code = desk.codeOf(typed)
  const confirmed = await Promise.allSettled(
    [1, 2].map(() => confirmTotp(desk.accounts, token, code)),
  )
  expect(confirmed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await findSignIn(desk.accounts, token)).toBeUndefined()
})
