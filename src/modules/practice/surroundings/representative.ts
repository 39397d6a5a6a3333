import { inviteToDossier } from '#accounts/index.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import type { ClientInvitation } from '#modules/practice/invitation.ts'

/**
 * Invites who represents a client under sixteen to act in the opened dossier. It ends by itself on
 * the day on which the client turns sixteen.
 *
 * @throws `CLIENT_NOT_MINOR`; what inviting a client throws.
 */
export async function inviteRepresentative(
  tx: OpenedDossier,
  { post, ...invitee }: ClientInvitation & { readonly name: string },
): Promise<void> {
  const organisation = { id: tx.opening.organisation, title: post.organisation }
  await inviteToDossier(tx, post.outbox, { ...invitee, relation: 'representative', organisation })
}
