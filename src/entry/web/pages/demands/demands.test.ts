import { expect, test } from 'vitest'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import type { WorldAccount } from '#world/world.ts'

interface Case {
  readonly here: Bureau
  readonly officer: WorldAccount
  readonly manager: WorldAccount
  readonly fields: Record<string, string | string[]>
  as(who: WorldAccount): Browser
}

async function demandCase(): Promise<Case> {
  const here = await bureau()
  const site = siteOf(here.there)
  const { rows } = await here.there.owner.query<{ reference: string }>(
    'select reference from dossiers',
  )
  return {
    here,
    officer: await here.there.account('Olga Mol', ['officer']),
    manager: await here.there.account('Bert Baas', ['manager']),
    as: (who) => new Browser(site, who),
    fields: {
      dossierNumber: rows[0]?.reference ?? '',
      authority: 'Politie Voorbeeldstad',
      article: 'Wetboek van Strafvordering, artikel 126nd',
      reference: 'PL-1',
      scope: 'De verslagen van 2026',
      categories: ['conversation-reports'],
      receivedOn: '2026-11-02',
      silentUntil: '',
      silenceArticle: '',
    },
  }
}

test('a demand is recorded by one, approved by another, and met by the coach with no more than that', async () => {
  const it = await demandCase()
  const { here, officer, manager, fields } = it
  const summaryId = await here.summary()
  const { to } = await it.as(officer).submit('/privacy/vorderingen/nieuw', fields)
  const path = to?.replace(/\?.*/, '') ?? ''
  expect(to).toMatch(/^\/privacy\/vorderingen\/[0-9a-f-]{36}\?gedaan=demand-recorded$/)
  const id = path.split('/').at(-1)

  const own = await it.as(officer).get(path)
  expect(own.body).toContain('Een collega beslist')
  expect(own.body).not.toContain('name="decision"')
  const decision = { decision: 'approved', reason: 'Nagegaan.' }
  const self = await it.as(officer).submit(path, decision)
  expect(self.status).toBe(409)
  expect(self.body).toContain('Iemand anders moet erover beslissen')

  const work = `/werk/dossiers/${here.dossierId}/vorderingen/${id}`
  const coach = it.as(here.coach)
  expect((await coach.get(work)).body).toContain('nog niet beslist')
  expect((await coach.get(`/werk/dossiers/${here.dossierId}/verstrekkingen`)).body).toContain(work)
  await it.as(manager).submit(path, decision)
  const open = await coach.get(work)
  expect(open.body).toContain('Samenvatting van het gesprek van 3 november 2026')
  const none = await coach.submit(work, { channel: 'letter' })
  expect(none.status).toBe(422)
  expect(none.body).toContain('Kies ten minste één stuk')
  const given = await coach.submit(work, { items: [summaryId], channel: 'letter' })
  expect(given.to).toBe(`${work}?gedaan=demand-met`)
  expect((await coach.get(work)).body).toContain('Al overhandigd')

  const mine = await it.as(here.client).get(`/mijn/dossiers/${here.dossierId}/verstrekt`)
  expect(mine.body).toContain('Politie Voorbeeldstad')
  expect(mine.body).toContain('Wij moesten dit geven')
  const { rows } = await here.there.owner.query(
    `select kind from gestand.mails where kind = 'demand-met'`,
  )
  expect(rows).toHaveLength(1)
  const list = await it.as(manager).get('/privacy/vorderingen')
  expect(list.body).toMatch(/Politie Voorbeeldstad.*?Overhandigde stukken">1</s)
})

test('while the law forbids to tell, the client sees nothing of it and gets no mail', async () => {
  const it = await demandCase()
  const { here, officer, manager, fields } = it
  const summaryId = await here.summary()
  const silent = { ...fields, silentUntil: '2099-12-31', silenceArticle: 'Sv 126bb' }
  const { to } = await it.as(officer).submit('/privacy/vorderingen/nieuw', silent)
  const path = to?.replace(/\?.*/, '') ?? ''
  await it.as(manager).submit(path, { decision: 'approved', reason: 'Nagegaan.' })
  const work = `/werk/dossiers/${here.dossierId}/vorderingen/${path.split('/').at(-1)}`
  const coach = it.as(here.coach)
  expect((await coach.get(work)).body).toContain('Vertel dit niet aan de cliënt')
  await coach.submit(work, { items: [summaryId], channel: 'letter' })
  const base = `/mijn/dossiers/${here.dossierId}`
  for (const page of ['verstrekt', 'wie-keek']) {
    const { body } = await it.as(here.client).get(`${base}/${page}`)
    expect(body).not.toMatch(/Politie|vordering|ontvanger gaan/i)
  }
  const { rows } = await here.there.owner.query(
    `select from gestand.mails where kind = 'demand-met'`,
  )
  expect(rows).toHaveLength(0)
})

test('what is missing or wrong is told at its field, and nothing typed is lost', async () => {
  const it = await demandCase()
  const officer = it.as(it.officer)
  const send = (fields: Record<string, string | string[]>) =>
    officer.submit('/privacy/vorderingen/nieuw', { ...it.fields, ...fields })
  const unknown = await send({ dossierNumber: '1999-00001' })
  expect(unknown.status).toBe(409)
  expect(unknown.body).toContain('Er is geen dossier met dit nummer')
  expect(unknown.body).toContain('value="Politie Voorbeeldstad"')
  expect((await send({ categories: [] })).body).toContain('Kies ten minste één soort')
  expect((await send({ silentUntil: '2099-01-01' })).body).toContain('allebei in')
  expect((await send({ receivedOn: '2099-01-01' })).body).toContain('niet na vandaag')
})

test('nobody but those who meet demands sees them', async () => {
  const it = await demandCase()
  for (const who of [it.here.coach, it.here.client]) {
    expect((await it.as(who).get('/privacy/vorderingen')).status).toBe(404)
    expect((await it.as(who).get('/privacy/vorderingen/nieuw')).status).toBe(404)
  }
  const english = await it.as(it.officer).get('/privacy/vorderingen')
  expect(english.body).toContain('Er is nog niets gevorderd')
})
