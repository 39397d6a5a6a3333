import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { takeStep } from '#duties/rights/desk.ts'
import { outcomes } from '#world/outcomes.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { requestDesk } from '#world/requests.ts'
import { addSupplement, approveSummary, disputeSummary } from './answer.ts'
import { changeConsult, noteConsult } from './consult.ts'
import type { SummaryView } from './consult-view.ts'
import { sendSummary } from './dispatch.ts'
import { changeSummary, replaceSummary, writeSummary } from './summary.ts'

async function versions(here: Bureau, account = here.client): Promise<readonly SummaryView[]> {
  const activity = account === here.client ? 'self-service' : 'coaching'
  const { consults } = await here.view(account, activity)
  return consults[0]?.summaries ?? []
}

function approve(here: Bureau, summaryId: string): Promise<void> {
  return here.asClient((tx) => approveSummary(tx, { summaryId, post: POST }))
}

function dispute(here: Bureau, summaryId: string, words: string): Promise<void> {
  return here.asClient((tx) => disputeSummary(tx, { summaryId, words, post: POST }))
}

test('rei-10: a summary is a draft until it is sent, and the client sees that it is one', async () => {
  const here = await bureau()
  const id = await here.summary({ sent: false, body: 'Eerste versie.' })
  expect(await versions(here)).toMatchObject([{ id, state: 'draft', body: 'Eerste versie.' }])
  await here.asCoach((tx) => changeSummary(tx, { id, body: 'Betere versie.' }))
  await here.asCoach((tx) => sendSummary(tx, { summaryId: id, post: POST }))
  expect(await versions(here)).toMatchObject([{ id, state: 'sent', body: 'Betere versie.' }])
})

test('rei-10: sending a summary queues a mail to the client, or neither happens', async () => {
  const here = await bureau()
  const summaryId = await here.summary({ sent: false })
  const failing = here.asCoach(async (tx) => {
    await sendSummary(tx, { summaryId, post: POST })
    throw new Error('the power goes')
  })
  await expect(failing).rejects.toThrow('the power goes')
  const mails = 'select kind, account_id from gestand.mails'
  expect((await here.there.owner.query(mails)).rows).toEqual([])
  await here.asCoach((tx) => sendSummary(tx, { summaryId, post: POST }))
  expect((await here.there.owner.query(mails)).rows).toEqual([
    { kind: 'summary-sent', account_id: here.client.id },
  ])
})

test('rei-10: the client approves a summary that was sent', async () => {
  const here = await bureau()
  const id = await here.summary()
  await approve(here, id)
  expect(await versions(here, here.coach)).toMatchObject([{ id, state: 'approved' }])
})

test('rei-10: the client disputes a summary, and the own words stay beside it', async () => {
  const here = await bureau()
  const id = await here.summary()
  await dispute(here, id, 'Ik zei iets anders.')
  expect(await versions(here, here.coach)).toMatchObject([
    { state: 'disputed', dispute: { words: 'Ik zei iets anders.' } },
  ])
  const next = await here.asCoach((tx) => replaceSummary(tx, { replaces: id, body: 'Verbeterd.' }))
  expect(await versions(here)).toMatchObject([
    { id: next, state: 'draft', body: 'Verbeterd.' },
    { id, state: 'replaced', dispute: { words: 'Ik zei iets anders.' } },
  ])
})

test('rei-10: the coach cannot answer for the client', async () => {
  const here = await bureau()
  const summaryId = await here.summary()
  const answers = here.asCoach((tx) => approveSummary(tx, { summaryId, post: POST }))
  await expect(answers).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})

test('rei-10: a draft cannot be answered', async () => {
  const here = await bureau()
  const id = await here.summary({ sent: false })
  await expect(approve(here, id)).rejects.toMatchObject({ code: 'SUMMARY_NOT_SENT' })
  await expect(dispute(here, id, 'Nee.')).rejects.toMatchObject({ code: 'SUMMARY_NOT_SENT' })
})

test('rei-10: a summary that was sent does not change', async () => {
  const here = await bureau()
  const id = await here.summary({ body: 'Zoals gezegd.' })
  const change = () => here.asCoach((tx) => changeSummary(tx, { id, body: 'Anders.' }))
  await expect(change()).rejects.toMatchObject({ code: 'SUMMARY_SENT' })
  await here.there.owner.query('alter table summaries disable trigger guard_summary')
  await change()
  expect(await versions(here)).toMatchObject([{ state: 'sent', body: 'Anders.' }])
})

