import { expect, test } from 'vitest'
import type { WorldAccount } from '#world/world.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { closeEngagement } from './closure.ts'
import {
  answerHandover,
  type OfferedHandover,
  offeredHandovers,
  offerHandover,
  withdrawHandover,
} from './handover.ts'
import { askPartnerAccess } from './partner-coach.ts'
import { answerConsent } from './consent.ts'

interface Case {
  readonly here: Bureau
  readonly colleague: WorldAccount
}

async function scene(): Promise<Case> {
  const here = await bureau()
  return { here, colleague: await here.there.account('Tom Visser', ['coach']) }
}

function offer({ here, colleague }: Case): Promise<void> {
  return here.asCoach((tx) => offerHandover(tx, { coachId: colleague.id, post: POST }))
}

async function offered({ here, colleague }: Case): Promise<OfferedHandover[]> {
  const reads = { offers: offeredHandovers }
  return (await here.there.store.list(colleague.for('intake'), 'handovers', reads)).offers
}

async function answer(it: Case, decision: 'accepted' | 'declined'): Promise<void> {
  const [handover] = await offered(it)
  if (!handover) throw new Error('nothing is offered')
  await it.here.there.store.change(it.colleague.for('intake'), (tx) =>
    answerHandover(tx, { handover, decision, post: POST }),
  )
}

async function reaches({ here }: Case, account: WorldAccount): Promise<boolean> {
  return here.view(account, 'coaching').then(
    () => true,
    () => false,
  )
}

test('rei-12: a dossier changes hands when the colleague accepts, and not before', async () => {
  const it = await scene()
  await offer(it)
  expect(await offered(it)).toMatchObject([{ kind: 're-integration', name: 'Ilse Kramer' }])
  expect(await reaches(it, it.here.coach)).toBe(true)
  expect(await reaches(it, it.colleague)).toBe(false)
  await answer(it, 'accepted')
  expect(await offered(it)).toEqual([])
  expect(await reaches(it, it.here.coach)).toBe(false)
  expect(await reaches(it, it.colleague)).toBe(true)
})

test('the client, who offers and who is asked are told by mail', async () => {
  const it = await scene()
  await offer(it)
  await answer(it, 'accepted')
  const { rows } = await it.here.there.owner.query<{ kind: string; account_id: string }>(
    'select kind, account_id from gestand.mails order by kind',
  )
  expect(rows).toEqual([
    { kind: 'coach-changed', account_id: it.here.client.id },
    { kind: 'handover-answered', account_id: it.here.coach.id },
    { kind: 'handover-offered', account_id: it.colleague.id },
  ])
})

test('an offer that is declined or taken back changes nothing, and another can be made', async () => {
  const it = await scene()
  await offer(it)
  await expect(offer(it)).rejects.toMatchObject({ code: 'HANDOVER_OFFERED' })
  await answer(it, 'declined')
  await offer(it)
  const [second] = await offered(it)
  await it.here.asCoach((tx) => withdrawHandover(tx, second?.handover_id ?? ''))
  expect(await offered(it)).toEqual([])
  expect(await reaches(it, it.here.coach)).toBe(true)
  expect(await reaches(it, it.colleague)).toBe(false)
})

test('nobody takes over what was offered to another, nor what was taken back meanwhile', async () => {
  const it = await scene()
  const other = await it.here.there.account('Noor Smit', ['coach'])
  await offer(it)
  const [handover] = await offered(it)
  if (!handover) throw new Error('nothing is offered')
  const take = (account: WorldAccount): Promise<void> =>
    it.here.there.store.change(account.for('intake'), (tx) =>
      answerHandover(tx, { handover, decision: 'accepted', post: POST }),
    )
  await expect(take(other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await it.here.asCoach((tx) => withdrawHandover(tx, handover.handover_id))
  await expect(take(it.colleague)).rejects.toMatchObject({ code: 'DUPLICATE' })
  expect(await reaches(it, it.colleague)).toBe(false)
})

test('only the responsible coach offers, and only to a coach who works here', async () => {
  const it = await scene()
  const { here, colleague } = it
  const finance = await here.there.account('Piet Kas', ['officer'])
  const to = (coachId: string): Promise<void> =>
    here.asCoach((tx) => offerHandover(tx, { coachId, post: POST }))
  for (const id of [finance.id, here.coach.id, here.client.id]) {
    await expect(to(id)).rejects.toMatchObject({ code: 'MEMBER_UNKNOWN' })
  }
  const requestId = await here.asCoach((tx) =>
    askPartnerAccess(tx, { coachId: colleague.id, language: 'nl', post: POST }),
  )
  await here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
  const byPartner = here.there.store.changeDossier(
    colleague.for('coaching'),
    here.dossierId,
    (tx) => offerHandover(tx, { coachId: here.coach.id, post: POST }),
  )
  await expect(byPartner).rejects.toMatchObject({ code: 'HANDOVER_NOT_YOURS' })
})

test('with the guards taken away a partner could take the dossier', async () => {
  const it = await scene()
  const { here, colleague } = it
  const requestId = await here.asCoach((tx) =>
    askPartnerAccess(tx, { coachId: colleague.id, language: 'nl', post: POST }),
  )
  await here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
  const third = await here.there.account('Noor Smit', ['coach'])
  await here.there.owner.query('drop trigger guard_handover on handovers')
  await here.there.store.changeDossier(colleague.for('coaching'), here.dossierId, (tx) =>
    offerHandover(tx, { coachId: third.id, post: POST }),
  )
  const { rows } = await here.there.owner.query('select offered_by from handovers')
  expect(rows).toEqual([{ offered_by: colleague.id }])
})

test('who was partner coach is responsible after taking over, and partner no more', async () => {
  const it = await scene()
  const { here, colleague } = it
  const requestId = await here.asCoach((tx) =>
    askPartnerAccess(tx, { coachId: colleague.id, language: 'nl', post: POST }),
  )
  await here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
  await offer(it)
  await answer(it, 'accepted')
  const { rows } = await here.there.owner.query(
    `select relation from relations where holder_id = $1 and until is null`,
    [colleague.id],
  )
  expect(rows).toEqual([{ relation: 'responsible-coach' }])
})

test('a dossier that was closed can be handed over too, so that somebody answers for it', async () => {
  const it = await scene()
  await it.here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed' }))
  await offer(it)
  await answer(it, 'accepted')
  expect(await reaches(it, it.colleague)).toBe(true)
})
