import { randomUUID } from 'node:crypto'
import { addDays, momentOn } from '#entry/demo/day.ts'
import { type DemoRequest, DEMO_REQUESTS } from '#entry/demo/requests.ts'
import type { DemoClient } from '#entry/demo/shape.ts'
import type { Load } from './load.ts'

/** Fills the desk that handles requests: each goes through its states, as it did then. */
export async function insertRequests(load: Load): Promise<void> {
  const clients = load.data.clients.filter(({ hasAccount }) => hasAccount)
  for (const [index, request] of DEMO_REQUESTS.entries()) {
    const client = request.client === undefined ? undefined : clients[request.client]
    await insertRequest(load, request, { client, minutes: 60 + index * 17 })
    await insertSteps(load, request, 80 + index * 17)
    await passThrough(load, request, 80 + index * 17)
  }
}

interface Asked {
  readonly client: DemoClient | undefined
  readonly minutes: number
}

async function insertRequest(
  load: Load,
  request: DemoRequest,
  { client, minutes }: Asked,
): Promise<void> {
  const { key, kind, channel, daysAgo, about, words } = request
  const id = load.id(key)
  const at = new Date(momentOn(addDays(load.data.today, -daysAgo), minutes))
  const engagement = load.data.engagements.find((each) => each.client === client?.key)
  const name = client
    ? [client.givenName, client.prefix, client.familyName].filter((part) => part !== '').join(' ')
    : (request.name ?? '')
  await load.owner.query(
    `insert into requests (id, kind, channel, account_id, person_id, about, received_at,
       due_on, name, email, words)
     values ($1, $2, $3, $4, (select person_id from dossiers where id = $5), $6, $7,
       ($7::timestamptz + request_term($2))::date, $8, $9, $10)`,
    [
      id,
      kind,
      channel,
      channel === 'account' && client ? load.id(client.key) : null,
      engagement ? load.id(engagement.key) : null,
      about ?? null,
      at,
      name,
      client?.email ?? request.email ?? null,
      load.sealFor(key, 'requests.words', words),
    ],
  )
  load.acts.push({
    ...doing(load, request, client),
    at,
    act: 'inserted',
    subject: 'requests',
    item: id,
  })
}

async function insertSteps(load: Load, request: DemoRequest, minutes: number): Promise<void> {
  const { key, channel, daysAgo, steps } = request
  const state = channel === 'form' ? 'unconfirmed' : 'received'
  const all = [{ action: 'ask', state, daysAgo, ground: undefined, note: undefined }, ...steps]
  for (const [place, step] of all.entries()) {
    await load.owner.query(
      `insert into request_steps (id, request_id, place, action, state, ground, due_on, note,
         taken_by, taken_at)
       select $1, q.id, $3, $4, $5, $6,
         q.due_on + case when $4 = 'extend' then 61 else 0 end, $7, $8, $9
       from requests q where q.id = $2`,
      [
        randomUUID(),
        load.id(key),
        place + 1,
        step.action,
        step.state,
        step.ground ?? null,
        step.note === undefined ? null : load.sealFor(key, 'request_steps.note', step.note),
        place === 0 ? null : load.id('officer'),
        momentOn(addDays(load.data.today, -step.daysAgo), minutes + place),
      ],
    )
  }
}

/** The database lets no request be in a state that it did not reach. */
async function passThrough(load: Load, request: DemoRequest, minutes: number): Promise<void> {
  const { key, steps, outcome, identifiedBy, kind, about } = request
  const id = load.id(key)
  for (const { action, state, daysAgo, ground } of steps) {
    const at = new Date(momentOn(addDays(load.data.today, -daysAgo), minutes))
    await load.owner.query(
      `update requests q set state = $2,
         identified_by = case when $3 = 'establish' then $4 else identified_by end,
         identified_at = case when $3 = 'establish' then $5::timestamptz else identified_at end,
         paused_on = case when $2 in ('identifying', 'paused', 'held')
           then ($5::timestamptz)::date end,
         due_on = due_on + coalesce(($5::timestamptz)::date - paused_on, 0)
           + case when $3 = 'extend' then 61 else 0 end,
         extended_on = case when $3 = 'extend' then ($5::timestamptz)::date else extended_on end,
         outcome = case when $3 = 'finish' then $6 end,
         ground = case when $3 = 'refuse' then $7 end,
         closed_at = case when $2 in ('fulfilled', 'refused', 'withdrawn')
           then $5::timestamptz end
       where id = $1`,
      [id, state, action, identifiedBy ?? null, at, outcome ?? null, ground ?? null],
    )
    const by = load.id('officer')
    const about = { act: 'updated', subject: 'requests', item: id }
    load.acts.push({ at, by, activity: 'request-handling', ...about })
  }
  if (steps.at(-1)?.state === 'held') await hold(load, id)
  if (kind === 'objection' && outcome) {
    await load.owner.query(
      `insert into objections (request_id, dossier_id, activity, objected_at, outcome, decided_at)
       select q.id, d.id, $2, q.received_at, 'upheld', q.closed_at
       from requests q join dossiers d on d.person_id = q.person_id where q.id = $1`,
      [id, about],
    )
  }
}

function doing(load: Load, { channel }: DemoRequest, client: DemoClient | undefined) {
  return channel === 'account' && client
    ? { by: load.id(client.key), activity: 'self-service' }
    : { by: channel === 'form' ? null : load.id('officer'), activity: 'request-handling' }
}

const HOLD_DAYS = 90

/**
 * What keeps a request waiting: a complaint that needs the dossier. The person was told until when.
 */
async function hold(load: Load, id: string): Promise<void> {
  const endsOn = addDays(load.data.today, HOLD_DAYS)
  await load.owner.query(
    `insert into holds (dossier_id, reason, ends_on, placed_by, placed_at)
     select d.id, 'complaint', $2, $3, q.received_at - interval '3 days'
     from requests q join dossiers d on d.person_id = q.person_id where q.id = $1`,
    [id, endsOn, load.id('officer')],
  )
  await load.owner.query(
    `update request_steps set until_on = $2 where request_id = $1 and action = 'hold'`,
    [id, endsOn],
  )
}