test('rei-10: a summary that was approved gets no new version', async () => {
  const here = await bureau()
  const id = await here.summary()
  await approve(here, id)
  const replace = () => here.asCoach((tx) => replaceSummary(tx, { replaces: id, body: 'Anders.' }))
  await expect(replace()).rejects.toMatchObject({ code: 'SUMMARY_APPROVED' })
  await here.there.owner.query('alter table summaries disable trigger guard_summary')
  await replace()
  expect((await versions(here))[0]?.body).toBe('Anders.')
})

test('rei-10: a summary is answered once', async () => {
  const here = await bureau()
  const id = await here.summary()
  await approve(here, id)
  await expect(dispute(here, id, 'Toch niet.')).rejects.toMatchObject({ code: 'SUMMARY_ANSWERED' })
  await here.there.owner.query('alter table disputes disable trigger guard_answer')
  await dispute(here, id, 'Toch niet.')
  const { rows } = await here.there.owner.query('select count(*)::int from disputes')
  expect(rows).toEqual([{ count: 1 }])
})

test('the same dispute twice is one; another one is refused', async () => {
  const here = await bureau()
  const id = await here.summary()
  await dispute(here, id, 'Ik zei iets anders.')
  await dispute(here, id, 'Ik zei iets anders.')
  await expect(dispute(here, id, 'Nog iets.')).rejects.toMatchObject({ code: 'SUMMARY_ANSWERED' })
})

test('a draft has no next version: it is changed itself', async () => {
  const here = await bureau()
  const id = await here.summary({ sent: false })
  const replacing = here.asCoach((tx) => replaceSummary(tx, { replaces: id, body: 'Anders.' }))
  await expect(replacing).rejects.toMatchObject({ code: 'SUMMARY_NOT_SENT' })
})

test('who changes a draft that somebody else changed meanwhile is told so', async () => {
  const here = await bureau()
  const id = await here.summary({ sent: false })
  const [draft] = await versions(here, here.coach)
  const change = (body: string) =>
    here.asCoach((tx) => changeSummary(tx, { id, body, writtenAt: draft?.writtenAt }))
  await change('Van de een.')
  await expect(change('Van de ander.')).rejects.toMatchObject({ code: 'SUMMARY_CHANGED' })
  expect(await versions(here)).toMatchObject([{ body: 'Van de een.' }])
})

test('a consult has one first summary, also when two write it at once', async () => {
  const here = await bureau()
  const consultId = await here.asCoach((tx) =>
    noteConsult(tx, { heldOn: '2026-11-03', minutes: 45, way: 'video' }),
  )
  const write = (body: string) => here.asCoach((tx) => writeSummary(tx, { consultId, body }))
  expect((await outcomes([write('Een.'), write('Twee.')])).toSorted()).toEqual([
    'SUMMARY_EXISTS',
    'done',
  ])
})

test('a form that is sent twice writes one row', async () => {
  const here = await bureau()
  const [consult, summary] = [randomUUID(), randomUUID()]
  const note = () =>
    here.asCoach((tx) =>
      noteConsult(tx, { id: consult, heldOn: '2026-11-03', minutes: 45, way: 'video' }),
    )
  const write = () =>
    here.asCoach((tx) => writeSummary(tx, { id: summary, consultId: consult, body: 'Goed.' }))
  expect((await outcomes([note(), note()])).toSorted()).toEqual(['DUPLICATE', 'done'])
  expect((await outcomes([write(), write()])).toSorted()).toEqual(['DUPLICATE', 'done'])
  const send = () => here.asCoach((tx) => sendSummary(tx, { summaryId: summary, post: POST }))
  expect((await outcomes([send(), send()])).toSorted()).toEqual(['DUPLICATE', 'done'])
  const twice = [approve(here, summary), approve(here, summary)]
  expect((await outcomes(twice)).toSorted()).toEqual(['DUPLICATE', 'done'])
  expect(await versions(here)).toMatchObject([{ id: summary, state: 'approved' }])
})

test('of approving and replacing at once, one happens', async () => {
  const here = await bureau()
  const seen = new Set<string>()
  for (let round = 0; round < 8; round += 1) {
    const id = await here.summary()
    const replace = here.asCoach((tx) => replaceSummary(tx, { replaces: id, body: 'Anders.' }))
    const both = await outcomes(
      round % 2 ? [replace, approve(here, id)] : [approve(here, id), replace],
    )
    expect(both.filter((each) => each === 'done')).toHaveLength(1)
    for (const refusal of both.filter((each) => each !== 'done')) seen.add(refusal)
  }
  for (const refusal of seen) expect(['SUMMARY_APPROVED', 'SUMMARY_REPLACED']).toContain(refusal)
})

