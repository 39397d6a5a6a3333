import { expect, test } from 'vitest'
import { accountsOf, setUp, WHENCE } from '#world/accounts.ts'
import { world } from '#world/world.ts'
import { resetSecondFactor } from './second-factor-reset.ts'
import { findSession } from './session.ts'
import { signIn } from './sign-in.ts'

test('staff who lost everything set a new app up at their next sign-in', async () => {
  const desk = accountsOf(await world())
  const coach = await desk.person('Coach', ['coach'])
  const { token } = await setUp(desk, coach)
  await resetSecondFactor(desk.accounts, coach.email.toUpperCase())
  expect(await findSession(desk.accounts, token)).toBeUndefined()
  const [mail] = await desk.mails()
  expect(mail?.to.email).toBe(coach.email)
  const { needs } = await signIn(desk.accounts, coach.credentials, WHENCE)
  expect(needs).toBe('set-up')
})

test('where there is no second factor there is nothing to take away', async () => {
  const desk = accountsOf(await world())
  const { email } = await desk.person('Iris Bakker')
  for (const address of [email, 'nobody@example.org']) {
    const reset = resetSecondFactor(desk.accounts, address)
    await expect(reset).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
})
