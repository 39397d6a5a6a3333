import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { from } from '#store/query.ts'
import { type Bureau, bureau, byHand, runCheck, sealed } from '#world/bureau.ts'
import { outcomes } from '#world/outcomes.ts'
import type { WorldAccount } from '#world/world.ts'
import { decideDemand, findDemand, listDemands, recordDemand } from './demand.ts'
import { deliver, type NewDelivery } from './delivery.ts'

function give(here: Bureau, asked: Pick<NewDelivery, 'itemId' | 'demandId'>): Promise<string> {
  return here.there.store.changeDossier(here.coach.for('coaching'), here.dossierId, (tx) =>
    deliver(tx, { channel: 'letter', subject: 'notes', ...asked }),
  )
}

async function note(here: Bureau, category = 'conversation-reports'): Promise<string> {
  const id = randomUUID()
  await here.there.owner.query(
    `insert into notes (id, dossier_id, category, body, source, channel)
     values ($1, $2, $3, $4, 'client', 'conversation')`,
    [id, here.dossierId, category, sealed()],
  )
  return id
}

interface Demanded {
  readonly here: Bureau
  readonly officer: WorldAccount
  readonly manager: WorldAccount
  readonly id: string
}

async function demanded(silent = false): Promise<Demanded> {
  const here = await bureau()
  const officer = await here.there.account('Officer', ['officer'])
  const manager = await here.there.account('Manager', ['manager'])
  const id = randomUUID()
  await record(
    { here, officer, manager, id },
    silent ? { until: '2099-12-31', article: 'Sr 272' } : undefined,
  )
  return { here, officer, manager, id }
}

async function record(
  { here, officer, id }: Demanded,
  silence?: { until: string; article: string },
  rest: Record<string, unknown> = {},
): Promise<void> {
  const { rows } = await here.there.owner.query<{ reference: string }>(
    'select reference from dossiers',
  )
  await here.there.store.change(officer.for('legal-disclosure'), (tx) =>
    recordDemand(tx, id, {
      dossierNumber: rows[0]?.reference ?? '',
      authority: 'Politie Voorbeeldstad',
      article: 'Wetboek van Strafvordering, artikel 126nd',
      reference: 'PL-1',
      scope: 'De verslagen van de gesprekken in 2026',
      categories: ['conversation-reports'],
      receivedOn: '2026-11-01',
      silence,
      ...rest,
    }),
  )
}

function decide({ here, id }: Demanded, who: WorldAccount, decision: 'approved' | 'rejected') {
  return here.there.store.change(who.for('legal-disclosure'), (tx) =>
    decideDemand(tx, { id, decision, reason: 'Nagegaan bij de officier van justitie.' }),
  )
}

test('bur-21, baken-05: what an authority demands goes after a second person approved, and no more than that', async () => {
  const it = await demanded()
  const { here, officer, manager, id } = it
  const itemId = await note(here)
  const hand = (more = {}) => give(here, { itemId, demandId: id, ...more })
  await expect(hand()).rejects.toMatchObject({ code: 'DEMAND_NOT_APPROVED' })
  await expect(decide(it, officer, 'approved')).rejects.toMatchObject({ code: 'OWN_DEMAND' })
  await expect(hand()).rejects.toMatchObject({ code: 'DEMAND_NOT_APPROVED' })
  await decide(it, manager, 'approved')
  await expect(decide(it, manager, 'rejected')).rejects.toMatchObject({ code: 'DEMAND_DECIDED' })
  await hand()
  const beyond = await note(here, 'advice')
  await expect(hand({ itemId: beyond })).rejects.toMatchObject({ code: 'DEMAND_EXCEEDED' })
  const { demands } = await here.there.store.list(manager.for('legal-disclosure'), 'demands', {
    demands: listDemands,
  })
  expect(demands).toMatchObject([{ id, decision: 'approved', handedOver: 1 }])
  expect(await runCheck(here, 'demands-approved')).toMatchObject({ lookedAt: 1, wrong: 0 })
})

