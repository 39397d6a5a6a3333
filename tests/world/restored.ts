import { randomUUID } from 'node:crypto'
import { takeEndings } from '#store/ending-register.ts'
import type { Installation } from '#store/install.ts'
import { asOwner } from '#store/owner.ts'
import { WORLD_ORGANISATION } from './template.ts'
import type { World } from './world.ts'

/** A dossier that a coach started, with a client who agreed to a partner coach. */
export async function agreed(there: World): Promise<{ dossierId: string; question: string }> {
  const coach = await there.account('Ilse Kramer', ['coach'])
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 're-integration' }),
  )
  const question = randomUUID()
  await there.owner.query('begin')
  await there.owner.query('set local session_replication_role = replica')
  await there.owner.query(
    `insert into consent_requests (id, dossier_id, consent, holder_id, wording, language, statement)
     values ($1, $2, 'partner-access', $3, '\\x0101', 'nl', 4)`,
    [question, dossierId, coach.id],
  )
  await there.owner.query(
    `insert into consents (request_id, dossier_id, decision) values ($1, $2, 'given')`,
    [question, dossierId],
  )
  await there.owner.query('commit')
  return { dossierId, question }
}

/** Asks the tables of an installation, as the owner. */
export function ask<T extends object>({ url }: Installation, text: string): Promise<T[]> {
  return asOwner(url, async (owner) => {
    await owner.query(`set search_path to org_${WORLD_ORGANISATION}, gestand`)
    const { rows } = await owner.query<T>(text)
    return rows
  })
}

/** Takes what ended to the register, as the worker does every second. */
export async function takeToRegister({ installation }: World): Promise<void> {
  await asOwner(installation.keysUrl, (keys) =>
    asOwner(installation.url, (owner) => takeEndings(owner, keys)),
  )
}
