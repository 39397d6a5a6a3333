import { randomBytes, randomUUID } from 'node:crypto'
import type { Erasing } from '#duties/erasure/erasing.ts'
import { Outbox } from '#jobs/outbox.ts'
import { from } from '#store/query.ts'
import { platformOf } from './platform.ts'
import { bureau, type Bureau } from './practice.ts'
import { workerOf } from './worker.ts'
import type { World } from './world.ts'

/**
 * In everything that somebody who is to be erased leaves behind. Another in each process: the files
 * of the server are those of all tests.
 */
export const MARKER = `zqx${randomBytes(4).toString('hex')}`

/** What carries erasures out in a world. */
export function erasingOf(there: World, more: Partial<Erasing> = {}): Erasing {
  const { register, installation } = there
  return {
    worker: workerOf(there),
    platform: platformOf(there, 'worker'),
    register,
    master: installation.master,
    outbox: new Outbox(installation.master),
    ...more,
  }
}

/** A client with a principal, a note, a summary, an invitation and a mail that waits. */
export async function markedBureau(): Promise<Bureau & { readonly accountEmail: string }> {
  const here = await bureau({
    person: {
      givenName: MARKER,
      familyName: `${MARKER}sen`,
      email: `${MARKER}@example.org`,
      phone: `06 ${MARKER}`,
    },
  })
  const { there, client, dossierId } = here
  const { owner } = there
  const party = await there.party('Zorggroep Voorbeeld')
  await owner.query(
    `insert into relation_lines (party_id, dossier_id, name, service, year)
     values ($1, $2, $3, 're-integration', 2026)`,
    [party, dossierId, `${MARKER} ${MARKER}sen`],
  )
  await owner.query(
    `insert into invitations (dossier_id, email, name, token_hash)
     values ($1, $2, $3, sha256($4))`,
    [dossierId, `${MARKER}@example.org`, `${MARKER} ${MARKER}sen`, Buffer.from(randomUUID())],
  )
  await owner.query('update gestand.accounts set name = $2, email = $3 where id = $1', [
    client.id,
    `${MARKER} ${MARKER}sen`,
    `${MARKER}.${client.id}@example.org`,
  ])
  await here.summary({ body: `${MARKER} wil weer aan het werk.` })
  await here.asCoach((tx) =>
    tx.run(
      from.insertInto('notes').values({
        dossier_id: dossierId,
        category: 'conversation-reports',
        body: tx.seal('notes.body', `${MARKER} belde.`),
        source: 'client',
        channel: 'conversation',
      }),
    ),
  )
  return Object.assign(here, { accountEmail: `${MARKER}.${client.id}@example.org` })
}

/** A granted request of the client for erasure, as the desk leaves it. */
export async function grantErasure({ there, client, dossierId }: Bureau): Promise<string> {
  const { owner } = there
  const { rows } = await owner.query<{ id: string }>(
    `insert into requests (kind, channel, account_id, person_id, dossier_id, due_on, name, email)
     select 'erasure', 'account', $1, person_id, id, current_date, $3, $4
     from dossiers where id = $2 returning id`,
    [client.id, dossierId, `${MARKER} ${MARKER}sen`, `${MARKER}@example.org`],
  )
  const id = rows[0]?.id ?? ''
  for (const state of ['weighing', 'executing']) {
    await owner.query('update requests set state = $2 where id = $1', [id, state])
  }
  return id
}