test('of approving and disputing at once, one happens', async () => {
  const here = await bureau()
  for (let round = 0; round < 4; round += 1) {
    const id = await here.summary()
    const both = await outcomes([approve(here, id), dispute(here, id, 'Nee.')])
    expect(both.toSorted()).toEqual(['SUMMARY_ANSWERED', 'done'])
  }
})

test('of sending and changing at once, what is sent is what it then stays', async () => {
  const here = await bureau()
  for (let round = 0; round < 6; round += 1) {
    const id = await here.summary({ sent: false, body: 'Oud.' })
    const [changed] = await outcomes([
      here.asCoach((tx) => changeSummary(tx, { id, body: 'Nieuw.' })),
      here.asCoach((tx) => sendSummary(tx, { summaryId: id, post: POST })),
    ])
    const { consults } = await here.view(here.client, 'self-service')
    const sent = consults.flatMap((each) => each.summaries).find((each) => each.id === id)
    expect(sent?.state).toBe('sent')
    expect(sent?.body).toBe(changed === 'done' ? 'Nieuw.' : 'Oud.')
    expect(['done', 'SUMMARY_SENT']).toContain(changed)
  }
})

test('a consult is noted once the service is active, and can be corrected', async () => {
  const intake = await bureau({ active: false })
  const consult = { heldOn: '2026-11-03', minutes: 60, way: 'office' } as const
  const early = intake.asCoach((tx) => noteConsult(tx, consult))
  await expect(early).rejects.toMatchObject({ code: 'NOT_ACTIVE' })
  const here = await bureau()
  const id = await here.asCoach((tx) => noteConsult(tx, consult))
  await here.asCoach((tx) => changeConsult(tx, { ...consult, id, minutes: 75 }))
  expect((await here.view(here.coach, 'coaching')).consults).toMatchObject([{ id, minutes: 75 }])
  const wrong = here.asCoach((tx) => changeConsult(tx, { ...consult, id, minutes: 4 }))
  await expect(wrong).rejects.toMatchObject({ code: 'INVALID' })
  const missing = here.asCoach((tx) => changeConsult(tx, { ...consult, id: randomUUID() }))
  await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('what the client adds stays beside a summary, approved or replaced, and nobody else adds', async () => {
  const here = await bureau()
  const id = await here.summary()
  await approve(here, id)
  const add = (words: string) => ({ id: randomUUID(), summaryId: id, words, post: POST })
  await here.asClient((tx) => addSupplement(tx, add('Ik zocht ook werk in de zorg.')))
  expect(await versions(here, here.coach)).toMatchObject([
    { state: 'approved', supplements: [{ words: 'Ik zocht ook werk in de zorg.' }] },
  ])
  await expect(here.asCoach((tx) => addSupplement(tx, add('x')))).rejects.toMatchObject({
    code: 'NOT_DECLARED',
  })
  const draft = await bureau()
  const unsent = await draft.summary({ sent: false })
  const early = draft.asClient((tx) =>
    addSupplement(tx, { id: randomUUID(), summaryId: unsent, words: 'x', post: POST }),
  )
  await expect(early).rejects.toMatchObject({ code: 'SUMMARY_NOT_SENT' })
})

test('an approved summary gets a new version only while a correction was granted', async () => {
  const here = await bureau()
  const id = await here.summary()
  await approve(here, id)
  const replace = () => here.asCoach((tx) => replaceSummary(tx, { replaces: id, body: 'Beter.' }))
  await expect(replace()).rejects.toMatchObject({ code: 'SUMMARY_APPROVED' })
  const desk = await requestDesk(here.there)
  const asked = await desk.ask(here.client, 'rectification', { dossierId: here.dossierId })
  await expect(replace()).rejects.toMatchObject({ code: 'SUMMARY_APPROVED' })
  await desk.act((tx) =>
    takeStep(tx, desk.parts, { requestId: asked.id, action: 'grant', note: '' }),
  )
  const fresh = await replace()
  await here.asCoach((tx) => sendSummary(tx, { summaryId: fresh, post: POST }))
  expect(await versions(here)).toMatchObject([{ state: 'sent' }, { id, state: 'replaced' }])
})
