import { dayFromNow } from '#world/days.ts'
import { expect, test } from 'vitest'
import { makeTallies } from '#modules/registry/index.ts'
import { platformOf } from '#world/platform.ts'
import { type Registry, registry } from '#world/registry.ts'
import { Browser, siteOf } from '#world/site.ts'

async function demand({ there, versionId }: Registry): Promise<string> {
  const { rows } = await there.owner.query<{ id: string }>(
    `insert into programme_requirements (version_id, place, text_nl, text_en)
     values ($1, 1, '120 dagen in de praktijk', '120 days in practice') returning id`,
    [versionId],
  )
  return rows[0]?.id ?? ''
}

test('reg-03, reg-04: portfolio, audit and signal from page to page, and the student sees it all', async () => {
  const at = await registry()
  const requirement = await demand(at)
  const { student, dossierId } = await at.inTraining()
  const auditor = await at.there.account('Ada Auditor', ['audit-member'])
  const site = siteOf(at.there)
  const [mine, desk, work, audit] = [student, at.registrar, at.employer, auditor].map(
    (who) => new Browser(site, who),
  )
  if (!mine || !desk || !work || !audit) throw new Error('four browsers')
  const own = `/mijn/registraties/${dossierId}/portfolio`
  expect((await mine.get('/mijn/portfolio')).body).toContain('Intensivecareverpleegkundige')
  expect((await mine.get(own)).body).toContain('Nog niets in dit portfolio')
  const wrong = await mine.submit(`${own}/verklaring`, { title: 'Stage' })
  expect(wrong.status).toBe(422)
  await mine.submit(`${own}/verklaring`, { title: 'Stage', text: 'Gedaan.', requirement })
  expect((await mine.get(own)).body).toContain('120 dagen in de praktijk')
  // The employer may not look yet; the registrar plans an audit.
  expect((await work.get(`/instelling/portfolios/${dossierId}`)).status).toBe(404)
  const form = {
    party: at.institutionId,
    auditor: auditor.id,
    starts: dayFromNow(0),
    ends: dayFromNow(7),
    sample: '5',
  }
  expect(
    (await desk.submit('/register/audits/nieuw', { ...form, ends: dayFromNow(-1) })).status,
  ).toBe(422)
  const planned = await desk.submit('/register/audits/nieuw', form)
  const path = planned.to?.split('?')[0] ?? ''
  expect((await desk.get(path)).body).toContain('Bakker')
  expect((await work.get('/instelling/portfolios')).body).toContain('voor een audit')
  await work.submit(`/instelling/portfolios/audits/${path.split('/').at(-1)}`, { name: 'I. Baas' })
  expect((await work.get(`/instelling/portfolios/${dossierId}`)).body).toContain('Gedaan.')
  expect((await audit.get('/audits?q=hulpdienst')).body).toContain('Geen audits gevonden')
  const audits = (await audit.get('/audits?q=ziekenhuis')).body
  expect(audits).toContain('Ziekenhuis Voorbeeld')
  const audited = `/audits/${path.split('/').at(-1)}/${dossierId}`
  expect((await audit.get(audited)).body).toContain('Gedaan.')
  await audit.submit(audited, { judgement: 'in-order', words: 'Ziet er goed uit.' })
  const seen = (await mine.get(own)).body
  expect(seen).toContain('Ziet er goed uit.')
  expect(seen).toContain('Ada Auditor')
  expect((await desk.get(`${path}/beeindigen`)).body).toContain('Deze audit nu beëindigen?')
  await desk.submit(`${path}/beeindigen`)
  expect((await audit.get(audited)).status).toBe(404)
  expect((await mine.get(own)).body).toMatch(/Kan nu kijken[^]*>nee</)
  // A signal, an answer, and the student who reads both.
  const signals = `/register/signalen/${dossierId}`
  const none = await desk.submit(signals, { words: 'Te weinig dagen.' })
  expect(none.body).toContain('Te weinig dagen.')
  await desk.submit(signals, { requirement, party: at.institutionId, words: 'Te weinig dagen.' })
  expect((await desk.get('/register/signalen?q=de+bakker')).body).toContain('Ziekenhuis Voorbeeld')
  expect((await desk.get('/register/signalen?q=hulpdienst')).body).toContain(
    'Geen signalen gevonden',
  )
  const received = (await work.get(`/instelling/signalen/${dossierId}`)).body
  const id = /name="signal"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="signal"/.exec(received)
  await work.submit(`/instelling/signalen/${dossierId}`, {
    signal: id?.[1] ?? id?.[2] ?? '',
    words: 'Wij vullen aan.',
  })
  const told = (await mine.get(`/mijn/registraties/${dossierId}/signalen`)).body
  expect(told).toContain('Te weinig dagen.')
  expect(told).toContain('Wij vullen aan.')
})

test('reg-06: a count from plan to file, and nobody else gets there', async () => {
  const at = await registry()
  await at.inTraining()
  const { owner } = at.there
  const year = new Date().getFullYear() - 1
  await owner.query(`update registrations set starts_on = make_date($1, 2, 1)`, [year])
  const desk = new Browser(siteOf(at.there), at.registrar)
  expect((await desk.get('/register/tellingen')).body).toContain('Er is nog niets geteld')
  const form = {
    measure: 'enrolments',
    year: String(year),
    smallest: '5',
    rounding: '5',
    planned: dayFromNow(0),
    recipient1: 'contribution-payer',
    fields1: ['programme', 'institution'],
  }
  const twice = { recipient2: 'labour-market-research', fields2: ['institute'] }
  const refused = await desk.submit('/register/tellingen/nieuw', { ...form, ...twice })
  expect(refused.status).toBe(409)
  expect(refused.body).toContain('van elkaar af te trekken')
  const path = (await desk.submit('/register/tellingen/nieuw', form)).to?.split('?')[0] ?? ''
  expect((await desk.get(path)).body).toContain('Telling afblazen')
  expect(await makeTallies(platformOf(at.there, 'worker'), 'registry')).toBe(1)
  // One student is too few to tell anything of.
  expect((await desk.get(path)).body).toContain('Te weinig mensen')
  expect((await desk.get(`${path}/1`)).body).toContain('Zorgbekostiging Voorbeeld')
  const file = await desk.submit(`${path}/1`, { form: 'csv' })
  expect(file.body).toBe('Opleiding,Zorginstelling,Aantal\r\n')
  const workbook = await desk.submit(`${path}/1`, { form: 'xlsx' })
  expect(workbook.headers.get('content-disposition')).toContain('.xlsx')
  expect((await desk.get(path)).body).toContain('Rik Register')
  const stranger = new Browser(siteOf(at.there), at.employer)
  expect((await stranger.get('/register/tellingen')).status).toBe(404)
  expect((await stranger.get(path)).status).toBe(404)
})
