import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Outbox } from '#jobs/outbox.ts'
import { bureau, runCheck } from '#world/bureau.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import {
  assessIncident,
  closeIncident,
  decideIncident,
  notifyIncident,
  reportIncident,
} from './handling.ts'
import {
  findClosure,
  findIncident,
  listAssessments,
  listDecisions,
  listIncidents,
  listNotices,
} from './incident.ts'

const POST = { outbox: new Outbox(WORLD_MASTER), organisation: 'Bureau De Brug' }
const HOUR_MS = 3_600_000

async function report(there: World, who: WorldAccount, hoursAgo: number): Promise<string> {
  const id = randomUUID()
  const discoveredAt = new Date(Date.now() - hoursAgo * HOUR_MS)
  await there.store.change(who.for('incident-reporting'), (tx) =>
    reportIncident(tx, { id, what: 'Een laptop is kwijt.', discoveredAt }, POST),
  )
  return id
}

/** What an officer does with an incident. */
function handler({ store }: World, officer: WorldAccount, incidentId: string) {
  const as = <T>(work: Parameters<typeof store.change<T>>[1]) =>
    store.change(officer.for('incident-handling'), work)
  return {
    assess: (severity: 'low' | 'high' = 'high') =>
      as((tx) =>
        assessIncident(tx, {
          id: randomUUID(),
          incidentId,
          severity,
          nature: ['confidentiality'],
          affected: 12,
          who: 'cliënten van één coach',
          data: ['contact', 'conversation-reports'],
          consequences: 'Iemand kan verslagen lezen.',
          measures: 'De laptop is op afstand gewist.',
        }),
      ),
    decide: (toAuthority: boolean, toPersons = false) =>
      as((tx) =>
        decideIncident(tx, {
          id: randomUUID(),
          incidentId,
          toAuthority,
          toPersons,
          reasons: 'Er kan gelezen zijn.',
        }),
      ),
    notify: (audience: 'authority' | 'persons', lateReason = '') =>
      as((tx) =>
        notifyIncident(tx, {
          id: randomUUID(),
          incidentId,
          audience,
          language: 'nl',
          words: 'Er is een laptop kwijtgeraakt.',
          lateReason,
          reference: '',
        }),
      ),
    close: () => as((tx) => closeIncident(tx, incidentId, 'Laptops versleutelen.')),
  }
}

test('everybody who works here reports an incident, sees no others, and the officer is told', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const reporters = [
    await there.account('Ilse Kramer', ['coach']),
    await there.account('Dewi Tan', ['administrator']),
    await there.account('B. van der Brug', ['manager']),
  ]
  for (const who of reporters) await report(there, who, 2)
  const { all } = await there.store.list(officer.for('incident-handling'), 'incidents', {
    all: listIncidents,
  })
  expect(all).toHaveLength(3)
  expect(all[0]).toMatchObject({ state: 'reported', hoursLeft: 69, severity: null })
  const [coach] = reporters
  for (const activity of ['incident-reporting', 'incident-handling']) {
    const list = there.store.list((coach ?? officer).for(activity), 'incidents', {
      all: listIncidents,
    })
    await expect(list).rejects.toMatchObject({
      code: activity === 'incident-reporting' ? 'NOT_DECLARED' : 'NOT_FOUND',
    })
  }
  const { rows } = await there.owner.query(
    `select from gestand.mails where kind = 'incident-reported' and account_id = $1`,
    [officer.id],
  )
  expect(rows).toHaveLength(3)
})

test('a client does not report or see incidents, in whatever activity', async () => {
  const { there, client } = await bureau()
  const officer = await there.account('Ruben Smit', ['officer'])
  await report(there, officer, 2)
  await expect(report(there, client, 2)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { rows } = await there.owner.query<{ activity: string }>(
    `select activity from activities a where exists (
       select from information_schema.column_privileges p
       where p.grantee = a.role and p.table_name = 'incidents' and p.privilege_type = 'SELECT')`,
  )
  for (const { activity } of rows) {
    const seen = await there.store
      .list(client.for(activity), 'incidents', { all: listIncidents })
      .catch(() => ({ all: [] }))
    expect(seen.all).toEqual([])
  }
})

test('an incident goes from report to lessons in its order', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const id = await report(there, officer, 2)
  const on = handler(there, officer, id)
  await expect(on.decide(true)).rejects.toMatchObject({ code: 'INCIDENT_NOT_ASSESSED' })
  await on.assess()
  await expect(on.notify('authority')).rejects.toMatchObject({ code: 'INCIDENT_UNDECIDED' })
  await expect(on.close()).rejects.toMatchObject({ code: 'INCIDENT_UNDECIDED' })
  // The term counts until the authority knows, and not until it is decided that it must.
  const counts = async () =>
    (await there.store.list(officer.for('incident-handling'), 'one', { one: findIncident(id) }))
      .one[0]?.counts
  await on.decide(true, true)
  expect(await counts()).toBe(true)
  await on.notify('authority')
  expect(await counts()).toBe(false)
  await expect(on.close()).rejects.toMatchObject({ code: 'INCIDENT_NOT_NOTIFIED' })
  await on.notify('persons')
  await on.close()
  await expect(on.assess()).rejects.toMatchObject({ code: 'INCIDENT_CLOSED' })
  const seen = await there.store.list(officer.for('incident-handling'), 'incident', {
    all: listIncidents,
    assessments: listAssessments(id),
    decisions: listDecisions(id),
    notices: listNotices(id),
    closure: findClosure(id),
  })
  expect(seen.all).toMatchObject([{ state: 'closed', severity: 'high', toAuthority: true }])
  expect(seen.assessments).toMatchObject([{ affected: 12, assessedBy: 'Ruben Smit' }])
  expect(seen.decisions).toHaveLength(1)
  expect(seen.notices.map(({ audience }) => audience)).toEqual(['authority', 'persons'])
  expect(seen.closure).toMatchObject([{ lessons: 'Laptops versleutelen.' }])
})

test('a notification after 72 hours says why it is late', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const on = handler(there, officer, await report(there, officer, 80))
  await on.assess()
  await on.decide(true)
  await expect(on.notify('authority')).rejects.toMatchObject({
    code: 'INCIDENT_LATE_WITHOUT_REASON',
  })
  await on.notify('authority', 'De omvang bleek pas later.')
})

test('bur-05, baken-04, zor-07: an incident without a decision after 72 hours breaks the promise, one in time keeps it', async () => {
  const at = await bureau()
  const officer = await at.there.account('Ruben Smit', ['officer'])
  const check = async () => (await runCheck(at, 'incidents-decided')).codes
  const id = await report(at.there, officer, 71)
  expect(await check()).toEqual([])
  await at.there.owner.query(
    `update incidents set discovered_at = now() - interval '73 hours' where id = $1`,
    [id],
  )
  expect(await check()).toEqual(['INCIDENT_UNDECIDED'])
  const on = handler(at.there, officer, id)
  await on.assess()
  await on.decide(true)
  await at.there.owner.query(
    `update incident_decisions set decided_at = now() - interval '2 hours'`,
  )
  expect(await check()).toEqual(['INCIDENT_AUTHORITY_UNTOLD'])
  await on.notify('authority', 'Eerst was de omvang niet bekend.')
  expect(await check()).toEqual([])
})

test('what was decided on an incident is changed by nobody', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const id = await report(there, officer, 2)
  await handler(there, officer, id).assess()
  const change = there.store.change(officer.for('incident-handling'), (tx) =>
    tx.run({
      compile: () => ({ sql: `update incident_assessments set severity = 'low'`, parameters: [] }),
    }),
  )
  await expect(change).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})
