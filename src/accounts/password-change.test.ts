import { expect, test } from 'vitest'
import { accountsOf, PASSWORD, setUp, WHENCE } from '#world/accounts.ts'
import { world } from '#world/world.ts'
import { changePassword } from './password-change.ts'
import { findSession } from './session.ts'
import { findSignIn, signIn } from './sign-in.ts'

const next = 'drie gele kangoeroes'

test('a new password counts at once, and the old one no longer', async () => {
  const { accounts, person } = accountsOf(await world())
  const { email, credentials } = await person('Iris Bakker')
  const { token } = await signIn(accounts, credentials, WHENCE)
  await changePassword(accounts, token, { current: PASSWORD, next })
  const old = signIn(accounts, credentials, WHENCE)
  await expect(old).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' })
  expect(await signIn(accounts, { email, password: next }, WHENCE)).toMatchObject({ needs: null })
})

test('it ends every session and sign-in; the one that asked goes on under a new token', async () => {
  const desk = accountsOf(await world())
  const { accounts } = desk
  const coach = await desk.person('Coach', ['coach'])
  const { token } = await setUp(desk, coach)
  const underWay = await signIn(accounts, coach.credentials, WHENCE)
  const fresh = await changePassword(accounts, token, { current: PASSWORD, next })
  expect(await findSession(accounts, fresh)).toMatchObject({ accountId: coach.id, strong: true })
  expect(await findSession(accounts, token)).toBeUndefined()
  expect(await findSignIn(accounts, underWay.token)).toBeUndefined()
})

test('the present password is asked, and guessing it has to wait', async () => {
  const { accounts, person } = accountsOf(await world())
  const { token } = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  for (let count = 0; count < 5; count += 1) {
    const guess = changePassword(accounts, token, { current: 'vier groene olifanten', next })
    await expect(guess).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
  }
  const later = changePassword(accounts, token, { current: PASSWORD, next })
  await expect(later).rejects.toMatchObject({ code: 'TRY_LATER' })
})

test('a new password that is easy to guess changes nothing', async () => {
  const { accounts, person } = accountsOf(await world())
  const { credentials } = await person('Iris Bakker')
  const { token } = await signIn(accounts, credentials, WHENCE)
  const weak = changePassword(accounts, token, { current: PASSWORD, next: 'bakker en de rest' })
  await expect(weak).rejects.toMatchObject({ code: 'PASSWORD_PERSONAL' })
  expect(await findSession(accounts, token)).toBeDefined()
  await signIn(accounts, credentials, WHENCE)
})

test('two changes at the same moment make one', async () => {
  const { accounts, person } = accountsOf(await world())
  const { token } = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  const changes = await Promise.allSettled(
    [next, 'zes paarse nijlpaarden'].map((password) =>
      changePassword(accounts, token, { current: PASSWORD, next: password }),
    ),
  )
  expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('its owner is told by mail', async () => {
  const { accounts, person, mails } = accountsOf(await world())
  const { email, credentials } = await person('Iris Bakker')
  const { token } = await signIn(accounts, credentials, WHENCE)
  await changePassword(accounts, token, { current: PASSWORD, next })
  const [mail] = await mails()
  expect(mail?.to.email).toBe(email)
  expect(mail?.text).toContain('Het wachtwoord van uw account is zojuist gewijzigd.')
})
