import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { fromPlatform, type Runner } from '#store/platform.ts'
import { written } from '#store/query.ts'
import type { Accounts } from './accounts.ts'
import { readSession } from './session.ts'

const EMAIL_MAX = 254
const NAME_MAX = 200

/**
 * An e-mail address as it is kept. The mail server is who really decides: this only catches what
 * cannot be one.
 */
export function readEmail(text: string): string {
  const email = text.trim()
  if (email.length > EMAIL_MAX || !/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]+$/.test(email)) {
    throw new AppError('EMAIL_INVALID')
  }
  return email
}

export interface NewAccount {
  readonly email: string
  readonly name: string
  readonly language: Language
}

/**
 * Makes an account, without a password yet.
 *
 * @throws `ACCOUNT_EXISTS`, also when somebody else makes it at this moment.
 */
export async function createAccount(
  tx: Runner,
  { email, name, language }: NewAccount,
): Promise<string> {
  const [made] = await tx.run(
    fromPlatform
      .insertInto('accounts')
      .values({ email, name: name.slice(0, NAME_MAX), language })
      .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
      .returning('id'),
  )
  if (!made) throw new AppError('ACCOUNT_EXISTS')
  return made.id
}

/** Where an account works or has a dossier. */
export interface AccountOrganisation {
  /** Short name. */
  readonly organisation: string
  /** Name as people know it. */
  readonly title: string
  /** Works there, and so needs a second factor. */
  readonly member: boolean
}

/** Lists the organisations that an account has to do with, by their short names. */
export function listOrganisations(tx: Runner, accountId: string): Promise<AccountOrganisation[]> {
  return tx.run(
    written(sql<AccountOrganisation>`
      select organisation, title, member from gestand.list_organisations(${accountId}::uuid)`),
  )
}

export type SignInAct =
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'password-changed'
  | 'second-factor-changed'

/** Notes in the ledger of each organisation that an account has to do with what happened to it. */
export async function noteInLedgers(tx: Runner, accountId: string, act: SignInAct): Promise<void> {
  for (const { organisation } of await listOrganisations(tx, accountId)) {
    const record = sql.id(`org_${organisation}`, 'record_sign_in')
    await tx.run(written(sql`select ${record}(${accountId}::uuid, ${act})`))
  }
}

/** Notes that whoever runs the installation took a second factor away: no act of the account. */
export async function noteResetInLedgers(tx: Runner, accountId: string): Promise<void> {
  for (const { organisation } of await listOrganisations(tx, accountId)) {
    const record = sql.id(`org_${organisation}`, 'record_second_factor_reset')
    await tx.run(written(sql`select ${record}(${accountId}::uuid)`))
  }
}

/** @throws `SIGNED_OUT`. */
export async function changeLanguage(
  accounts: Accounts,
  token: Buffer,
  language: Language,
): Promise<void> {
  const { accountId } = await readSession(accounts, token)
  await accounts.platform.run(
    fromPlatform.updateTable('accounts').set({ language }).where('id', '=', accountId),
  )
}