test('a demand that was rejected lets nothing go', async () => {
  const it = await demanded()
  await decide(it, it.manager, 'rejected')
  const itemId = await note(it.here)
  const hand = give(it.here, { itemId, demandId: it.id })
  await expect(hand).rejects.toMatchObject({ code: 'DEMAND_NOT_APPROVED' })
})

test('a demand names a dossier that is there, data that it can hold, and a day that was', async () => {
  const it = await demanded()
  const fresh = { ...it, id: randomUUID() }
  const refused = (rest: Record<string, unknown>, code: string) =>
    expect(record(fresh, undefined, rest)).rejects.toMatchObject({ code })
  await refused({ dossierNumber: '1999-00001' }, 'DOSSIER_UNKNOWN')
  await refused({ categories: ['shoe-size'] }, 'CATEGORY_UNDECLARED')
  await refused({ receivedOn: '2099-01-01' }, 'DEMAND_NOT_RECEIVED')
  for (const who of [it.here.coach, it.here.client]) {
    const other = { ...fresh, officer: who }
    await expect(record(other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
})

test('bur-21: the person sees a demand, unless and as long as the law forbids to tell', async () => {
  for (const silent of [false, true]) {
    const it = await demanded(silent)
    const { here, manager, id } = it
    await decide(it, manager, 'approved')
    const itemId = await note(here)
    await give(here, { itemId, demandId: id })
    const see = async (who: WorldAccount, activity: string) => {
      const { answers } = await here.there.store.open(who.for(activity), here.dossierId, {
        demands: from.selectFrom('legal_demands').select('id'),
        decisions: from.selectFrom('demand_decisions').select('demand_id'),
      })
      return [answers.demands.length, answers.decisions.length]
    }
    expect(await see(here.client, 'self-service')).toEqual(silent ? [0, 0] : [1, 1])
    expect(await see(here.coach, 'coaching')).toEqual([1, 1])
    const { answers } = await here.there.store.open(
      here.client.for('self-service'),
      here.dossierId,
      {
        deliveries: from.selectFrom('deliveries').select('id'),
        lines: from
          .selectFrom('ledger')
          .select('id')
          .where('subject', 'in', ['deliveries', 'legal_demands', 'demand_decisions']),
      },
    )
    expect([answers.deliveries.length, answers.lines.length]).toEqual(silent ? [0, 0] : [1, 3])
    if (!silent) continue
    await here.there.owner.query('drop policy core_silence on legal_demands')
    expect(await see(here.client, 'self-service')).toEqual([1, 0])
    await byHand(here, `update legal_demands set silent_until = '2026-01-01'`)
    expect(await see(here.client, 'self-service')).toEqual([1, 1])
  }
})

test.each([
  ['delete from demand_decisions', 'DEMAND_NOT_APPROVED'],
  [
    'update demand_decisions set decided_by = (select recorded_by from legal_demands)',
    'DEMAND_NOT_APPROVED',
  ],
  [`update demand_decisions set decided_at = now() + interval '1 hour'`, 'DEMAND_NOT_APPROVED'],
  [`update deliveries set categories = '{advice}'`, 'DEMAND_EXCEEDED'],
])('what left without approval is found: %s', async (statement, code) => {
  const it = await demanded()
  await decide(it, it.manager, 'approved')
  await give(it.here, { itemId: await note(it.here), demandId: it.id })
  await byHand(it.here, statement)
  expect(await runCheck(it.here, 'demands-approved')).toMatchObject({ codes: [code] })
})

test('one demand is found by its id, by whoever decides on it', async () => {
  const { here, manager, id } = await demanded()
  const read = (who: WorldAccount) =>
    here.there.store.list(who.for('legal-disclosure'), 'demand', { demand: findDemand(id) })
  expect((await read(manager)).demand).toMatchObject([{ id, decision: null }])
  const coach = await outcomes([read(here.coach).then(({ demand }) => expect(demand).toEqual([]))])
  expect(['done', 'NOT_FOUND']).toContain(coach[0])
})
