import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

interface Scene {
  readonly here: Bureau
  readonly browser: Browser
  readonly path: string
}

async function scene(kind = 're-integration'): Promise<Scene> {
  const here = await bureau({ kind })
  const browser = new Browser(siteOf(here.there), here.coach)
  return { here, browser, path: `/werk/dossiers/${here.dossierId}` }
}

const FROM = { source: 'professional', sourceName: 'S. Voorbeeld', channel: 'letter' }
const NOTE = { ...FROM, category: 'conversation-reports', body: 'Belde over de afspraak.' }
const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'

function file(content: string | Buffer, name: string): File {
  return new File([new Uint8Array(Buffer.from(content))], name)
}

test('a note is written with where it came from, changed, and removed', async () => {
  const { browser, path } = await scene()
  const formId = randomUUID()
  for (const written of await browser.twice(`${path}/notities/nieuw`, NOTE, formId)) {
    expect(written.status).toBe(303)
  }
  const notes = await browser.get(`${path}/notities`)
  expect(notes.body.match(/Belde over de afspraak\./g)).toHaveLength(1)
  expect(notes.body).toContain('Van een andere deskundige (S. Voorbeeld), via brief')
  const note = `${path}/notities/${formId}`
  expect((await browser.submit(note, { body: 'Belde af.' })).status).toBe(303)
  expect((await browser.get(`${path}/notities`)).body).toContain('Belde af.')
  expect((await browser.submit(`${note}/verwijderen`)).status).toBe(303)
  expect((await browser.get(note)).status).toBe(404)
})

test('rei-05: a kind of data that does not belong to the service is not offered, and is refused', async () => {
  const poortwachter = await scene()
  const offered = await poortwachter.browser.get(`${poortwachter.path}/notities/nieuw`)
  expect(offered.body).toContain('value="work-limitations"')
  const { browser, path } = await scene('outplacement')
  const form = await browser.get(`${path}/notities/nieuw`)
  expect(form.body).not.toContain('value="work-limitations"')
  const refused = await browser.submit(`${path}/notities/nieuw`, {
    ...NOTE,
    category: 'work-limitations',
  })
  expect(refused.status).toBe(409)
  expect(refused.body).toContain('hoort volgens de privacyverklaring niet bij deze dienst')
  expect(refused.body).toContain('Belde over de afspraak.')
})

test('a document comes in with its name and source, and goes out as it came in', async () => {
  const { here, browser, path } = await scene()
  const fields = { ...FROM, category: 'advice', title: '', file: file(PDF, 'Plan van aanpak.pdf') }
  const formId = randomUUID()
  for (const added of await browser.twice(`${path}/documenten/nieuw`, fields, formId)) {
    expect(added.status, added.body).toBe(303)
  }
  expect((await browser.get(`${path}/documenten`)).body.match(/Plan van aanpak</g)).toHaveLength(1)
  const document = `${path}/documenten/${formId}`
  expect((await browser.get(document)).body).toContain('Een andere deskundige')
  const shown = await browser.get(`${document}/bestand`)
  expect(shown.body).toBe(PDF)
  expect(shown.headers.get('content-disposition')).toMatch(
    /^inline; filename="Plan van aanpak.pdf"/,
  )
  const kept = await browser.get(`${document}/bestand?bewaren`)
  expect(kept.headers.get('content-disposition')).toMatch(/^attachment/)
  const colleague = new Browser(siteOf(here.there), await here.there.account('Bram', ['coach']))
  expect((await colleague.get(`${document}/bestand`)).status).toBe(404)
  expect((await browser.submit(`${document}/verwijderen`)).status).toBe(303)
  expect((await browser.get(`${document}/bestand`)).status).toBe(404)
})

const WRONG: readonly (readonly [string, File, string])[] = [
  [
    'a program that calls itself a PDF',
    file('MZ\u0090\u0000\u0003', 'plan.pdf'),
    'iets anders dan de naam zegt',
  ],
  [
    'a page that calls itself a PDF',
    file('<script>alert(1)</script>', 'plan.pdf'),
    'iets anders dan de naam zegt',
  ],
  ['a page', file('<!doctype html>', 'plan.html'), 'Dit soort bestand nemen wij niet aan'],
  ['an empty file', file('', 'plan.pdf'), 'Dit bestand is leeg'],
  ['a file of more than 25 MB', file(Buffer.alloc(26_214_401, PDF), 'plan.pdf'), 'hoogstens 25 MB'],
]

test.each(WRONG)(
  '%s is refused beside the field, and what was typed stays',
  async (_, wrong, says) => {
    const { here, browser, path } = await scene()
    const refused = await browser.submit(`${path}/documenten/nieuw`, {
      ...FROM,
      category: 'advice',
      title: 'Plan van aanpak',
      file: wrong,
    })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain(says)
    expect(refused.body).toContain('href="#field-file"')
    expect(refused.body).toContain('value="Plan van aanpak"')
    expect((await here.there.owner.query('select from documents')).rowCount).toBe(0)
  },
)

test('without a file the form asks for one', async () => {
  const { browser, path } = await scene()
  const again = await browser.submit(`${path}/documenten/nieuw`, {
    ...FROM,
    category: 'advice',
    title: '',
    file: file('', ''),
  })
  expect(again.status).toBe(422)
  expect(again.body).toContain('Kies een bestand.')
})

test('words are found where they stand in the dossier, and nothing of another dossier is', async () => {
  const { browser, path } = await scene()
  await browser.submit(`${path}/notities/nieuw`, NOTE)
  const found = await browser.get(`${path}/zoeken?q=AFSPRAAK`)
  expect(found.body).toContain('1 keer gevonden')
  expect(found.body).toContain(`href="${path}/notities#`)
  expect((await browser.get(`${path}/zoeken?q=bibliotheek`)).body).toContain('Niets gevonden')
})

test('details of the client are corrected and can be emptied, and mistakes keep what was typed', async () => {
  const { here, browser, path } = await scene()
  const fields = {
    givenName: 'Sanne',
    initials: 'S.',
    prefix: 'de',
    familyName: 'Wit',
    bornOn: '1984-05-09',
    email: 'sanne@example.org',
    phone: '06 12345678',
    street: 'Voorbeeldkade',
    houseNumber: '12',
    houseNumberAddition: '',
    postcode: '1234ab',
    city: 'Zutphen',
    education: '',
    career: '',
  }
  const wrong = { ...fields, email: 'geen', houseNumber: '12B', bornOn: '2984-05-09' }
  const again = await browser.submit(`${path}/gegevens`, wrong)
  expect(again.status).toBe(422)
  for (const typed of ['geen', '12B', '2984-05-09'])
    expect(again.body).toContain(`value="${typed}"`)
  expect((await browser.submit(`${path}/gegevens`, fields)).status).toBe(303)
  expect((await browser.get(path)).body).toContain('1234 AB Zutphen')
  const emptied = { ...fields, bornOn: '', houseNumber: '' }
  expect((await browser.submit(`${path}/gegevens`, emptied)).status).toBe(303)
  const { rows } = await here.there.owner.query('select born_on, house_number from profiles')
  expect(rows).toEqual([{ born_on: null, house_number: null }])
})
