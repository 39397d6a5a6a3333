import { expect, test } from 'vitest'
import { type Bureau, bureau, byHand, consent, runCheck } from '#world/bureau.ts'

async function asked(): Promise<Bureau> {
  const here = await bureau()
  const partner = await here.there.account('Noor Visser', ['coach'])
  await consent(here, { consent: 'partner-access', holderId: partner.id })
  await consent(here, { consent: 'disclosure', holderId: partner.id, decision: 'refused' })
  return here
}

test('bur-22: questions that were kept as they were asked, and answered by the client, are as promised', async () => {
  const here = await asked()
  expect(await runCheck(here, 'consents-recorded')).toMatchObject({ lookedAt: 2, findings: [] })
})

test.each([
  [`update consent_requests set signature = null`, 'QUESTION_UNSIGNED'],
  [`update consent_requests set wording = wording || '\\x00'`, 'QUESTION_CHANGED'],
  [`update consent_requests set holder_id = gen_random_uuid()`, 'QUESTION_CHANGED'],
  [`update consent_requests set statement = 3`, 'QUESTION_CHANGED'],
  [`update consent_requests set language = 'en'`, 'QUESTION_CHANGED'],
  [`update consent_requests set signed_by = 'nobody'`, 'QUESTION_CHANGED'],
  [`update consents set decided_by = gen_random_uuid()`, 'ANSWERED_BY_OTHER'],
  ['update consents set decided_by = null', 'ANSWERED_BY_OTHER'],
])('a question or an answer that was altered is found: %s', async (statement, code) => {
  const here = await asked()
  await byHand(here, statement)
  const { codes } = await runCheck(here, 'consents-recorded')
  expect(codes).toEqual([code, code])
})

test('bur-22: a consent that lasts longer than the statement says is found', async () => {
  const here = await asked()
  await byHand(here, `update consents set expires_at = null`)
  expect(await runCheck(here, 'consents-recorded')).toMatchObject({
    codes: ['LASTS_TOO_LONG'],
    findings: [{ touches: ['consent-records', 'consents.partner-access'] }],
  })
})

test('an opening after a consent ended by itself is found', async () => {
  const here = await bureau()
  const { there, dossierId } = here
  const partner = await there.account('Noor Visser', ['coach'])
  await there.relate(partner.id, dossierId, 'partner-coach')
  await consent(here, { consent: 'partner-access', holderId: partner.id })
  await there.store.open(partner.for('coaching'), dossierId, {})
  expect(await runCheck(here, 'openings-explained')).toMatchObject({ wrong: 0 })
  await there.owner.query(`update consents set expires_at = now() - interval '1 hour'`)
  expect(await runCheck(here, 'openings-explained')).toMatchObject({
    codes: ['OPENING_UNEXPLAINED'],
  })
  const again = there.store.open(partner.for('coaching'), dossierId, {})
  await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
