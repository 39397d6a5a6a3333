import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { Actors } from '#modules/practice/actors.ts'
import { approveSummary } from '#modules/practice/answer.ts'
import { receiveFile, type ReceivedFile } from '#modules/practice/received-file.ts'
import { readTrajectory, trajectoryReads } from '#modules/practice/trajectory/index.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { answerForm, beginForm, changeForm, completeForm, removeForm, shareForm } from './form.ts'
import { fill } from './form-text.ts'
import { formReads, type FormView, readForms } from './form-view.ts'
import { formTemplates, templateFor, writeTemplate } from './template.ts'
import { tokenValues } from './token.ts'

const PLAN = {
  sort: 'plan',
  language: 'nl',
  title: 'Plan van aanpak',
  body: '# Doelen',
} as const

async function formsOf(
  here: Bureau,
  account: WorldAccount,
  activity = 'coaching',
): Promise<FormView[]> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, activity)
  const reads = formReads(access, here.dossierId)
  const { dossier, answers } = await store.open(account.for(activity), here.dossierId, reads)
  return readForms(dossier, answers, new Actors([], []))
}

async function pdf(): Promise<ReceivedFile> {
  async function* content(): AsyncGenerator<Buffer> {
    yield Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
  }
  const file = await receiveFile(content(), 'plan.pdf')
  onTestFinished(() => file[Symbol.asyncDispose]())
  return file
}

async function complete(here: Bureau, id: string): Promise<string> {
  const [form] = (await formsOf(here, here.coach)).filter((each) => each.id === id)
  const file = await pdf()
  const { sort = 'plan', title = '', writtenAt = new Date(0) } = form ?? {}
  return here.asCoach((tx) => completeForm(tx, { id, sort, title, writtenAt, file }))
}

test('a final form is a document, does not change, and a next version replaces it', async () => {
  const here = await bureau()
  const [first, second] = [randomUUID(), randomUUID()]
  const next = { ...PLAN, id: second, replaces: first }
  await here.asCoach((tx) => beginForm(tx, { ...PLAN, id: first }))
  await expect(here.asCoach((tx) => beginForm(tx, next))).rejects.toMatchObject({
    code: 'FORM_NOT_FINAL',
  })
  await here.asCoach((tx) => changeForm(tx, { id: first, title: 'Plan', body: '# Doelen\n\nWerk' }))
  const documentId = await complete(here, first)
  const dossier = await here.view(here.client, 'self-service')
  expect(dossier.documents).toMatchObject([{ id: documentId, title: 'Plan', category: 'goals' }])
  const final = { code: 'FORM_FINAL' }
  const change = here.asCoach((tx) => changeForm(tx, { id: first, title: 'x', body: 'x' }))
  await expect(change).rejects.toMatchObject(final)
  await expect(here.asCoach((tx) => removeForm(tx, first))).rejects.toMatchObject(final)
  await here.asCoach((tx) => beginForm(tx, next))
  const again = here.asCoach((tx) => beginForm(tx, { ...PLAN, replaces: first }))
  await expect(again).rejects.toMatchObject({ code: 'FORM_REPLACED' })
  expect(await formsOf(here, here.coach)).toMatchObject([
    { id: second, version: 2 },
    { id: first, version: 1, replacedBy: second, final: { documentId } },
  ])
  await here.there.owner.query('drop trigger guard_form on forms')
  await here.asCoach((tx) => changeForm(tx, { id: first, title: 'x', body: 'x' }))
})

test('what was made into a file is what is final: a draft that changed meanwhile is not', async () => {
  const here = await bureau()
  const id = randomUUID()
  await here.asCoach((tx) => beginForm(tx, { ...PLAN, id }))
  const file = await pdf()
  const stale = { id, sort: 'plan', title: 'Plan', writtenAt: new Date(0), file } as const
  const completing = here.asCoach((tx) => completeForm(tx, stale))
  await expect(completing).rejects.toMatchObject({ code: 'FORM_CHANGED' })
})

test('rei-10: a report quotes summaries that the client approved, and no others', async () => {
  const here = await bureau()
  const summaryId = await here.summary()
  const report = { ...PLAN, sort: 'end', summaryIds: [summaryId] } as const
  const begin = () => here.asCoach((tx) => beginForm(tx, report))
  await expect(begin()).rejects.toMatchObject({ code: 'SUMMARY_NOT_APPROVED' })
  await here.asClient((tx) => approveSummary(tx, { summaryId, post: POST }))
  await begin()
})

