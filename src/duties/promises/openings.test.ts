import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Bureau, bureau, byHand, consent, runCheck } from '#world/bureau.ts'
import type { WorldAccount } from '#world/world.ts'

const CHECK = 'openings-explained'

async function open(
  { there, dossierId }: Bureau,
  who: WorldAccount,
  activity: string,
): Promise<void> {
  await there.store.open(who.for(activity), dossierId, {})
}

test('rei-12: openings by the coach and by the client are explained by their relations', async () => {
  const here = await bureau()
  await open(here, here.coach, 'coaching')
  await open(here, here.client, 'self-service')
  expect(await runCheck(here, CHECK)).toMatchObject({ lookedAt: 2, findings: [], wrong: 0 })
})

test('rei-12: an opening whose relation was slipped in and taken away again is found', async () => {
  const here = await bureau()
  const stranger = await here.there.account('Stranger', ['coach'])
  await here.there.relate(stranger.id, here.dossierId, 'responsible-coach')
  await open(here, stranger, 'coaching')
  await byHand(here, 'delete from relations where holder_id = $1', [stranger.id])
  const run = await runCheck(here, CHECK)
  expect(run).toMatchObject({ lookedAt: 1, wrong: 1, codes: ['OPENING_UNEXPLAINED'] })
})

test('rei-12: an opening by a relation that began later or had ended is found', async () => {
  const here = await bureau()
  await open(here, here.coach, 'coaching')
  const relation = 'update relations set since = $2, until = $3 where holder_id = $1'
  const [past, future] = [new Date(Date.now() - 7_200_000), new Date(Date.now() + 7_200_000)]
  await byHand(here, relation, [here.coach.id, future, null])
  expect(await runCheck(here, CHECK)).toMatchObject({ wrong: 1 })
  await byHand(here, relation, [here.coach.id, past, new Date(Date.now() - 3_600_000)])
  expect(await runCheck(here, CHECK)).toMatchObject({ wrong: 1 })
  await byHand(here, relation, [here.coach.id, past, future])
  expect(await runCheck(here, CHECK)).toMatchObject({ wrong: 0 })
})

test('rei-12: a partner coach is explained by consent, and not by a refusal or a later withdrawal', async () => {
  const here = await bureau()
  const partner = await here.there.account('Partner', ['coach'])
  await here.there.relate(partner.id, here.dossierId, 'partner-coach')
  const request = await consent(here, { consent: 'partner-access', holderId: partner.id })
  await open(here, partner, 'coaching')
  expect(await runCheck(here, CHECK)).toMatchObject({ lookedAt: 1, wrong: 0 })
  await here.there.owner.query('insert into withdrawals (request_id, dossier_id) values ($1, $2)', [
    request,
    here.dossierId,
  ])
  expect(await runCheck(here, CHECK)).toMatchObject({ wrong: 0 })
  await byHand(here, `update withdrawals set withdrawn_at = now() - interval '1 hour'`)
  expect(await runCheck(here, CHECK)).toMatchObject({ wrong: 1 })
  await byHand(here, 'delete from withdrawals')
  await byHand(here, `update consents set decision = 'refused'`)
  expect(await runCheck(here, CHECK)).toMatchObject({ wrong: 1 })
})

async function substitute(here: Bureau): Promise<WorldAccount> {
  const { owner } = here.there
  const who = await here.there.account('Substitute', ['coach'])
  const absenceId = randomUUID()
  await owner.query(
    `insert into absences (id, account_id, substitute_id, starts_on, ends_on)
     values ($1, $2, $3, gestand.today() - 1, gestand.today() + 1)`,
    [absenceId, here.coach.id, who.id],
  )
  await owner.query(
    `insert into relations (dossier_id, holder_id, relation, absence_id)
     values ($1, $2, 'substitute', $3)`,
    [here.dossierId, who.id, absenceId],
  )
  await consent(here, { consent: 'substitution', holderId: who.id, itemId: absenceId })
  await open(here, who, 'substitution')
  return who
}

test('rei-13: a substitute is explained within the absence and not outside it', async () => {
  const here = await bureau()
  await substitute(here)
  expect(await runCheck(here, CHECK)).toMatchObject({ lookedAt: 1, wrong: 0 })
  await byHand(here, 'update absences set ends_on = starts_on')
  expect(await runCheck(here, CHECK)).toMatchObject({ wrong: 1 })
})

test('rei-13: what was changed through the front door since counts in favour', async () => {
  const here = await bureau()
  await substitute(here)
  await here.there.owner.query('update absences set ends_on = starts_on')
  expect(await runCheck(here, CHECK)).toMatchObject({ wrong: 0 })
})

test('rei-13: a substitute for somebody who has no relation of their own is found', async () => {
  const here = await bureau()
  await substitute(here)
  await byHand(here, 'delete from relations where holder_id = $1', [here.coach.id])
  expect(await runCheck(here, CHECK)).toMatchObject({ wrong: 1 })
})

test('an opening by who had left is found, save of the own dossier', async () => {
  const here = await bureau()
  await open(here, here.coach, 'coaching')
  await byHand(here, `update members set left_at = now() - interval '1 day'`)
  expect(await runCheck(here, CHECK)).toMatchObject({ lookedAt: 1, wrong: 1 })
})

test('a party is explained by its relation, through an account that acts for it', async () => {
  const here = await bureau()
  const contact = await here.there.account('Contact')
  const partyId = await here.there.party('Gemeente Rivierdam', contact)
  await here.there.relate(partyId, here.dossierId, 'principal')
  await consent(here, { consent: 'disclosure', holderId: partyId, itemId: randomUUID() })
  await open(here, contact, 'accountability')
  expect(await runCheck(here, CHECK)).toMatchObject({ lookedAt: 1, wrong: 0 })
  await byHand(here, 'delete from affiliations')
  expect(await runCheck(here, CHECK)).toMatchObject({ wrong: 1 })
})

test('rei-16: an opening after the term or while restricted is found', async () => {
  const here = await bureau()
  const check = 'only-living-dossiers-opened'
  await open(here, here.coach, 'coaching')
  expect(await runCheck(here, check)).toMatchObject({ lookedAt: 1, wrong: 0 })
  await byHand(here, 'update dossiers set expires_on = gestand.today()')
  expect(await runCheck(here, check)).toMatchObject({ codes: ['EXPIRED_OPENED'] })
  await byHand(here, `update dossiers set restricted_at = now() - interval '1 minute'`)
  expect(await runCheck(here, check)).toMatchObject({ codes: ['RESTRICTED_OPENED'] })
  await open(here, here.client, 'subject-access')
  expect(await runCheck(here, check)).toMatchObject({ wrong: 1, lookedAt: 2 })
  await byHand(here, `update dossiers set expires_on = null, restricted_at = now()`)
  expect(await runCheck(here, check)).toMatchObject({ wrong: 0 })
})
