import { expect, test } from 'vitest'
import { outcomes } from '#world/outcomes.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { answerConsent, withdrawConsent } from './consent.ts'
import { askPartnerAccess } from './partner-coach.ts'
import { endRelation } from './relation.ts'

async function asked(): Promise<{ here: Bureau; partner: WorldAccount; requestId: string }> {
  const here = await bureau()
  const partner = await here.there.account('Bram Visser', ['coach'])
  const requestId = await ask(here, partner)
  return { here, partner, requestId }
}

function ask(here: Bureau, { id: coachId }: WorldAccount): Promise<string> {
  return here.asCoach((tx) => askPartnerAccess(tx, { coachId, language: 'nl', post: POST }))
}

function answer(here: Bureau, requestId: string, decision: 'given' | 'refused'): Promise<void> {
  return here.asClient((tx) => answerConsent(tx, { requestId, decision, post: POST }))
}

function withdraw(here: Bureau, requestId: string): Promise<void> {
  return here.asClient((tx) => withdrawConsent(tx, { requestId, post: POST }))
}

const HIDDEN = { code: 'NOT_FOUND' }

test('rei-12: a partner coach reads the file once the client agreed, and until that is withdrawn', async () => {
  const { here, partner, requestId } = await asked()
  await expect(here.view(partner, 'coaching')).rejects.toMatchObject(HIDDEN)
  await answer(here, requestId, 'given')
  expect((await here.view(partner, 'coaching')).client?.familyName).toBe('Wit')
  await withdraw(here, requestId)
  await expect(here.view(partner, 'coaching')).rejects.toMatchObject(HIDDEN)
})

test('rei-12: with the rule taken away a partner would read without consent', async () => {
  const { here, partner } = await asked()
  await here.there.owner.query(
    `update rules set after = null where relation = 'partner-coach'; select renew_reach()`,
  )
  expect((await here.view(partner, 'coaching')).client?.familyName).toBe('Wit')
})

test('rei-12: a refusal opens nothing, and is kept', async () => {
  const { here, partner, requestId } = await asked()
  await answer(here, requestId, 'refused')
  await expect(here.view(partner, 'coaching')).rejects.toMatchObject(HIDDEN)
  expect((await here.view(here.coach, 'coaching')).consents).toMatchObject([{ state: 'refused' }])
})

test('the client is asked in the words of the statement, with the name of the partner', async () => {
  const { here } = await asked()
  const [question] = (await here.view(here.client, 'self-service')).consents
  expect(question?.wording).toMatch(/^Ik vind het goed dat de partnercoach mijn dossier leest/)
  expect(question?.wording).toMatch(/\n\nPartnercoach: Bram Visser$/)
  expect(question).toMatchObject({ state: 'asked', statement: 4 })
})

test('asking mails the client and answering mails the coach', async () => {
  const { here, requestId } = await asked()
  await answer(here, requestId, 'given')
  const { rows } = await here.there.owner.query(
    'select kind, account_id from gestand.mails order by queued_at',
  )
  expect(rows).toEqual([
    { kind: 'consent-asked', account_id: here.client.id },
    { kind: 'consent-answered', account_id: here.coach.id },
  ])
})

test('a question is asked again after a refusal, not while it waits or was agreed to', async () => {
  const { here, partner, requestId } = await asked()
  await expect(ask(here, partner)).rejects.toMatchObject({ code: 'CONSENT_ASKED' })
  await answer(here, requestId, 'refused')
  const second = await ask(here, partner)
  await answer(here, second, 'given')
  await expect(ask(here, partner)).rejects.toMatchObject({ code: 'CONSENT_STANDS' })
})

test('a question has one answer, also when two are given at once', async () => {
  const { here, requestId } = await asked()
  const both = [answer(here, requestId, 'given'), answer(here, requestId, 'refused')]
  expect((await outcomes(both)).toSorted()).toEqual(['CONSENT_ANSWERED', 'done'])
})

test('the same answer twice is one; after a withdrawal it is no answer any more', async () => {
  const { here, requestId } = await asked()
  await answer(here, requestId, 'given')
  await expect(answer(here, requestId, 'given')).rejects.toMatchObject({ code: 'DUPLICATE' })
  await withdraw(here, requestId)
  const again = answer(here, requestId, 'given')
  await expect(again).rejects.toMatchObject({ code: 'CONSENT_ANSWERED' })
  await expect(withdraw(here, requestId)).rejects.toMatchObject({ code: 'DUPLICATE' })
})

test('what was not given cannot be withdrawn', async () => {
  const { here, requestId } = await asked()
  await expect(withdraw(here, requestId)).rejects.toMatchObject({ code: 'CONSENT_NOT_GIVEN' })
  await answer(here, requestId, 'refused')
  await expect(withdraw(here, requestId)).rejects.toMatchObject({ code: 'CONSENT_NOT_GIVEN' })
})

test('rei-12: nobody answers for the client', async () => {
  const { here, requestId } = await asked()
  const forged = here.asCoach((tx) =>
    answerConsent(tx, { requestId, decision: 'given', post: POST }),
  )
  await expect(forged).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})

test('a coach can end what was consented to, and a new consent opens it again', async () => {
  const { here, partner, requestId } = await asked()
  await answer(here, requestId, 'given')
  const { relations } = await here.view(here.coach, 'coaching')
  const relation = relations.find((each) => each.relation === 'partner-coach')
  await here.asCoach((tx) => endRelation(tx, relation?.id ?? ''))
  await expect(here.view(partner, 'coaching')).rejects.toMatchObject(HIDDEN)
  await withdraw(here, requestId)
  await answer(here, await ask(here, partner), 'given')
  expect((await here.view(partner, 'coaching')).id).toBe(here.dossierId)
})

test('the relation of who is responsible cannot be ended by hand', async () => {
  const here = await bureau()
  const { relations } = await here.view(here.coach, 'coaching')
  const own = relations.find((each) => each.relation === 'responsible-coach')
  const ending = here.asCoach((tx) => endRelation(tx, own?.id ?? ''))
  await expect(ending).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('somebody who does not work here cannot be a partner', async () => {
  const here = await bureau()
  const stranger = await here.there.account('Stranger')
  await expect(ask(here, stranger)).rejects.toMatchObject({ code: 'MEMBER_UNKNOWN' })
})
