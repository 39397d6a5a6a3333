import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Bureau, bureau, byHand, consent, runCheck, sealed, summary } from '#world/bureau.ts'

interface Released {
  readonly here: Bureau
  readonly summaryId: string
  readonly partyId: string
}

/** A bureau that disclosed an approved summary to a principal, with the client's consent. */
async function released(): Promise<Released> {
  const here = await bureau()
  const summaryId = await summary(here)
  const partyId = await here.there.party('Gemeente Rivierdam')
  await here.there.relate(partyId, here.dossierId, 'principal')
  const holderId = partyId
  const request = await consent(here, { consent: 'disclosure', holderId, itemId: summaryId })
  await here.there.owner.query(
    `insert into disclosures (dossier_id, request_id, party_id, title, about)
     values ($1, $2, $3, 'Samenvatting', 'S. Bakker')`,
    [here.dossierId, request, partyId],
  )
  return { here, summaryId, partyId }
}

test('rei-03: a service that began after the statement was shown is as promised', async () => {
  const run = await runCheck(await bureau(), 'statement-shown-first')
  expect(run).toMatchObject({ lookedAt: 1, findings: [] })
})

test('rei-03: a service that began before the statement was shown is found', async () => {
  const here = await bureau()
  await byHand(here, `update statement_notices set shown_at = now() + interval '1 hour'`)
  expect(await runCheck(here, 'statement-shown-first')).toMatchObject({
    codes: ['NOT_SHOWN'],
    findings: [{ subject: here.dossierId }],
  })
  await byHand(here, 'delete from statement_notices')
  expect(await runCheck(here, 'statement-shown-first')).toMatchObject({ codes: ['NOT_SHOWN'] })
})

test('rei-10: summaries that were sent, then answered, are as promised', async () => {
  const here = await bureau()
  await summary(here)
  await summary(here, { approved: false })
  expect(await runCheck(here, 'summaries-in-order')).toMatchObject({ lookedAt: 2, findings: [] })
})

test.each([
  [`update summaries set written_at = now() + interval '1 hour'`, 'CHANGED_AFTER_SENT'],
  ['delete from dispatches', 'ANSWERED_UNSENT'],
  [`update approvals set approved_at = now() - interval '1 hour'`, 'ANSWERED_UNSENT'],
  [
    `insert into disputes (summary_id, dossier_id, words)
     select summary_id, dossier_id, '\\x01' from approvals`,
    'ANSWERED_TWICE',
  ],
  [
    `insert into summaries (dossier_id, consult_id, replaces, body)
     select dossier_id, consult_id, id, body from summaries`,
    'REPLACED_WRONGLY',
  ],
])('rei-10: a summary out of order is found: %s', async (statement, code) => {
  const here = await bureau()
  await summary(here)
  await byHand(here, statement)
  expect(await runCheck(here, 'summaries-in-order')).toMatchObject({ codes: [code] })
})

test('rei-14: a disclosure of an approved summary with consent is as promised', async () => {
  const { here } = await released()
  expect(await runCheck(here, 'disclosures-consented')).toMatchObject({ lookedAt: 1, wrong: 0 })
  expect(await runCheck(here, 'disclosures-approved')).toMatchObject({ lookedAt: 1, wrong: 0 })
})

test('rei-14: a consent that was withdrawn after the disclosure breaks nothing', async () => {
  const { here } = await released()
  await byHand(
    here,
    `insert into withdrawals (request_id, dossier_id, withdrawn_at)
     select request_id, dossier_id, now() + interval '1 hour' from consents`,
  )
  expect(await runCheck(here, 'disclosures-consented')).toMatchObject({ wrong: 0 })
})

test.each([
  ['delete from consents', 'CONSENT_MISSING'],
  [`update consents set decision = 'refused'`, 'CONSENT_MISSING'],
  [`update consents set decided_at = now() + interval '1 hour'`, 'CONSENT_MISSING'],
  ['update disclosures set party_id = gen_random_uuid()', 'CONSENT_MISSING'],
  ['update disclosures set dossier_id = gen_random_uuid()', 'CONSENT_MISSING'],
  [`update consent_requests set consent = 'partner-access'`, 'CONSENT_MISSING'],
  [
    `insert into withdrawals (request_id, dossier_id, withdrawn_at)
     select request_id, dossier_id, now() - interval '1 hour' from consents`,
    'CONSENT_WITHDRAWN',
  ],
])('rei-14: a disclosure without consent is found: %s', async (statement, code) => {
  const { here } = await released()
  await byHand(here, statement)
  expect(await runCheck(here, 'disclosures-consented')).toMatchObject({ codes: [code] })
})

test.each([
  'delete from approvals',
  `update approvals set approved_at = now() + interval '1 hour'`,
])('rei-14: a disclosed summary that was not approved is found: %s', async (statement) => {
  const { here } = await released()
  await byHand(here, statement)
  expect(await runCheck(here, 'disclosures-approved')).toMatchObject({ codes: ['NOT_APPROVED'] })
})

