import { expect, test } from 'vitest'
import { accountsOf, PASSWORD, tokenIn, WHENCE } from '#world/accounts.ts'
import { world } from '#world/world.ts'
import { confirmEmailChange, startEmailChange } from './email-change.ts'
import { findSession } from './session.ts'
import { signIn } from './sign-in.ts'

const email = 'iris.nieuw@example.org'

test('a new address counts from when its link is followed, and the old one is told', async () => {
  const { accounts, person, mails } = accountsOf(await world())
  const iris = await person('Iris Bakker')
  const { token } = await signIn(accounts, iris.credentials, WHENCE)
  await startEmailChange(accounts, token, { email, password: PASSWORD })
  const [mail] = await mails()
  if (!mail) throw new Error('no mail was queued')
  expect(mail.to).toEqual({ name: 'Iris Bakker', email })
  expect(await findSession(accounts, token)).toMatchObject({ email: iris.email })
  await confirmEmailChange(accounts, tokenIn(mail))
  expect(await findSession(accounts, token)).toMatchObject({ email })
  const [told] = await mails()
  expect(told?.to.email).toBe(iris.email)
  await signIn(accounts, { email, password: PASSWORD }, WHENCE)
  const again = confirmEmailChange(accounts, tokenIn(mail))
  await expect(again).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
})

test('the password is asked, and what is no address is refused', async () => {
  const { accounts, person, mails } = accountsOf(await world())
  const { token } = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  const wrong = startEmailChange(accounts, token, { email, password: 'nee' })
  await expect(wrong).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
  for (const none of ['iris', 'iris@', '@example.org', 'i ris@example.org', 'iris@example']) {
    const change = startEmailChange(accounts, token, { email: none, password: PASSWORD })
    await expect(change).rejects.toMatchObject({ code: 'EMAIL_INVALID' })
  }
  expect(await mails()).toEqual([])
})

test('an address of somebody else cannot be taken, and is not told to exist', async () => {
  const { accounts, person, mails } = accountsOf(await world())
  const other = await person('Other')
  const { token } = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  const wanted = { email: other.email.toUpperCase(), password: PASSWORD }
  await startEmailChange(accounts, token, wanted)
  const [mail] = await mails()
  if (!mail) throw new Error('no mail was queued')
  const confirm = confirmEmailChange(accounts, tokenIn(mail))
  await expect(confirm).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
  await signIn(accounts, other.credentials, WHENCE)
})

test('a link is good for a day', async () => {
  const there = await world()
  const { accounts, person, mails } = accountsOf(there)
  const { token } = await signIn(accounts, (await person('Iris')).credentials, WHENCE)
  await startEmailChange(accounts, token, { email, password: PASSWORD })
  await there.owner.query('update gestand.email_changes set expires_at = now()')
  const [mail] = await mails()
  if (!mail) throw new Error('no mail was queued')
  const late = confirmEmailChange(accounts, tokenIn(mail))
  await expect(late).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
})
