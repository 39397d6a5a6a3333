import { dayFromNow } from '#world/days.ts'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { outcomes } from '#world/outcomes.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { moveAbsence, type NewAbsence, planAbsence } from './absence.ts'
import { caseloadReads, readCaseload } from './caseload.ts'
import { answerConsent, withdrawConsent } from './consent.ts'
import { sendSummary } from './dispatch.ts'
import { askSubstitution } from './substitution.ts'
import { noteConsult } from './consult.ts'
import { writeSummary } from './summary.ts'

const HIDDEN = { code: 'NOT_FOUND' }

interface Away {
  readonly here: Bureau
  readonly substitute: WorldAccount
  readonly absenceId: string
  readonly requestId: string
}

async function away({ from = -1, to = 5 }: { from?: number; to?: number } = {}): Promise<Away> {
  const here = await bureau()
  const substitute = await here.there.account('Noor Bakker', ['coach'])
  const absenceId = await plan(here, {
    substituteId: substitute.id,
    startsOn: dayFromNow(from),
    endsOn: dayFromNow(to),
  })
  return { here, substitute, absenceId, requestId: await ask(here, absenceId) }
}

function plan({ there, coach }: Bureau, absence: NewAbsence): Promise<string> {
  return there.store.change(coach.for('coaching'), (tx) => planAbsence(tx, absence))
}

function ask(here: Bureau, absenceId: string): Promise<string> {
  return here.asCoach((tx) => askSubstitution(tx, { absenceId, language: 'nl', post: POST }))
}

function agree({ here, requestId }: Away): Promise<void> {
  return here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
}

function move({ here, absenceId: id }: Away, from: number, to: number): Promise<void> {
  const period = { id, startsOn: dayFromNow(from), endsOn: dayFromNow(to) }
  return here.there.store.change(here.coach.for('coaching'), (tx) => moveAbsence(tx, period))
}

test('rei-13: a substitute sees the file during the absence, after the client agreed', async () => {
  const absent = await away()
  const { here, substitute } = absent
  await expect(here.view(substitute, 'substitution')).rejects.toMatchObject(HIDDEN)
  await agree(absent)
  const view = await here.view(substitute, 'substitution')
  expect(view.client?.familyName).toBe('Wit')
})

test('rei-13: the file closes by itself when the absence is over, or ends early', async () => {
  const absent = await away()
  await agree(absent)
  await move(absent, -1, -1)
  await expect(absent.here.view(absent.substitute, 'substitution')).rejects.toMatchObject(HIDDEN)
})

test('rei-13: with the rule taken away a substitute would see the file at any time', async () => {
  const absent = await away({ from: 3 })
  const { here, substitute } = absent
  await here.there.owner.query(
    `update rules set after = null, during = null where relation = 'substitute';
     select renew_reach()`,
  )
  expect((await here.view(substitute, 'substitution')).client?.familyName).toBe('Wit')
})

test('rei-13: the file is not open before the first day', async () => {
  const absent = await away({ from: 1 })
  await agree(absent)
  await expect(absent.here.view(absent.substitute, 'substitution')).rejects.toMatchObject(HIDDEN)
})

test('rei-13: the file closes when the client withdraws', async () => {
  const absent = await away()
  const { here, requestId, substitute } = absent
  await agree(absent)
  await here.asClient((tx) => withdrawConsent(tx, { requestId, post: POST }))
  await expect(here.view(substitute, 'substitution')).rejects.toMatchObject(HIDDEN)
})

test('rei-13: what a client agreed to names substitute and days, and does not grow', async () => {
  const absent = await away({ from: 0, to: 5 })
  const [question] = (await absent.here.view(absent.here.client, 'self-service')).consents
  expect(question?.wording).toContain('Waarnemer: Noor Bakker\nPeriode: ')
  await expect(move(absent, 0, 30)).rejects.toMatchObject({ code: 'ABSENCE_ASKED' })
  await absent.here.there.owner.query('alter table absences disable trigger guard_absence')
  await move(absent, 0, 30)
})

