import { randomBytes } from 'node:crypto'
import { sayName } from '#modules/practice/index.ts'
import { acceptedAt, invitedAt } from './acceptance.ts'
import { after, MINUTE_MS } from './act.ts'
import { byCoach } from './author.ts'
import { clientOf } from './dossiers.ts'
import type { Load } from './load.ts'

const LINK_DAYS = 14
const TOKEN_BYTES = 32

/** Invites clients to look along, some of whom accepted. */
export async function insertInvitations(load: Load): Promise<void> {
  const { engagements } = load.data
  const lines = engagements.flatMap((engagement) => {
    const at = invitedAt(engagement)
    if (!at) return []
    const client = clientOf(load, engagement)
    const accepted = acceptedAt(engagement)
    const id = load.id(`${engagement.key} invitation`)
    const dossierId = load.id(engagement.key)
    if (accepted) {
      const doing = { at: after(accepted, 5), by: load.id(client.key), activity: 'system' }
      load.acts.push({ ...doing, act: 'accepted', subject: 'invitations', item: id, dossierId })
    }
    const row = {
      id,
      dossier_id: dossierId,
      email: client.email,
      name: sayName(client),
      language: client.language,
      token_hash: randomBytes(TOKEN_BYTES),
      invited_at: at,
      expires_at: lastUse(at),
      accepted_at: accepted ?? null,
    }
    return [{ ...byCoach(load, engagement, at), row }]
  })
  await load.insert('invitations', lines)
}

function lastUse(invited: Date): Date {
  return after(invited, LINK_DAYS * 24 * 60 * MINUTE_MS)
}
