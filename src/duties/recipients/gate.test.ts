import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { from } from '#store/query.ts'
import { type Bureau, bureau, byHand, consent, runCheck, sealed } from '#world/bureau.ts'
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
  const { rows } = await there.owner.query<object>(
    'select recipient, purpose, categories, channel, statement from deliveries',
  )
  return rows
}

test('bur-20, cas-15: what the statement names goes, and is recorded with the kinds of data that are in it', async () => {
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

test('bur-20, cas-15: the gate shuts when the agreement ends, and when the recipient goes from the statement', async () => {
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
  // What the register has counts, and not the day in the statement.
  const record = (days: number) =>
    owner.query(
      `insert into agreements (recipient, title, starts_on, ends_on)
       select recipient, 'Overeenkomst', gestand.today() - 99, gestand.today() + $1::integer
       from recipient_rules where needs_agreement`,
      [days],
    )
  await record(9)
  await give(here, {})
  await owner.query('delete from agreements; update recipient_rules set agreement_until = null')
  await owner.query(`update recipient_rules set agreement_until = gestand.today() + 99`)
  await record(-1)
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
