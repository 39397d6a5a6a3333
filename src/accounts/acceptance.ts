import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import type { Runner } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { createAccount } from './account.ts'
import type { Accounts } from './accounts.ts'
import { describeDevice } from './device.ts'
import { checkPassword, hashPassword } from './password.ts'
import { setPassword } from './password-change.ts'
import { readSession, takeSession } from './session.ts'
import { admit, type SignInResult, type Whence } from './sign-in.ts'

/** What a link from an invitation is good for. */
export interface Invitation {
  /** Short name of the organisation. */
  readonly organisation: string
  /** Its name as people know it. */
  readonly title: string
  /** The own dossier, working there, acting for a party, or no more than an account. */
  readonly kind: 'dossier' | 'member' | 'party' | 'account'
  readonly email: string
  readonly name: string
  readonly language: Language
  /** Whether there is an account with this address, with which to sign in first. */
  readonly hasAccount: boolean
}

/** A link from an invitation. */
export interface InvitationLink {
  readonly organisation: string
  readonly token: Buffer
}

/** Finds an invitation that is still good. */
export async function findInvitation(
  { platform }: Accounts,
  { organisation, token }: InvitationLink,
): Promise<Invitation | undefined> {
  const title = await findTitle(platform, organisation)
  if (title === undefined) return undefined
  const find = sql.id(`org_${organisation}`, 'find_invitation')
  const [invitation] = await platform.run(
    written(sql<Omit<Invitation, 'organisation' | 'title'>>`
      select i.kind, i.email, i.name, i.language, exists (
        select from gestand.accounts a where lower(a.email) = lower(i.email)) as "hasAccount"
      from ${find}(${token}::bytea) i where i.kind is not null`),
  )
  return invitation && { ...invitation, organisation, title }
}

/**
 * Accepts an invitation with a new account for the address it was sent to, and signs in. Who will
 * work for the organisation has a second factor to set up next.
 *
 * @throws `INVITATION_EXPIRED`; `ACCOUNT_EXISTS`; and as `checkPassword`, after which the
 * invitation is still good.
 */
export async function acceptInvitation(
  accounts: Accounts,
  link: InvitationLink,
  { password, language }: { readonly password: string; readonly language: Language },
  { userAgent }: Whence,
): Promise<SignInResult> {
  const invitation = await findInvitation(accounts, link)
  if (!invitation) throw new AppError('INVITATION_EXPIRED')
  if (invitation.hasAccount) throw new AppError('ACCOUNT_EXISTS')
  checkPassword(password, invitation)
  const hashed = await hashPassword(password)
  return accounts.platform.change(async (tx) => {
    const { email, name } = invitation
    const accountId = await createAccount(tx, { email, name, language })
    await setPassword(tx, accounts, accountId, hashed)
    await accept(tx, link, accountId)
    return admit(tx, accountId, describeDevice(userAgent))
  })
}

/**
 * Accepts an invitation with the account that is signed in. When that makes it staff and it has no
 * second factor, the session ends and setting one up is what remains to be done.
 *
 * @throws `SIGNED_OUT`, `INVITATION_EXPIRED`.
 */
export async function acceptInvitationSignedIn(
  accounts: Accounts,
  link: InvitationLink,
  token: Buffer,
): Promise<SignInResult> {
  const { id, accountId, strong, device } = await readSession(accounts, token)
  if ((await findTitle(accounts.platform, link.organisation)) === undefined) {
    throw new AppError('INVITATION_EXPIRED')
  }
  return accounts.platform.change(async (tx) => {
    const kind = await accept(tx, link, accountId)
    if (strong || kind !== 'member') return { token, needs: null }
    await takeSession(tx, id)
    return admit(tx, accountId, device)
  })
}

/** Gives the account what it was invited to, once. */
async function accept(
  tx: Runner,
  { organisation, token }: InvitationLink,
  accountId: string,
): Promise<string | undefined> {
  const give = sql.id(`org_${organisation}`, 'accept_invitation')
  const [row] = await tx.run(
    written(sql<{ kind: string }>`
      select ${give}(${token}::bytea, ${accountId}::uuid) as kind`),
  )
  return row?.kind
}

/** The name of an organisation; undefined when there is none by this short name. */
async function findTitle(tx: Runner, organisation: string): Promise<string | undefined> {
  const [row] = await tx.run(
    written(sql<{ name: string }>`
      select name from gestand.organisations where id = ${organisation}`),
  )
  return row?.name
}