test('rei-10: with the guard taken away a report could quote what nobody approved', async () => {
  const here = await bureau()
  const summaryId = await here.summary()
  await here.there.owner.query('drop trigger guard_form_source on form_sources')
  const begin = here.asCoach((tx) =>
    beginForm(tx, { ...PLAN, sort: 'end', summaryIds: [summaryId] }),
  )
  await expect(begin).resolves.toBeUndefined()
})

test('the client fills in what was asked, as long as it is a draft', async () => {
  const here = await bureau()
  const id = randomUUID()
  const intake = { ...PLAN, id, sort: 'intake', body: '? Wat wilt u?' } as const
  const answer = (text: string) =>
    here.asClient((tx) =>
      answerForm(tx, { formId: id, answers: { 'Wat wilt u?': text }, post: POST }),
    )
  await here.asCoach((tx) => beginForm(tx, intake))
  await expect(answer('Werk')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await here.asCoach((tx) => shareForm(tx, { id, sort: 'intake', post: POST }))
  await answer('Werk')
  await answer('Ander werk')
  expect(await formsOf(here, here.coach)).toMatchObject([
    { answer: { values: { 'Wat wilt u?': 'Ander werk' } } },
  ])
  await complete(here, id)
  await expect(answer('Te laat')).rejects.toMatchObject({ code: 'FORM_FINAL' })
})

test('a template is versioned, chosen by service and language, and asks for known words', async () => {
  const here = await bureau()
  const { store } = here.there
  const keeping = here.coach.for('template-keeping')
  const write = (body: string, kind?: string) =>
    store.change(keeping, (tx) => writeTemplate(tx, { ...PLAN, body, kind }))
  await write('Voor iedereen')
  await write('Voor iedereen, beter')
  await write('Alleen hier', 'outplacement')
  await expect(write('{burgerservicenummer}')).rejects.toMatchObject({ code: 'TOKEN_UNKNOWN' })
  const { rows } = await store.list(keeping, 'templates', { rows: formTemplates })
  const newest = { sort: 'plan', language: 'nl' } as const
  expect(templateFor(rows, { ...newest, kind: 'career-check' }).body).toBe('Voor iedereen, beter')
  expect(templateFor(rows, { ...newest, kind: 'outplacement' }).body).toBe('Alleen hier')
  expect(templateFor(rows, { ...newest, language: 'en' }).title).toBe('Plan of action')
})

test('a form is filled with what the activity may know; the rest becomes dots', async () => {
  const here = await bureau()
  const { store, organisation } = here.there
  const valuesFor = async (account: WorldAccount, activity: string) => {
    const access = await store.access(organisation, activity)
    const reads = trajectoryReads(access, here.dossierId)
    const { dossier, answers } = await store.open(account.for(activity), here.dossierId, reads)
    const facts = { today: '2026-11-23', startedAt: new Date(), actors: new Actors([], []) }
    return tokenValues({
      dossier: await here.view(account, activity),
      trajectory: readTrajectory(dossier, answers, facts),
      organisation: 'Bureau De Brug',
      service: 're-integratie',
      today: '2026-11-23',
      language: 'nl',
    })
  }
  const asCoach = await valuesFor(here.coach, 'coaching')
  expect(asCoach).toMatchObject({ naam: 'Sanne de Wit', vandaag: '23 november 2026' })
  expect(fill('{opdrachtgever}', asCoach)).toBe('……………')
})

test('what a form says and what was filled in stands nowhere in the database', async () => {
  const here = await bureau()
  const id = randomUUID()
  const body = '? geheim'
  await here.asCoach(async (tx) => {
    await beginForm(tx, { ...PLAN, id, sort: 'intake', title: 'geheim', body })
    await shareForm(tx, { id, sort: 'intake', post: POST })
  })
  await here.asClient((tx) =>
    answerForm(tx, { formId: id, answers: { geheim: 'geheim' }, post: POST }),
  )
  const { rows } = await here.there.owner.query<{ sealed: Buffer }>(
    'select body as sealed from forms union all select title from forms union all select body from form_answers',
  )
  expect(rows.map(({ sealed }) => sealed.includes('geheim'))).toEqual([false, false, false])
})
