import { expect, test } from 'vitest'
import { accountsOf, setUp, WHENCE } from '#world/accounts.ts'
import { world } from '#world/world.ts'
import { Delivery } from '#jobs/delivery.ts'
import { MasterKey } from '#store/master-key.ts'
import { createAccounts } from './accounts.ts'
import { startRecovery } from './recovery.ts'
import { rotateAccounts } from './rotation.ts'
import { giveRecoveryCode, giveSecondFactor } from './second-factor.ts'
import { signIn } from './sign-in.ts'

const present = new MasterKey(Buffer.alloc(32, 'another'))

test('after a change of the master key people sign in as before', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const coach = await desk.person('Coach', ['coach'])
  const { typed, recoveryCodes } = await setUp(desk, coach)
  await startRecovery(desk.accounts, coach.email, WHENCE)
  const older = there.installation.master
  const { platform, now } = desk.accounts
  const accounts = createAccounts({ platform, master: present, answerMs: 0, now })
  const unread = signIn(accounts, coach.credentials, WHENCE)
  await expect(unread).rejects.toMatchObject({ code: 'UNREADABLE' })
  // A password, a second factor, ten recovery codes and two mails.
  expect(await rotateAccounts(accounts, { present, older })).toBe(14)
  expect(await rotateAccounts(accounts, { present, older })).toBe(0)
  desk.nextCode()
  const first = await signIn(accounts, coach.credentials, WHENCE)
  await giveSecondFactor(accounts, first.token, desk.codeOf(typed))
  const second = await signIn(accounts, coach.credentials, WHENCE)
  await giveRecoveryCode(accounts, second.token, recoveryCodes[0] ?? '')
  const address = new URL('https://gestand.example.org')
  const mails = await new Delivery({ platform, master: present, address }).listMails()
  expect(mails).toHaveLength(2)
})
