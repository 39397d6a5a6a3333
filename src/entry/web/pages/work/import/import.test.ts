import { expect, test } from 'vitest'
import { Browser, siteOf } from '#world/site.ts'
import { type World, world } from '#world/world.ts'

const HEAD = 'Voorletters;Tussenvoegsel;Achternaam;E-mail;Dienst;Startdatum;Opmerking'
const GOOD = `${HEAD}
J.;van der;Meer;j.vandermeer@example.org;2e spoor;01-02-2026;hoi
A.;;Kok;a.kok@example.org;Outplacement;2026-03-01;
`
const WRONG = `${GOOD}P.;;Bos;geen adres;Loopbaancheck;31-02-2026;\n`

async function scene(): Promise<{ there: World; browser: Browser }> {
  const there = await world()
  const coach = await there.account('Ilse Kramer', ['coach'])
  return { there, browser: new Browser(siteOf(there), coach) }
}

function sheet(text: string): File {
  return new File([text], 'lijst.csv')
}

/** The hidden fields and chosen options of the form that came back. */
function formOf(body: string): Record<string, string> {
  const content = /name="content" value="([^"]*)"/.exec(body)?.[1] ?? ''
  const columns = [...body.matchAll(/<select[^>]*name="(kolom-\w+)".*?<\/select>/gs)].map(
    (field) => {
      const [whole, name = ''] = field
      return [name, /<option value="([^"]*)" selected/.exec(whole)?.[1] ?? ''] as const
    },
  )
  return { content, ...Object.fromEntries(columns) }
}

async function count({ owner }: World): Promise<number | null> {
  return (await owner.query('select from dossiers')).rowCount
}

test('a list is shown before anything is stored, then comes in whole, and twice is once', async () => {
  const { there, browser } = await scene()
  const review = await browser.submit('/werk/inlezen', { file: sheet(GOOD) })
  expect(review.body).toContain('Er is nog niets bewaard')
  expect(review.body).toContain('Meer, J. van der')
  expect(await count(there)).toBe(0)
  const fields = { ...formOf(review.body), step: 'carry-out' }
  expect(fields).toMatchObject({ 'kolom-C': 'familyName', 'kolom-G': 'left-out' })
  const done = await browser.submit('/werk/inlezen', fields)
  expect(done.status).toBe(200)
  expect(done.body).toContain('De lijst is ingelezen')
  expect(await count(there)).toBe(2)
  const again = await browser.submit('/werk/inlezen', fields)
  expect(again.body).toContain('al eerder geïmporteerd')
  expect(await count(there)).toBe(2)
  expect((await browser.get('/werk?staat=intake')).body).toContain('Meer, J. van der')
})

test('one row that cannot come in keeps all out, and says on which line', async () => {
  const { there, browser } = await scene()
  const review = await browser.submit('/werk/inlezen', { file: sheet(WRONG) })
  expect(review.body).toContain('komt er geen enkele rij binnen')
  expect(review.body).toContain('Deze datum bestaat niet.')
  expect(review.body).not.toContain('value="carry-out"')
  const forced = { ...formOf(review.body), step: 'carry-out' }
  expect((await browser.submit('/werk/inlezen', forced)).status).toBe(422)
  expect(await count(there)).toBe(0)
})

test('what a column is used for can be chosen, and the list need not be sent again', async () => {
  const { browser } = await scene()
  const review = await browser.submit('/werk/inlezen', { file: sheet(WRONG) })
  const chosen = { ...formOf(review.body), 'kolom-D': 'left-out', 'kolom-F': 'left-out' }
  const better = await browser.submit('/werk/inlezen', { ...chosen, step: 'check' })
  expect(better.body).toContain('value="carry-out"')
  expect(formOf(better.body)).toMatchObject({ 'kolom-D': 'left-out', 'kolom-F': 'left-out' })
})

test('a workbook, an empty file, no file and a broken form each get a page that says what to do', async () => {
  const { browser } = await scene()
  const workbook = new File([new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2])], 'lijst.xlsx')
  expect((await browser.submit('/werk/inlezen', { file: workbook })).body).toContain(
    'Ander bestand',
  )
  expect((await browser.submit('/werk/inlezen', { file: sheet('') })).body).toContain(
    'Dit bestand is leeg',
  )
  expect((await browser.submit('/werk/inlezen', {})).body).toContain('Kies een bestand')
  const broken = await browser.submit('/werk/inlezen', { content: 'geen lijst' })
  expect([broken.status, broken.body.includes('Kies een bestand')]).toEqual([422, true])
})

test('who may not start a dossier imports nothing', async () => {
  const { there } = await scene()
  const officer = await there.account('Olga Prins', ['officer'])
  const browser = new Browser(siteOf(there), officer)
  expect((await browser.submit('/werk/inlezen', { file: sheet(GOOD) })).status).not.toBe(200)
  expect(await count(there)).toBe(0)
})
