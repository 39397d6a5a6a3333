import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { from } from '#store/query.ts'
import { type Bureau, bureau, byHand, consent, runCheck, sealed } from '#world/bureau.ts'
import type { WorldAccount } from '#world/world.ts'
import { decideDemand, findDemand, listDemands, recordDemand } from './demand.ts'
import { countDeliveries, deliver, listDeliveries, type NewDelivery } from './delivery.ts'

/** A delivery of the client's card to the test administrator, which the statement allows. */
const TO_TESTS: Omit<NewDelivery, 'itemId'> = {
  recipient: 'test-administrator',
  channel: 'export',
  purpose: 'coaching',
  subject: 'clients',
}

function give(here: Bureau, asked: Partial<NewDelivery>, who = here.coach, activity = 'coaching') {
  const delivery = { ...TO_TESTS, itemId: here.dossierId, ...asked }
  return here.there.store.changeDossier(who.for(activity), here.dossierId, (tx) =>
    deliver(tx, delivery),
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

async function deliveries({ there }: Bureau): Promise<unknown[]> {
  const { rows } = await there.owner.query(
    'select recipient, purpose, categories, channel, statement from deliveries',
  )
  return rows
}

test('what the statement names goes, and is recorded with the kinds of data that are in it', async () => {
  const here = await bureau()
  const id = await give(here, {})
  expect(await deliveries(here)).toEqual([
    {
      recipient: 'test-administrator',
      purpose: 'coaching',
      categories: ['identity'],
      channel: 'export',
      statement: 4,
    },
  ])
  const { rows } = await here.there.owner.query(
    `select act, activity, account_id, dossier_id from ledger where item = $1`,
    [id],
  )
  expect(rows).toEqual([
    {
      act: 'delivered',
      activity: 'coaching',
      account_id: here.coach.id,
      dossier_id: here.dossierId,
    },
  ])
})

test.each([
  [
    'a recipient that the statement does not name',
    { recipient: 'tabloid' },
    'RECIPIENT_UNDECLARED',
  ],
  ['another purpose', { purpose: 'oversight' }, 'PURPOSE_UNDECLARED'],
  ['a thing that is not there', { itemId: randomUUID() }, 'NOT_FOUND'],
  ['a table that is no part of dossiers', { subject: 'members' }, 'NOT_FOUND'],
  ['a table that is none', { subject: 'no such"table' }, 'NOT_FOUND'],
  [
    'what needs consent',
    { recipient: 'principal', purpose: 'accountability' },
    'CATEGORY_UNDECLARED',
  ],
  ['a party without any part in the dossier', { partyId: randomUUID() }, 'RECIPIENT_UNRELATED'],
])('the gate stays shut for %s', async (_, asked, code) => {
  const here = await bureau()
  await expect(give(here, asked)).rejects.toMatchObject({ code })
  expect(await deliveries(here)).toEqual([])
})

test('nobody can call what goes out something else: the database reads what is in it', async () => {
  const here = await bureau()
  const itemId = await note(here, 'work-limitations')
  await expect(give(here, { subject: 'notes', itemId })).rejects.toMatchObject({
    code: 'CATEGORY_UNDECLARED',
  })
})

test('the gate shuts when the agreement ends, and when the recipient goes from the statement', async () => {
  const here = await bureau()
  const { owner } = here.there
  await owner.query(
    `update recipient_rules set agreement_until = gestand.today() where needs_agreement`,
  )
  await give(here, {})
  await owner.query(
    `update recipient_rules set agreement_until = gestand.today() - 1 where needs_agreement`,
  )
  await expect(give(here, {})).rejects.toMatchObject({ code: 'AGREEMENT_LAPSED' })
  await owner.query(`delete from recipient_rules where recipient = 'test-administrator'`)
  await expect(give(here, {})).rejects.toMatchObject({ code: 'RECIPIENT_UNDECLARED' })
})

test('the client, a stranger and an activity that cannot read it let nothing go', async () => {
  const here = await bureau()
  const stranger = await here.there.account('Stranger', ['coach'])
  const own = give(here, {}, here.client, 'self-service')
  await expect(own).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(give(here, {}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const insert = here.there.store.changeDossier(here.coach.for('coaching'), here.dossierId, (tx) =>
    tx.run(
      from.insertInto('deliveries').values({
        id: randomUUID(),
        dossier_id: here.dossierId,
        recipient: 'tabloid',
        channel: 'mail',
        purpose: 'coaching',
        categories: [],
        subject: 'clients',
        item: here.dossierId,
      }),
    ),
  )
  await expect(insert).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})

/** A party to which a document may go with consent; past the guards of the practice. */
async function principal(here: Bureau): Promise<{ partyId: string; request: string }> {
  const partyId = await here.there.party('Gemeente Rivierdam')
  await here.there.relate(partyId, here.dossierId, 'principal')
  await here.there.owner.query('alter table disclosures disable trigger guard_disclosure')
  const asked = { consent: 'disclosure', holderId: partyId, itemId: randomUUID() }
  return { partyId, request: await consent(here, asked) }
}

function disclose(here: Bureau, party: string, request: string): Promise<unknown> {
  return here.there.owner.query(
    `insert into disclosures (dossier_id, request_id, party_id, title, about)
     values ($1, $2, $3, 'Plan', 'S. Bakker')`,
    [here.dossierId, request, party],
  )
}

test('rei-14: what a principal may read passes the gate, whoever writes the row', async () => {
  const here = await bureau()
  const { partyId, request } = await principal(here)
  const other = await here.there.party('Ander bedrijf')
  await expect(disclose(here, other, request)).rejects.toThrow('RECIPIENT_UNDECLARED')
  await disclose(here, partyId, request)
  expect(await deliveries(here)).toMatchObject([
    { recipient: 'principal', purpose: 'accountability', categories: ['approved-document'] },
  ])
  expect(await runCheck(here, 'deliveries-permitted')).toMatchObject({ lookedAt: 1, wrong: 0 })
})

test('rei-14: a consent that ended by itself lets nothing go any more', async () => {
  const here = await bureau()
  const { partyId, request } = await principal(here)
  await byHand(here, `update consents set expires_at = now() - interval '1 minute'`)
  await expect(disclose(here, partyId, request)).rejects.toThrow('CONSENT_MISSING')
  await byHand(here, 'update consents set expires_at = null')
  await disclose(here, partyId, request)
})

test.each([
  [`update deliveries set recipient = 'tabloid'`, 'RECIPIENT_UNDECLARED'],
  [`update deliveries set purpose = 'oversight'`, 'PURPOSE_UNDECLARED'],
  [`update deliveries set categories = '{test-results}'`, 'CATEGORY_UNDECLARED'],
  [`update consents set decision = 'refused'`, 'CONSENT_MISSING'],
  [`update consents set expires_at = now() - interval '1 hour'`, 'CONSENT_MISSING'],
  ['update consent_requests set holder_id = gen_random_uuid()', 'CONSENT_MISSING'],
  [
    `update deliveries set recipient = 'hosting', categories = '{identity}',
      delivered_at = '2030-01-01'`,
    'AGREEMENT_LAPSED',
  ],
  ['delete from deliveries', 'NOT_GATED'],
])('a delivery that was not allowed is found: %s', async (statement, code) => {
  const here = await bureau()
  const { partyId, request } = await principal(here)
  await disclose(here, partyId, request)
  await byHand(here, statement)
  const { codes } = await runCheck(here, 'deliveries-permitted')
  expect(codes).toEqual([code])
})

test('the officer sees what each recipient got, and other functions do not', async () => {
  const here = await bureau()
  await give(here, {})
  await give(here, { channel: 'letter' })
  const { store } = here.there
  const officer = await here.there.account('Officer', ['officer'])
  const reads = { lines: listDeliveries({}), counts: countDeliveries }
  const { lines, counts } = await store.list(officer.for('oversight'), 'recipients', reads)
  expect(lines.map(({ channel }) => channel).toSorted()).toEqual(['export', 'letter'])
  expect(lines[0]?.reference).toMatch(/^\d{4}-\d{5}$/)
  expect(counts).toMatchObject([{ recipient: 'test-administrator', deliveries: 2, dossiers: 1 }])
  const some = { lines: listDeliveries({ recipient: 'hosting' }) }
  expect((await store.list(officer.for('oversight'), 'recipients', some)).lines).toEqual([])
  const manager = await here.there.account('Manager', ['manager'])
  await expect(
    store.list(manager.for('relation-management'), 'recipients', reads),
  ).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})

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
  const { rows } = await here.there.owner.query('select reference from dossiers')
  await here.there.store.change(officer.for('legal-disclosure'), (tx) =>
    recordDemand(tx, id, {
      dossierNumber: rows[0].reference,
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

test('what an authority demands goes after a second person approved, and no more than that', async () => {
  const it = await demanded()
  const { here, officer, manager, id } = it
  const itemId = await note(here)
  const hand = (more = {}) =>
    give(here, { subject: 'notes', itemId, demandId: id, channel: 'letter', ...more })
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
  const hand = give(it.here, { subject: 'notes', itemId, demandId: it.id })
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

test('the person sees a demand, unless and as long as the law forbids to tell', async () => {
  for (const silent of [false, true]) {
    const it = await demanded(silent)
    const { here, manager, id } = it
    await decide(it, manager, 'approved')
    const itemId = await note(here)
    await give(here, { subject: 'notes', itemId, demandId: id, channel: 'letter' })
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
  await give(it.here, { subject: 'notes', itemId: await note(it.here), demandId: it.id })
  await byHand(it.here, statement)
  expect(await runCheck(it.here, 'demands-approved')).toMatchObject({ codes: [code] })
})

test('one demand is found by its id, by whoever decides on it', async () => {
  const { here, manager, id } = await demanded()
  const read = (who: WorldAccount) =>
    here.there.store.list(who.for('legal-disclosure'), 'demand', { demand: findDemand(id) })
  expect((await read(manager)).demand).toMatchObject([{ id, decision: null }])
  const coach = await read(here.coach).catch((error: { code: string }) => error.code)
  expect(coach === 'NOT_FOUND' || (coach as { demand: unknown[] }).demand.length === 0).toBe(true)
})