test('of asking about an absence and moving it at once, the client is asked about what stands', async () => {
  for (let round = 0; round < 5; round += 1) {
    const here = await bureau()
    const substitute = await here.there.account('Noor Bakker', ['coach'])
    const absenceId = await plan(here, {
      substituteId: substitute.id,
      startsOn: dayFromNow(1),
      endsOn: dayFromNow(2),
    })
    const moving = move({ here, substitute, absenceId, requestId: '' }, 1, 9)
    await outcomes([ask(here, absenceId), moving])
    const { consents } = await here.view(here.client, 'self-service')
    const { rows } = await here.there.owner.query<{ ends_on: string }>(
      'select ends_on from absences',
    )
    const lastDay = Number(rows[0]?.ends_on.slice(-2))
    expect(consents[0]?.wording).toMatch(new RegExp(`tot en met ${lastDay} `))
  }
})

test('rei-13: the same rules bind the substitute: a summary that waits for the client', async () => {
  const absent = await away()
  await agree(absent)
  const { here, substitute } = absent
  const { store } = here.there
  await store.changeDossier(substitute.for('substitution'), here.dossierId, async (tx) => {
    const consultId = await noteConsult(tx, { heldOn: dayFromNow(0), minutes: 30, way: 'phone' })
    const summaryId = await writeSummary(tx, { consultId, body: 'Waargenomen.' })
    await sendSummary(tx, { summaryId, post: POST })
  })
  const { consults } = await here.view(here.client, 'self-service')
  expect(consults[0]?.summaries).toMatchObject([
    { state: 'sent', writtenBy: { name: 'Noor Bakker' } },
  ])
  const { rows } = await here.there.owner.query(
    `select account_id from gestand.mails where kind = 'summary-sent'`,
  )
  expect(rows).toEqual([{ account_id: here.client.id }])
})

test('a substitute sees in the list who agreed, and nobody else', async () => {
  const absent = await away()
  const { here, substitute } = absent
  const { store, organisation } = here.there
  const access = await store.access(organisation, 'substitution')
  const list = async (): Promise<number> => {
    const reads = caseloadReads(access)
    return readCaseload(await store.list(substitute.for('substitution'), 'caseload', reads)).rows
      .length
  }
  expect(await list()).toBe(0)
  await agree(absent)
  expect(await list()).toBe(1)
})

test('people plan their own absence, a period in the right order, with somebody else to stand in', async () => {
  const here = await bureau()
  const other = await here.there.account('Other', ['coach'])
  const period = { startsOn: dayFromNow(2), endsOn: dayFromNow(5), substituteId: other.id }
  await expect(plan(here, { ...period, endsOn: dayFromNow(1) })).rejects.toMatchObject({
    code: 'ABSENCE_PERIOD',
  })
  await expect(plan(here, { ...period, substituteId: here.coach.id })).rejects.toMatchObject({
    code: 'SUBSTITUTE_SELF',
  })
  await expect(plan(here, { ...period, accountId: other.id })).rejects.toMatchObject({
    code: 'NOT_DECLARED',
  })
  const id = randomUUID()
  await plan(here, { ...period, id })
  await expect(plan(here, { ...period, id })).rejects.toMatchObject({ code: 'DUPLICATE' })
  const moving = here.there.store.change(other.for('coaching'), (tx) =>
    moveAbsence(tx, { id, startsOn: dayFromNow(2), endsOn: dayFromNow(3) }),
  )
  await expect(moving).rejects.toMatchObject(HIDDEN)
})

test('rei-13: a yes to an absence that is over reads as ended', async () => {
  const absent = await away()
  await agree(absent)
  const read = async () => (await absent.here.view(absent.here.client, 'self-service')).consents[0]
  expect(await read()).toMatchObject({ state: 'given' })
  await move(absent, -1, -1)
  const ended = await read()
  expect(ended).toMatchObject({ state: 'expired', renewable: false })
  expect(ended?.expiresAt?.toISOString().slice(0, 10)).toBe(dayFromNow(-1))
})

test('rei-13: a question about an absence that is over need not be answered any more', async () => {
  const absent = await away()
  await move(absent, -1, -1)
  const { consents } = await absent.here.view(absent.here.client, 'self-service')
  expect(consents).toMatchObject([{ state: 'expired' }])
  expect(consents[0]?.decidedAt).toBeUndefined()
})
