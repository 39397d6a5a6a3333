import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { type Accounts, beginTotp, confirmTotp, createAccounts, signIn } from '#accounts/index.ts'
import { hashPassword } from '#accounts/password.ts'
import { setPassword } from '#accounts/password-change.ts'
import { Delivery } from '#jobs/delivery.ts'
import type { Mail } from '#jobs/letter.ts'
import { platformOf } from './platform.ts'
import type { World } from './world.ts'

/** The password of everybody in tests. */
export const PASSWORD = 'vier blauwe olifanten'

export const WHENCE = { address: '192.0.2.7', userAgent: 'Mozilla/5.0 (Linux) Firefox/140.0' }

/** The accounts of a world, with a clock that a test can move: codes are made for its time. */
export interface WorldAccounts {
  readonly accounts: Accounts
  /** Moves the clock of codes on by one step, so that the next code is another one. */
  readonly nextCode: () => void
  /** What an authenticator app shows for a secret in base32, with or without spaces. */
  readonly codeOf: (typed: string) => string
  /** An account with a password, and what it signs in with. */
  readonly person: (name: string, functions?: readonly string[]) => Promise<Person>
  /** The mails that wait, newest first. */
  readonly mails: () => Promise<Mail[]>
}

export interface Person {
  readonly id: string
  readonly email: string
  readonly credentials: { readonly email: string; readonly password: string }
}

export function accountsOf(there: World, answerMs = 0): WorldAccounts {
  const { master } = there.installation
  const platform = platformOf(there, 'accounts')
  let moment = Date.now()
  const accounts = createAccounts({ platform, master, answerMs, now: () => moment })
  const address = new URL('https://gestand.example.org')
  const mailbox = new Delivery({ platform, master, address })
  return {
    accounts,
    nextCode: () => {
      moment += 30_000
    },
    codeOf: (typed) =>
      new TOTP({ secret: typed.replaceAll(' ', '') }).generate({ timestamp: moment }),
    person: (name, functions = []) => makePerson(there, accounts, { name, functions }),
    mails: async () => (await mailbox.listMails()).map(({ mail }) => mail),
  }
}

async function makePerson(
  { owner }: World,
  accounts: Accounts,
  { name, functions }: { readonly name: string; readonly functions: readonly string[] },
): Promise<Person> {
  const id = randomUUID()
  const email = `${id.slice(0, 8)}@example.org`
  await owner.query('insert into gestand.accounts (id, email, name) values ($1, $2, $3)', [
    id,
    email,
    name,
  ])
  await setPassword(accounts.platform, accounts, id, await hashPassword(PASSWORD))
  if (functions.length > 0) {
    await owner.query('insert into members (account_id, name) values ($1, $2)', [id, name])
    await owner.query(
      'insert into functions (account_id, function) select $1, unnest($2::text[])',
      [id, functions],
    )
  }
  return { id, email, credentials: { email, password: PASSWORD } }
}

/** The token at the end of the link in a mail. */
export function tokenIn({ text }: Mail): Buffer {
  const token = text.match(/\/([\w-]{43})\n/)?.[1]
  if (!token) throw new Error('there is no link in this mail')
  return Buffer.from(token, 'base64url')
}

/** Sets an authenticator app up for somebody who signs in, and leaves a strong session. */
export async function setUp(
  { accounts, codeOf }: WorldAccounts,
  { credentials }: Person,
): Promise<{ token: Buffer; typed: string; recoveryCodes: readonly string[] }> {
  const { token } = await signIn(accounts, credentials, WHENCE)
  const { typed } = await beginTotp(accounts, token)
  return { typed, ...(await confirmTotp(accounts, token, codeOf(typed))) }
}
