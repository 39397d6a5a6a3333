import { dayFromNow } from '#world/days.ts'
import { expect, test } from 'vitest'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { answerConsent, withdrawConsent } from '#modules/practice/consent.ts'
import { dossierReads } from '#modules/practice/dossier-reads.ts'
import { readDossier } from '#modules/practice/dossier-view.ts'
import { Outbox } from '#jobs/outbox.ts'
import { Platform } from '#store/platform.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { workerOf } from '#world/worker.ts'
import { remindOfLateAnswers } from './reminding.ts'
import { askProfessional, sendProfessionalRequest, storeProfessionalAnswer } from './request.ts'
import {
  professionalReads,
  type ProfessionalRequestView,
  readProfessionalRequests,
} from './request-view.ts'

const TODAY = dayFromNow()
const MISSING = { code: 'CONSENT_MISSING' }

function practice(): Promise<Bureau> {
  return bureau({ organisation: 'casework', kind: 'case-management' })
}

function ask(here: Bureau, name = 'Huisarts Duinzicht'): Promise<string> {
  return here.asCoach((tx) =>
    askProfessional(tx, {
      professional: { name },
      question: 'Welke belasting kan cliënt aan?',
      dueOn: '2026-12-31',
      language: 'nl',
      post: POST,
    }),
  )
}

async function consentOf(here: Bureau, itemId: string): Promise<string> {
  const { consents } = await here.view(here.client, 'self-service')
  const found = consents.find((each) => each.itemId === itemId)
  if (!found) throw new Error('the client was not asked')
  return found.id
}

async function agree(here: Bureau, itemId: string): Promise<string> {
  const requestId = await consentOf(here, itemId)
  await here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
  return requestId
}

function send(here: Bureau, requestId: string): Promise<void> {
  return here.asCoach((tx) => sendProfessionalRequest(tx, { requestId, channel: 'letter' }))
}

function store(here: Bureau, requestId: string): Promise<string> {
  const answer = { requestId, body: 'Halve dagen.', channel: 'letter', receivedOn: TODAY } as const
  return here.asCoach((tx) => storeProfessionalAnswer(tx, answer))
}

async function look(here: Bureau, who = here.client): Promise<ProfessionalRequestView[]> {
  const activity = who === here.client ? 'self-service' : 'coaching'
  const { organisation, store: doors } = here.there
  const access = await doors.access(organisation, activity)
  const { dossier, answers } = await doors.open(who.for(activity), here.dossierId, {
    ...dossierReads(access, here.dossierId),
    ...professionalReads(access, here.dossierId),
  })
  const { consents } = readDossier(dossier, answers, access)
  return readProfessionalRequests(dossier, answers, { consents, today: TODAY })
}

test('cas-02: no question goes to a professional, and no answer is kept, without consent that names that professional', async () => {
  const here = await practice()
  const first = await ask(here)
  const { consents } = await here.view(here.client, 'self-service')
  expect(consents[0]?.wording).toContain('Aan: Huisarts Duinzicht')
  await expect(send(here, first)).rejects.toMatchObject(MISSING)
  await expect(store(here, first)).rejects.toMatchObject({ code: 'REQUEST_NOT_SENT' })
  const other = await ask(here, 'Psycholoog Helder')
  await agree(here, other)
  await expect(send(here, first)).rejects.toMatchObject(MISSING)
  await agree(here, first)
  await send(here, first)
  await store(here, first)
  const [answered] = (await look(here)).filter(({ id }) => id === first)
  expect(answered).toMatchObject({
    name: 'Huisarts Duinzicht',
    state: 'answered',
    answers: [{ body: 'Halve dagen.' }],
  })
  const { rows } = await here.there.owner.query(
    `select recipient, categories, party_id is not null as named, request_id is not null as agreed
     from deliveries`,
  )
  expect(rows).toEqual([
    {
      recipient: 'asked-professional',
      categories: ['professional-information'],
      named: true,
      agreed: true,
    },
  ])
  const kept = await here.there.owner.query('select distinct source from professional_answers')
  expect(kept.rows).toEqual([{ source: 'third-party' }])
})

test('cas-02: a late answer is asked after once a week; after a withdrawal nothing is kept or asked any more, save with the guard taken away', async () => {
  const here = await practice()
  const id = await ask(here)
  const requestId = await agree(here, id)
  await send(here, id)
  const { owner } = here.there
  await owner.query('update professional_requests set due_on = gestand.today() - 1')
  const platform = new Platform(workerOf(here.there))
  const sender = { id: 'casework', title: 'Het Baken' }
  const remind = () => remindOfLateAnswers(platform, new Outbox(WORLD_MASTER), sender)
  expect(await remind()).toBe(1)
  expect(await remind()).toBe(0)
  await owner.query(`update professional_sendings set reminded_at = now() - interval '8 days'`)
  await here.asClient((tx) => withdrawConsent(tx, { requestId, post: POST }))
  expect(await remind()).toBe(0)
  await expect(store(here, id)).rejects.toMatchObject(MISSING)
  expect((await look(here, here.coach))[0]?.state).toBe('stopped')
  await owner.query('alter table professional_answers disable trigger guard_professional_answer')
  await store(here, id)
})
