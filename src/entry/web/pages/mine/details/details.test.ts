import { expect, test } from 'vitest'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

interface Home {
  readonly here: Bureau
  readonly browser: Browser
  readonly path: string
}

async function home(): Promise<Home> {
  const here = await bureau({
    profile: { street: 'Turfkade', houseNumber: 1, city: 'Westerhaven' },
  })
  const browser = new Browser(siteOf(here.there), here.client)
  return { here, browser, path: `/mijn/dossiers/${here.dossierId}/gegevens` }
}

const ADDRESS = { street: 'Nieuwstraat', houseNumber: '12', postcode: '1234ab', city: 'Ons Dorp' }

test('rei-11: the client sees what is known, and corrects how to be reached', async () => {
  const { here, browser, path } = await home()
  expect((await browser.get(path)).body).toContain('Turfkade 1, Westerhaven')
  const answer = await browser.submit(`${path}/wijzigen`, {
    email: 'nieuw@example.org',
    phone: '06 0000 0000',
    houseNumberAddition: 'a',
    ...ADDRESS,
  })
  expect(answer.to).toBe(`${path}?gedaan=saved`)
  const { body } = await browser.get(path)
  expect(body).toContain('Nieuwstraat 12a, 1234 AB Ons Dorp')
  expect(body).toContain('nieuw@example.org')
  const { client } = await here.view(here.coach, 'coaching')
  expect(client).toMatchObject({ phone: '06 0000 0000', familyName: 'Wit' })
})

test('an address can be taken away whole, and not in part', async () => {
  const { browser, path } = await home()
  const part = { ...ADDRESS, postcode: '' }
  const answer = await browser.submit(`${path}/wijzigen`, { email: '', phone: '', ...part })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('Vul het hele adres in')
  expect(answer.body).toContain('value="Nieuwstraat"')
  const none = { street: '', houseNumber: '', houseNumberAddition: '', postcode: '', city: '' }
  await browser.submit(`${path}/wijzigen`, { email: '', phone: '', ...none })
  const { body } = await browser.get(path)
  expect(body).not.toContain('Turfkade')
  expect(body).not.toContain('sanne@example.org')
})

test.each([
  ['email', 'geen-adres', 'Dit is geen e-mailadres.'],
  ['phone', 'bel mij', 'Dit is geen telefoonnummer.'],
  ['houseNumber', '12a', 'Vul alleen het getal in'],
])('a wrong %s is explained and nothing changes', async (field, value, says) => {
  const { browser, path } = await home()
  const answer = await browser.submit(`${path}/wijzigen`, { ...ADDRESS, [field]: value })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain(says)
  expect((await browser.get(path)).body).toContain('Turfkade 1, Westerhaven')
})

test('rei-12: nobody else changes it, and a name is not changed along', async () => {
  const { here, browser, path } = await home()
  const stranger = new Browser(siteOf(here.there), await here.there.account('Iemand Anders'))
  expect((await stranger.submit(`${path}/wijzigen`, ADDRESS)).status).toBe(404)
  const foreign = await browser.submit(`${path}/wijzigen`, ADDRESS, { token: 'anders' })
  expect(foreign.status).toBe(409)
  await browser.submit(`${path}/wijzigen`, { ...ADDRESS, familyName: 'Anders' })
  expect((await browser.get(path)).body).toContain('Sanne de Wit')
})

test('where the statement lets a client change less, the form asks less', async () => {
  const { here, browser, path } = await home()
  const role = `org_${here.there.organisation}__self_service`
  await here.there.owner.query(`revoke update (email, phone) on clients from ${role}`)
  await here.there.owner.query(`revoke update (street) on profiles from ${role}`)
  const { body } = await browser.get(`${path}/wijzigen`)
  expect(body).toContain('U kunt hier niets zelf wijzigen.')
  expect(body).not.toContain('name="email"')
})
