import { dayFromNow } from '#world/days.ts'
import { expect, test } from 'vitest'
import { deliver } from '#duties/recipients/delivery.ts'
import { bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

test('the officer sees every recipient, the state of its agreement, and what went out', async () => {
  const here = await bureau()
  const site = siteOf(here.there)
  const officer = await here.there.account('Olga Mol', ['officer'])
  const browser = new Browser(site, officer)
  const empty = await browser.get('/privacy/ontvangers')
  expect(empty.status).toBe(200)
  expect(empty.body).toContain('Er ging nog niets naar buiten')
  expect(empty.body).toContain('Wolkenhuis Voorbeeld')
  await here.asCoach((tx) =>
    deliver(tx, {
      recipient: 'test-administrator',
      channel: 'export',
      purpose: 'coaching',
      subject: 'clients',
      itemId: here.dossierId,
    }),
  )
  const { body } = await browser.get('/privacy/ontvangers')
  expect(body).toMatch(/Toetshuis Voorbeeld.*?Verstrekt">1</s)
  expect(body).toContain('Ilse Kramer')
  expect(body).not.toContain('Sanne')
  const other = await browser.get('/privacy/ontvangers?ontvanger=hosting&pagina=x')
  expect(other.body).toContain('Er ging nog niets naar buiten')
  const english = await new Browser(site, officer, 'en').get('/privacy/ontvangers')
  expect(english.body).toContain('Who outside the organisation gets data')
})

test('an agreement that ends within sixty days, or has ended, asks for attention', async () => {
  const here = await bureau()
  const officer = await here.there.account('Olga Mol', ['officer'])
  const ends = async (day: string) => {
    await here.there.owner.query(
      `update statements set applied_at = applied_at + interval '1 second',
         source = jsonb_set(source, '{statement.yaml}', to_jsonb(regexp_replace(
           source ->> 'statement.yaml', 'until: [0-9-]+', 'until: ' || $1::text)))`,
      [day],
    )
    return (await new Browser(siteOf(here.there), officer).get('/privacy/ontvangers')).body
  }
  const soon = dayFromNow(9)
  expect(await ends(soon)).toMatch(/Deze overeenkomsten vragen aandacht.*?Nog 10 dagen/s)
  expect(await ends('2026-10-01')).toMatch(/Deze overeenkomsten vragen aandacht.*?Verlopen/s)
})

test('nobody but the officer sees them', async () => {
  const here = await bureau()
  const site = siteOf(here.there)
  for (const functions of [['coach'], ['administrator'], ['manager'], []]) {
    const other = await here.there.account('Other', functions)
    expect((await new Browser(site, other).get('/privacy/ontvangers')).status).toBe(404)
  }
})
