import { expect, test } from 'vitest'
import { VisitLog } from '#duties/page-visits/visit-log.ts'
import { createApp } from '#entry/web/app.tsx'
import { platformOf } from '#world/platform.ts'
import { Browser, siteOf } from '#world/site.ts'
import { world } from '#world/world.ts'

test('reg-11: what visitors see is counted, told to who runs the site, and to nobody else', async () => {
  const there = await world('registry')
  const visits = new VisitLog(platformOf(there, 'accounts'))
  const site = { ...siteOf(there), visits }
  const [registrar, officer] = [
    await there.account('Rik Register', ['registrar']),
    await there.account('Hanna Wachter', ['officer']),
  ]
  const desk = new Browser(site, registrar)
  expect((await desk.get('/bezoekcijfers')).body).toContain('Nog geen bezoek')
  const headers = { host: 'localhost', 'user-agent': 'Firefox' }
  for (const path of ['/', '/verklaring', '/verklaring']) {
    await createApp(site).request(`http://localhost${path}`, { headers })
  }
  await visits.flush()
  const told = (await desk.get('/bezoekcijfers?dagen=7')).body
  expect(told).toMatch(/Bekeken pagina’s[\s\S]{0,100}|3[\s\S]{0,100}Bekeken/)
  expect(told).toMatch(/De privacyverklaring[\s\S]{0,200}2/)
  expect((await desk.get('/bezoekcijfers?dagen=365')).status).toBe(200)
  expect((await new Browser(site, officer).get('/bezoekcijfers')).status).toBe(404)
  expect((await new Browser(site).get('/bezoekcijfers')).to ?? '').not.toBe('/bezoekcijfers')
  const without = siteOf(await world())
  expect((await new Browser(without).get('/cookies')).body).toContain('Wij tellen geen bezoek')
})
