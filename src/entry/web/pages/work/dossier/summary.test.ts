import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import { approveSummary, changeSummary } from '#modules/practice/index.ts'

interface Scene {
  readonly here: Bureau
  readonly browser: Browser
  readonly path: string
}

async function scene(): Promise<Scene> {
  const here = await bureau()
  const browser = new Browser(siteOf(here.there), here.coach)
  return { here, browser, path: `/werk/dossiers/${here.dossierId}` }
}

const CONSULT = { heldOn: '2026-11-03', minutes: '60', way: 'office', body: 'Wij spraken.' }

/** Notes a consult with a draft, and gives the address of the consult. */
async function noteDraft({ browser, path }: Scene): Promise<string> {
  const formId = randomUUID()
  const noted = await browser.submit(`${path}/gesprekken/nieuw`, CONSULT, { formId })
  expect(noted.status, noted.body).toBe(303)
  return `${path}/gesprekken/${formId}`
}

function hidden(body: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
}

test('rei-10: a coach notes a consult, sees what the client will read, and sends it once', async () => {
  const it = await scene()
  const consult = await noteDraft(it)
  const preview = await it.browser.get(consult)
  expect(preview.body).toContain('Wij spraken.')
  expect(preview.body).toContain('Concept')
  const [, send] = /action="([^"]+\/versturen\/[^"]+)"/.exec(preview.body) ?? []
  for (const sending of await it.browser.twice(send ?? '')) expect(sending.status).toBe(303)
  const sent = await it.browser.get(consult)
  expect(sent.body).toContain('Verstuurd')
  expect(sent.body).not.toContain('/versturen/')
  const { rowCount } = await it.here.there.owner.query('select from dispatches')
  expect(rowCount).toBe(1)
})

test('noting a consult twice with one form is one consult', async () => {
  const it = await scene()
  for (const noted of await it.browser.twice(`${it.path}/gesprekken/nieuw`, CONSULT)) {
    expect(noted.status).toBe(303)
  }
  expect((await it.here.there.owner.query('select from consults')).rowCount).toBe(1)
  expect((await it.here.there.owner.query('select from summaries')).rowCount).toBe(1)
})

test('what was typed stays when something is wrong with it', async () => {
  const it = await scene()
  const again = await it.browser.submit(`${it.path}/gesprekken/nieuw`, {
    ...CONSULT,
    minutes: '3',
    body: 'Regel een\r\nRegel twee',
  })
  expect(again.status).toBe(422)
  expect(again.body).toContain('Vul een heel getal in van 5 tot en met 600.')
  expect(again.body).toContain('Regel een\nRegel twee')
  expect(again.body).toContain('value="3"')
})

test('a draft that somebody else changed meanwhile is shown beside what was typed', async () => {
  const it = await scene()
  const consult = await noteDraft(it)
  const form = await it.browser.get(`${consult}/samenvatting`)
  const [summary, writtenAt] = [hidden(form.body, 'summary'), hidden(form.body, 'writtenAt')]
  await it.here.asCoach((tx) => changeSummary(tx, { id: summary, body: 'Van een ander.' }))
  const fields = { as: 'change', summary, writtenAt, body: 'Van mij.' }
  const again = await it.browser.submit(`${consult}/samenvatting`, fields)
  expect(again.status).toBe(409)
  expect(again.body).toContain('Van een ander.')
  expect(again.body).toContain('Van mij.')
  const knowing = { ...fields, writtenAt: hidden(again.body, 'writtenAt') }
  expect((await it.browser.submit(`${consult}/samenvatting`, knowing)).status).toBe(303)
  expect((await it.browser.get(consult)).body).toContain('Van mij.')
})

test('rei-10: a version that was sent stays when a new one is written, and none follows an approval', async () => {
  const it = await scene()
  const summaryId = await it.here.summary({ body: 'Eerste versie.' })
  const { rows } = await it.here.there.owner.query<{ id: string }>('select id from consults')
  const consult = `${it.path}/gesprekken/${rows[0]?.id}`
  const replaced = await it.browser.submit(`${consult}/samenvatting`, {
    as: 'replacement',
    summary: summaryId,
    writtenAt: '',
    body: 'Tweede versie.',
  })
  expect(replaced.status, replaced.body).toBe(303)
  const both = await it.browser.get(consult)
  expect(both.body).toContain('Eerste versie.')
  expect(both.body).toContain('Tweede versie.')
  const other = await bureau()
  const approved = await other.summary()
  await other.asClient((tx) => approveSummary(tx, { summaryId: approved, post: POST }))
  const browser = new Browser(siteOf(other.there), other.coach)
  const found = await other.there.owner.query<{ id: string }>('select id from consults')
  const page = `/werk/dossiers/${other.dossierId}/gesprekken/${found.rows[0]?.id}/samenvatting`
  const refused = await browser.submit(page, {
    as: 'replacement',
    summary: approved,
    writtenAt: '',
    body: 'Tweede versie.',
  })
  expect(refused.status).toBe(409)
  expect(refused.body).toContain('komt er pas als de cliënt om verbetering vraagt')
  expect(refused.body).toContain('Tweede versie.')
})

test('a form without its token changes nothing, and comes back with what was typed', async () => {
  const it = await scene()
  const address = `${it.path}/gesprekken/nieuw`
  for (const token of ['', 'x'.repeat(64)]) {
    const refused = await it.browser.submit(address, CONSULT, { token })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Kijk het na en verstuur het nog een keer')
    expect(refused.body).toContain(CONSULT.body)
  }
  expect((await it.here.there.owner.query('select from consults')).rowCount).toBe(0)
})
