import { expect, test } from 'vitest'
import { Browser, siteOf } from '#world/site.ts'
import { type World, world } from '#world/world.ts'

const PERSON = { kind: 'outplacement', familyName: 'Jansen' }

async function scene(): Promise<{ there: World; browser: Browser; partyId: string }> {
  const there = await world()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const partyId = await there.party('Gemeente Voorbeeldstad')
  return { there, browser: new Browser(siteOf(there), coach), partyId }
}

async function count({ owner }: World, table: string): Promise<number | null> {
  return (await owner.query(`select from ${table}`)).rowCount
}

test('rei-04: the form says why it asks, in the words of the statement', async () => {
  const { browser } = await scene()
  const form = await browser.get('/werk/nieuw')
  expect(form.body).toContain('Wij gebruiken dit voor: een opdracht aannemen en de dienst beginnen')
  expect(form.body).toContain('vijf jaar na het einde van de dienst')
})

test('mistakes are named by their fields, and everything typed stays', async () => {
  const { there, browser, partyId } = await scene()
  const typed = {
    givenName: 'Tom',
    email: 'tom@',
    phone: 'bel maar',
    bornOn: '1984-13-09',
    houseNumber: 'twaalf',
    principalId: partyId,
    newPrincipal: 'Kwekerij Het Veerhuis',
    points: 'Plant te krap.',
  }
  const again = await browser.submit('/werk/nieuw', typed)
  expect(again.status).toBe(422)
  for (const label of [
    'Soort dienst',
    'Achternaam',
    'E-mailadres',
    'Telefoonnummer',
    'Huisnummer',
  ]) {
    expect(again.body).toContain(`">${label}: `)
  }
  const { points, principalId, ...lines } = typed
  for (const value of Object.values(lines)) expect(again.body).toContain(`value="${value}"`)
  expect(again.body).toContain(points)
  expect(again.body).toContain(`value="${principalId}" selected`)
  expect(await count(there, 'dossiers')).toBe(0)
})

test('a principal is known or new, not both, and points come with how they were told', async () => {
  const { browser, partyId } = await scene()
  const both = { ...PERSON, principalId: partyId, newPrincipal: 'Kwekerij Het Veerhuis' }
  expect((await browser.submit('/werk/nieuw', both)).body).toContain('niet allebei')
  const untold = { ...PERSON, points: 'Plant te krap.' }
  expect((await browser.submit('/werk/nieuw', untold)).body).toContain('Kies hoe de opdrachtgever')
})

test('a new principal that comes with a form that is sent twice is one principal', async () => {
  const { there, browser } = await scene()
  const fields = { ...PERSON, newPrincipal: 'Kwekerij Het Veerhuis' }
  const [first, second] = await browser.twice('/werk/nieuw', fields)
  expect([first.status, second.to]).toEqual([303, first.to])
  expect(await count(there, 'parties')).toBe(2)
  expect(await count(there, 'dossiers')).toBe(1)
})

test('a service that the statement does not have is not begun', async () => {
  const { there, browser } = await scene()
  const refused = await browser.submit('/werk/nieuw', { ...PERSON, kind: 'astrology' })
  expect(refused.status).toBe(409)
  expect(await count(there, 'dossiers')).toBe(0)
})

test('who does not do intakes has no form for it', async () => {
  const { there } = await scene()
  const officer = await there.account('Olga Prins', ['officer'])
  const browser = new Browser(siteOf(there), officer)
  expect((await browser.submit('/werk/nieuw', PERSON)).status).not.toBe(303)
  expect(await count(there, 'dossiers')).toBe(0)
})