async function substituted(): Promise<Bureau> {
  const here = await bureau()
  const { owner } = here.there
  const who = await here.there.account('Substitute', ['coach'])
  const absenceId = randomUUID()
  await owner.query(
    `insert into absences (id, account_id, substitute_id, starts_on, ends_on)
     values ($1, $2, $3, gestand.today(), gestand.today())`,
    [absenceId, here.coach.id, who.id],
  )
  await owner.query(
    `insert into relations (dossier_id, holder_id, relation, absence_id)
     values ($1, $2, 'substitute', $3)`,
    [here.dossierId, who.id, absenceId],
  )
  await consent(here, { consent: 'substitution', holderId: who.id, itemId: absenceId })
  await here.there.store.open(who.for('substitution'), here.dossierId, {})
  return here
}

test('rei-13: a substitute who worked within absence and consent is as promised', async () => {
  const here = await substituted()
  expect(await runCheck(here, 'substitution-bounded')).toMatchObject({ lookedAt: 1, wrong: 0 })
})

test.each([
  ['update absences set ends_on = ends_on - 2, starts_on = starts_on - 2', 'OUTSIDE_ABSENCE'],
  ['delete from absences', 'OUTSIDE_ABSENCE'],
  [`update consents set decision = 'refused'`, 'NOT_CONSENTED'],
  ['update consent_requests set item_id = gen_random_uuid()', 'NOT_CONSENTED'],
  [
    `insert into withdrawals (request_id, dossier_id, withdrawn_at)
     select request_id, dossier_id, now() - interval '1 hour' from consents`,
    'NOT_CONSENTED',
  ],
])('rei-13: a substitute who worked beyond that is found: %s', async (statement, code) => {
  const here = await substituted()
  await byHand(here, statement)
  expect(await runCheck(here, 'substitution-bounded')).toMatchObject({ codes: [code] })
})

test('rei-13: a promise of standing in is not kept where no activity lets anybody do it', async () => {
  const here = await bureau()
  expect(await runCheck(here, 'substitution-bounded')).toMatchObject({ wrong: 0 })
  await byHand(here, `delete from rules where relation = 'substitute'`)
  expect(await runCheck(here, 'substitution-bounded')).toMatchObject({ codes: ['NO_ACTIVITY'] })
})

async function withLine(): Promise<Bureau> {
  const here = await bureau()
  const partyId = await here.there.party('Gemeente Rivierdam')
  await here.there.owner.query(
    `insert into relation_lines (party_id, dossier_id, name, service, year)
     values ($1, $2, 'Sam Bakker', 're-integration', 2026)`,
    [partyId, here.dossierId],
  )
  return here
}

test('rei-17: a relation overview with name, service and year is as promised', async () => {
  const here = await withLine()
  expect(await runCheck(here, 'relation-lines-bare')).toMatchObject({ lookedAt: 7, wrong: 0 })
})

test.each([
  ['alter table relation_lines add column remark text', 'COLUMN_ADDED'],
  [`update relation_lines set service = 'is often ill'`, 'LINE_HOLDS_MORE'],
  [`update relation_lines set name = repeat('and then ', 40)`, 'LINE_HOLDS_MORE'],
])('rei-17: a relation overview that holds more is found: %s', async (statement, code) => {
  const here = await withLine()
  await byHand(here, statement)
  expect(await runCheck(here, 'relation-lines-bare')).toMatchObject({ codes: [code] })
})

test('rei-05: content of a kind of data that the service does not need is found', async () => {
  const here = await bureau()
  await here.there.owner.query(
    `insert into notes (dossier_id, category, body, source, channel)
     values ($1, 'work-limitations', $2, 'client', 'conversation')`,
    [here.dossierId, sealed()],
  )
  expect(await runCheck(here, 'contents-in-kind')).toMatchObject({ lookedAt: 1, findings: [] })
  await byHand(here, `update dossiers set kind = 'outplacement'`)
  expect(await runCheck(here, 'contents-in-kind')).toMatchObject({ codes: ['OUT_OF_KIND'] })
})

test('rei-05: sick leave or a form that the service does not need is found', async () => {
  const here = await bureau()
  const { owner } = here.there
  await owner.query('insert into sick_leaves (dossier_id, first_sick_on) values ($1, $2)', [
    here.dossierId,
    '2026-09-01',
  ])
  await owner.query(
    `insert into forms (dossier_id, sort, category, language, title, body)
     values ($1, 'plan', 'goals', 'nl', $2, $2)`,
    [here.dossierId, sealed()],
  )
  expect(await runCheck(here, 'contents-in-kind')).toMatchObject({ lookedAt: 2, findings: [] })
  await byHand(here, `update dossiers set kind = 'outplacement'`)
  expect((await runCheck(here, 'contents-in-kind')).findings).toHaveLength(1)
  await byHand(here, `update forms set category = 'work-limitations'`)
  expect((await runCheck(here, 'contents-in-kind')).findings).toHaveLength(2)
})
