import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { fromPlatform, type Runner } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { listOrganisations, noteInLedgers } from './account.ts'
import type { Accounts } from './accounts.ts'
import { answerAfter } from './answer-time.ts'
import { describeDevice } from './device.ts'
import { hashPassword, needsRehash, verifyPassword } from './password.ts'
import { setPassword } from './password-change.ts'
import { startSession } from './session.ts'
import { countTry, forgive, throttleAccount, throttleAddress } from './throttle.ts'
import { hashToken, newToken } from './token.ts'

/** From where somebody signs in. The address is only counted under a keyed hash. */
export interface Whence {
  readonly address: string
  readonly userAgent?: string | undefined
}

/** What a right password leads to. */
export interface SignInResult {
  /**
   * The cookie's new value: a session when nothing more is needed, and else a sign-in that is under
   * way.
   */
  readonly token: Buffer
  /** What is still to be done: give a second factor, or set one up. */
  readonly needs: 'second-factor' | 'set-up' | null
}

/**
 * Signs in with a password. Unknown and known addresses get the same answer in the same time.
 *
 * @throws `SIGN_IN_REFUSED`; `TRY_LATER` with seconds after too many failures for this address or
 * from this network.
 */
export function signIn(
  accounts: Accounts,
  { email, password }: { readonly email: string; readonly password: string },
  { address, userAgent }: Whence,
): Promise<SignInResult> {
  return answerAfter(accounts.answerMs, async () => {
    const throttles = [throttleAccount(email), throttleAddress(address)]
    await countTry(accounts, throttles)
    const found = await findPassword(accounts, email)
    const hashed = found ? openPassword(accounts, found) : await dummyHash()
    const right = await verifyPassword(hashed, password)
    if (!found || !right) {
      if (found) await noteInLedgers(accounts.platform, found.account_id, 'sign-in-refused')
      throw new AppError('SIGN_IN_REFUSED')
    }
    const fresh = needsRehash(hashed) ? await hashPassword(password) : undefined
    return accounts.platform.change(async (tx) => {
      await forgive(tx, accounts, throttles)
      if (fresh) await setPassword(tx, accounts, found.account_id, fresh)
      return admit(tx, found.account_id, describeDevice(userAgent))
    })
  })
}

/** Somebody whose password is right, or who has followed a link that was mailed to them. */
export async function admit(tx: Runner, accountId: string, device: string): Promise<SignInResult> {
  const needs = await findNeed(tx, accountId)
  if (needs) return { token: await startSignIn(tx, accountId, device), needs }
  await noteInLedgers(tx, accountId, 'signed-in')
  return { token: await startSession(tx, { accountId, strong: false, device }), needs }
}

/** A second factor is asked of who has one, and must be set up by who works for an organisation. */
async function findNeed(tx: Runner, accountId: string): Promise<SignInResult['needs']> {
  const factors = await tx.run(
    fromPlatform.selectFrom('second_factors').select('since').where('account_id', '=', accountId),
  )
  if (factors.length > 0) return 'second-factor'
  const organisations = await listOrganisations(tx, accountId)
  return organisations.some(({ member }) => member) ? 'set-up' : null
}

async function startSignIn(tx: Runner, accountId: string, device: string): Promise<Buffer> {
  const token = newToken()
  await tx.run(
    fromPlatform
      .insertInto('sign_ins')
      .values({ token_hash: hashToken(token), account_id: accountId, device }),
  )
  return token
}

/** A sign-in that is under way: the password was right. */
export interface SignIn {
  readonly accountId: string
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly device: string
  readonly needs: 'second-factor' | 'set-up'
}

/** Finds a sign-in that is under way, for at most 15 minutes. */
export async function findSignIn(
  { platform }: Accounts,
  token: Buffer,
): Promise<SignIn | undefined> {
  const [signingIn] = await platform.run(
    written(sql<SignIn>`
      select a.id as "accountId", a.email, a.name, a.language, i.device,
        case when f.account_id is null then 'set-up' else 'second-factor' end as needs
      from gestand.sign_ins i
      join gestand.accounts a on a.id = i.account_id and a.disabled_at is null
      left join gestand.second_factors f on f.account_id = a.id
      where i.token_hash = ${hashToken(token)}::bytea and i.ends_at > now()`),
  )
  return signingIn
}

/** Ends a session, or a sign-in that was under way. Ending what has ended already is no error. */
export async function signOut({ platform }: Accounts, token: Buffer): Promise<void> {
  await platform.change(async (tx) => {
    const hash = hashToken(token)
    await tx.run(fromPlatform.deleteFrom('sign_ins').where('token_hash', '=', hash))
    const [ended] = await tx.run(
      fromPlatform
        .updateTable('sessions')
        .set({ ended_at: sql`now()` })
        .where('token_hash', '=', hash)
        .where('ended_at', 'is', null)
        .returning('account_id'),
    )
    if (ended) await noteInLedgers(tx, ended.account_id, 'signed-out')
  })
}

interface PasswordRow {
  readonly account_id: string
  readonly sealed: Buffer
}

async function findPassword(
  { platform }: Accounts,
  email: string,
): Promise<PasswordRow | undefined> {
  const [row] = await platform.run(
    fromPlatform
      .selectFrom('accounts')
      .innerJoin('passwords', 'passwords.account_id', 'accounts.id')
      .select(['passwords.account_id', 'passwords.sealed'])
      .where(sql`lower(accounts.email)`, '=', email.trim().toLowerCase())
      .where('accounts.disabled_at', 'is', null),
  )
  return row
}

function openPassword({ seal }: Accounts, { account_id: accountId, sealed }: PasswordRow): string {
  return seal.unseal('password', accountId, sealed).toString('utf8')
}

let dummy: Promise<string> | undefined

/** A hash that is checked in place of a password that is not there, at the same cost. */
function dummyHash(): Promise<string> {
  dummy ??= hashPassword(newToken().toString('base64'))
  return dummy
}
