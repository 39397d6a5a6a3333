import { expect, test, vi } from 'vitest'
import { registry } from '#world/registry.ts'
import { Browser, siteOf } from '#world/site.ts'

const HEAD =
  'Studentnummer;Voornaam;Achternaam;Geboortedatum;E-mail;Opleiding;Werkgever;School;Startdatum;Opmerking'
const WHERE = 'IC-1;Ziekenhuis Voorbeeld;Academie Voorbeeld;01-09-2025'
const LIST = `${HEAD}
1;Eva;Vos;01-02-1990;eva@example.org;${WHERE};rustig
2;Bo;Mol;03-04-1985;;${WHERE};
3;E.;Vos;01-02-1990;;${WHERE};
4;;Kok;;;${WHERE};
`
const sheet = (text: string): File => new File([text], 'lijst.csv')

/** The page once nothing goes on any more. */
async function settled(browser: Browser): Promise<string> {
  return vi.waitFor(async () => {
    const { body } = await browser.get('/register/inlezen/lijst')
    expect(body).not.toContain('data-waiting')
    return body
  }, 15_000)
}

test('a register is looked at, taken over, known again, and who may be there twice is looked at', async () => {
  const { there, registrar, employer } = await registry()
  const browser = new Browser(siteOf(there), registrar)
  expect((await browser.submit('/register/inlezen', {})).body).toContain('Kies een bestand')
  expect((await browser.submit('/register/inlezen', { file: sheet(LIST) })).to).toBe(
    '/register/inlezen/lijst',
  )
  const report = await settled(browser)
  expect(report).toContain('Er is nog niets bewaard')
  expect(report).toContain('De geboortedatum ontbreekt.')
  expect(report).toContain('value="left-out" selected')
  expect(report).not.toMatch(/Mol|eva@|rustig/)
  expect((await there.owner.query('select from dossiers')).rowCount).toBe(0)

  await browser.submit('/register/inlezen/lijst', { step: 'carry-out' })
  expect(await settled(browser)).toContain('De lijst is overgenomen')
  expect((await there.owner.query('select from registrants')).rowCount).toBe(3)
  expect((await browser.get('/register/inlezen')).body).toContain('Klaar')

  await browser.submit('/register/inlezen', { file: sheet(LIST) })
  expect(await settled(browser)).toContain('Deze lijst is al overgenomen')

  const pairs = (await browser.get('/register/dubbelen')).body
  expect(pairs).toContain('Dezelfde naam en geboortedatum')
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(pairs)?.[1] ?? ''
  const pair = { one: field('one'), other: field('other') }
  await browser.submit('/register/dubbelen', { ...pair, decision: 'same' })
  expect((await browser.get('/register/dubbelen')).body).toContain('Niets na te kijken')
  expect((await there.owner.query('select distinct person_id from dossiers')).rowCount).toBe(2)

  const outsider = new Browser(siteOf(there), employer)
  for (const path of ['/register/inlezen', '/register/inlezen/lijst', '/register/dubbelen']) {
    expect((await outsider.get(path)).status).toBe(404)
  }
})
