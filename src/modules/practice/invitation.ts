import { inviteToDossier } from '#accounts/index.ts'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import type { Access } from '#store/access.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, type RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import { readClientName } from './client.ts'
import type { Post } from './post.ts'

export interface ClientInvitation {
  /** UUID of the form. */
  readonly id?: string
  readonly email: string
  /** Of the mail. */
  readonly language: Language
  readonly post: Omit<Post, 'path'>
}

/**
 * Invites the client to see and use the opened dossier, by mail.
 *
 * @throws `EMAIL_INVALID`; `DUPLICATE` when this form was sent before; `NOT_DECLARED`.
 */
export async function inviteClient(tx: OpenedDossier, invitation: ClientInvitation): Promise<void> {
  const { post, ...invitee } = invitation
  const organisation = { id: tx.opening.organisation, title: post.organisation }
  const name = await readClientName(tx)
  await inviteToDossier(tx, post.outbox, { ...invitee, name, organisation })
}

/** An invitation of the client to see the dossier. */
export interface InvitationView {
  readonly id: string
  readonly email: string
  readonly invitedAt: Date
  readonly expiresAt: Date
  readonly state: 'open' | 'accepted' | 'expired'
}

/** The invitations of an opened dossier, for the same round trip as the dossier itself. */
export function invitationReads(access: Access, dossierId: string): InvitationReads {
  return buildReads(access, dossierId)
}

export type InvitationReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string) {
  return {
    invitations: selectReadable(access, 'invitations', {
      needs: ['id', 'email', 'invited_at', 'expires_at', 'accepted_at'],
      where: { dossier_id: dossierId },
    }),
  }
}

type Rows = RowsOf<InvitationReads['invitations']>

/** What `invitationReads` answered, the newest first. */
export function readInvitations(rows: Rows, now: Date = new Date()): InvitationView[] {
  return rows
    .map((row) => ({
      id: row.id,
      email: row.email,
      invitedAt: row.invited_at,
      expiresAt: row.expires_at,
      state: stateOf(row, now),
    }))
    .toSorted((a, b) => b.invitedAt.getTime() - a.invitedAt.getTime())
}

function stateOf(row: Rows[number], now: Date): InvitationView['state'] {
  if (row.accepted_at) return 'accepted'
  return row.expires_at > now ? 'open' : 'expired'
}

/**
 * Takes back an invitation that the client did not accept: its link no longer works.
 *
 * @throws `NOT_FOUND` when there is none, or it was accepted.
 */
export async function withdrawInvitation(tx: OpenedDossier, id: string): Promise<void> {
  const gone = await tx.run(
    from
      .deleteFrom('invitations')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .where('accepted_at', 'is', null)
      .returning('id'),
  )
  if (gone.length === 0) throw new AppError('NOT_FOUND')
}
