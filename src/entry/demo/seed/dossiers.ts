import { momentOn } from '#entry/demo/day.ts'
import type { DemoClient, DemoEngagement } from '#entry/demo/shape.ts'
import { acceptedAt } from './acceptance.ts'
import { after, MINUTE_MS, spread } from './act.ts'
import { byCoach } from './author.ts'
import { insertRows } from './insertion.ts'
import type { Load } from './load.ts'

/**
 * Starts the dossiers: whose they are, who is responsible, what was ordered, and how the service
 * began.
 */
export async function insertDossiers(load: Load): Promise<void> {
  const { owner, data } = load
  const started = data.engagements.toSorted((a, b) => +startedAt(a) - +startedAt(b))
  await insertRows(owner, 'persons', listPersons(load))
  await insertRows(
    owner,
    'dossiers',
    started.map((engagement, index) => ({
      id: load.id(engagement.key),
      kind: engagement.kind,
      person_id: load.id(personKey(engagement.client)),
      reference: `${engagement.orderedOn.slice(0, 4)}-${String(index + 1).padStart(5, '0')}`,
      started_at: startedAt(engagement),
    })),
  )
  await owner.query(`select setval('dossier_numbers', $1)`, [started.length])
  await insertRelations(load, started)
  await insertCards(load, started)
}

/** When a dossier was started: on the morning of the order. */
function startedAt({ key, orderedOn }: DemoEngagement): Date {
  return after(momentOn(orderedOn, 0), 20 * MINUTE_MS + spread(`${key} started`, 0, 200))
}

function personKey(client: string): string {
  return `${client} person`
}

function listPersons(load: Load) {
  const { clients, engagements } = load.data
  return clients.map(({ key }) => {
    const [first] = engagements.filter(({ client }) => client === key)
    return { id: load.id(personKey(key)), ...(first && { created_at: startedAt(first) }) }
  })
}

/**
 * Responsible coaches, clients who accepted and principals. Others come with a question for
 * consent.
 */
async function insertRelations(load: Load, engagements: readonly DemoEngagement[]): Promise<void> {
  const lines = engagements.flatMap((engagement) => {
    const at = startedAt(engagement)
    const doing = byCoach(load, engagement, at, 'intake')
    const { key, coach, client, party } = engagement
    const accepted = acceptedAt(engagement)
    const own = { dossier_id: load.id(key) }
    load.acts.push({ ...doing, act: 'started', dossierId: load.id(key) })
    const relate = (holder: string, relation: string, since: Date) => ({
      ...own,
      id: load.id(`${key} ${relation}`),
      holder_id: load.id(holder),
      relation,
      since,
    })
    return [
      { ...doing, row: relate(coach, 'responsible-coach', at) },
      ...(party === undefined ? [] : [{ ...doing, row: relate(party, 'principal', at) }]),
      ...(accepted === undefined
        ? []
        : [
            { at: accepted, by: null, activity: 'system', row: relate(client, 'client', accepted) },
          ]),
    ]
  })
  await load.insert('relations', lines)
}

async function insertCards(load: Load, engagements: readonly DemoEngagement[]): Promise<void> {
  const lines = engagements.flatMap((engagement) => {
    const client = clientOf(load, engagement)
    const doing = byCoach(load, engagement, after(startedAt(engagement), 20), 'intake')
    return [{ doing, client, engagement, own: { dossier_id: load.id(engagement.key) } }]
  })
  await load.insert(
    'engagements',
    lines.map(({ doing, own, engagement: { party, orderReference, orderedOn } }) => ({
      ...doing,
      row: {
        ...own,
        party_id: party === undefined ? null : load.id(party),
        order_reference: orderReference,
        ordered_on: orderedOn,
      },
    })),
  )
  await load.insert(
    'clients',
    lines.map(({ doing, own, client }) => ({ ...doing, row: { ...own, ...cardOf(client) } })),
  )
  await load.insert(
    'profiles',
    lines.map(({ doing, own, client, engagement }) => ({
      ...doing,
      row: {
        ...own,
        born_on: client.bornOn,
        street: client.street,
        house_number: client.houseNumber,
        house_number_addition: client.houseNumberAddition || null,
        postcode: client.postcode,
        city: client.city,
        education: load.seal(engagement, 'profiles.education', client.education),
        career: load.seal(engagement, 'profiles.career', client.career),
      },
    })),
  )
}

function cardOf({ givenName, initials, prefix, familyName, email, phone }: DemoClient) {
  const name = { given_name: givenName, initials, prefix, family_name: familyName }
  return { ...name, email, phone }
}

/** The client of an engagement. */
export function clientOf({ data }: Load, { client: key }: DemoEngagement): DemoClient {
  const client = data.clients.find((each) => each.key === key)
  if (!client) throw new Error(`there is no ${key}`)
  return client
}
