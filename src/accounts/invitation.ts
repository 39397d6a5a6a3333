import type { Language } from '#kernel/language.ts'
import { invitationMail } from '#jobs/mails/invitation.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import type { Runner } from '#store/platform.ts'
import { from } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import { readEmail } from './account.ts'
import { ACCOUNT_PATHS } from './paths.ts'
import { hashToken, newToken } from './token.ts'

/** As the columns `expires_at` of the invitations say. */
const DOSSIER_DAYS = 14
const MEMBER_DAYS = 7

/** Who is invited, by whom. */
export interface Invitee {
  /** UUID of the form: the same one twice is one invitation, the second is `DUPLICATE`. */
  readonly id?: string
  readonly email: string
  readonly name: string
  readonly language: Language
  /** What somebody else becomes; left out for the person whom the dossier is about. */
  readonly relation?: string
  readonly organisation: {
    /** Short name. */
    readonly id: string
    /** Name as people know it. */
    readonly title: string
  }
}

/**
 * Invites the person whom the opened dossier is about to see and use it, by mail.
 *
 * @throws `EMAIL_INVALID`; `NOT_DECLARED` when the activity may not invite.
 */
export async function inviteToDossier(
  tx: OpenedDossier,
  outbox: Outbox,
  invitee: Invitee,
): Promise<void> {
  const token = newToken()
  await tx.run(
    from.insertInto('invitations').values({
      ...(invitee.id && { id: invitee.id }),
      dossier_id: tx.dossierId,
      ...(invitee.relation && { relation: invitee.relation }),
      token_hash: hashToken(token),
      email: readEmail(invitee.email),
      name: invitee.name,
      language: invitee.language,
    }),
  )
  const to = invitee.relation === 'representative' ? 'represented' : 'dossier'
  await send(tx, outbox, { token, invitee, to, days: DOSSIER_DAYS })
}

/** Somebody who is going to work for the organisation. */
export interface NewMember extends Invitee {
  readonly title?: string
  readonly functions: readonly string[]
}

/**
 * Invites somebody to work for the organisation in the given functions, by mail.
 *
 * @param tx In the organisation: an activity, or who runs the installation.
 * @returns The path of the link, for who has no mail server.
 * @throws As `inviteToDossier`.
 */
export async function inviteMember(
  tx: Runner,
  outbox: Pick<Outbox, 'queue'>,
  member: NewMember,
): Promise<string> {
  const token = newToken()
  const { title = '', functions } = member
  await tx.run(
    from
      .insertInto('member_invitations')
      .values({ ...columnsOf(member, token), title, functions: [...functions] }),
  )
  return send(tx, outbox, { token, invitee: member, to: 'member', days: MEMBER_DAYS })
}

/**
 * Invites somebody to act for a party, such as a principal, by mail.
 *
 * @throws As `inviteToDossier`.
 */
export async function inviteForParty(
  tx: Transaction,
  outbox: Outbox,
  invitee: Invitee & { readonly partyId: string },
): Promise<void> {
  const token = newToken()
  await tx.run(
    from
      .insertInto('member_invitations')
      .values({ ...columnsOf(invitee, token), party_id: invitee.partyId }),
  )
  await send(tx, outbox, { token, invitee, to: 'party', days: MEMBER_DAYS })
}

function columnsOf({ id, email, name, language }: Invitee, token: Buffer) {
  return {
    ...(id && { id }),
    email: readEmail(email),
    name,
    language,
    token_hash: hashToken(token),
  }
}

interface Sending {
  readonly token: Buffer
  readonly invitee: Invitee
  readonly to: 'dossier' | 'represented' | 'member' | 'party'
  readonly days: number
}

async function send(
  tx: Runner,
  outbox: Pick<Outbox, 'queue'>,
  { token, invitee, to, days }: Sending,
): Promise<string> {
  const { organisation, email, name, language } = invitee
  const path = ACCOUNT_PATHS.invitation(organisation.id, token)
  const about = { organisation: organisation.title, path, to, days }
  await outbox.queue(tx, invitationMail, about, { email, name, language })
  return path
}
