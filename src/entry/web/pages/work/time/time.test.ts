import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

const SPENT = { day: '2026-11-03', time: '1:30', kind: 'report', billable: 'on', remark: 'Plan' }

test('rei-09, baken-09: time is recorded, corrected, told to the client and printed as a form', async () => {
  const here = await bureau()
  const coach = new Browser(siteOf(here.there), here.coach)
  const path = `/werk/dossiers/${here.dossierId}/uren`
  const formId = randomUUID()
  for (const sent of await coach.twice(path, SPENT, formId)) expect(sent.status).toBe(303)
  const changed = await coach.submit(`${path}/${formId}`, { ...SPENT, time: '45' })
  expect(changed.to).toBe(`${path}?gedaan=saved`)
  const seen = await coach.get(path)
  expect(seen.body).toContain('0:45')
  expect(seen.body).toContain('Wat er eerder stond')
  const client = new Browser(siteOf(here.there), here.client)
  const own = await client.get(`/mijn/dossiers/${here.dossierId}/uren`)
  expect(own.body).toContain('0:45')
  expect(own.body).not.toContain('Tijd vastleggen')
  const form = await client.get(`/mijn/dossiers/${here.dossierId}/uren/formulier.pdf`)
  expect(form.headers.get('content-type')).toBe('application/pdf')
})

test('a week takes quick entries, and says beside the field what is wrong', async () => {
  const here = await bureau()
  const coach = new Browser(siteOf(here.there), here.coach)
  const wrong = await coach.submit('/werk/uren', { ...SPENT, client: here.dossierId, time: 'lang' })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('zoals 1:30')
  expect(wrong.body).toContain('value="lang"')
  const ahead = { ...SPENT, client: here.dossierId, day: '2100-01-01' }
  expect((await coach.submit('/werk/uren', ahead)).body).toContain('nog niet geweest')
  const sent = await coach.submit('/werk/uren', { ...SPENT, client: here.dossierId })
  expect(sent.to).toBe('/werk/uren?week=2026-11-02&gedaan=saved')
  expect((await coach.get('/werk/uren?week=2026-11-02')).body).toContain('1:30')
  const client = new Browser(siteOf(here.there), here.client)
  expect((await client.get('/werk/uren?week=2026-11-02')).body).not.toContain('1:30')
})

test('rei-07: printing asks where the print goes, and is recorded before there is something to print', async () => {
  const here = await bureau()
  const coach = new Browser(siteOf(here.there), here.coach)
  const path = `/werk/dossiers/${here.dossierId}`
  const summaryId = await here.summary({ body: 'Wij spraken over werk.' })
  await coach.submit(`${path}/papier`, { move: 'placed', place: 'Kast 1' })
  const print = `${path}/afdrukken/summary/${summaryId}`
  expect((await coach.get(print)).body).not.toContain('Wij spraken over werk.')
  const formId = randomUUID()
  const fields = { went: 'file', title: 'Samenvatting' }
  for (const sent of await coach.twice(print, fields, formId)) {
    expect(sent.to).toBe(`${path}/afdruk/${formId}`)
  }
  expect((await coach.get(`${path}/afdruk/${formId}`)).body).toContain('Wij spraken over werk.')
  const client = new Browser(siteOf(here.there), here.client)
  const own = await client.get(`/mijn/dossiers/${here.dossierId}/papier`)
  expect(own.body).toContain('Kast 1')
  expect((await coach.get('/werk/papier')).body).toContain('Kast 1')
})

test('rei-09, baken-09: a message that is dropped stands with the client, who reads it as text', async () => {
  const here = await bureau()
  const coach = new Browser(siteOf(here.there), here.coach)
  const path = `/werk/dossiers/${here.dossierId}/post`
  const eml = 'From: a@example.org\r\nSubject: <b>Hoi</b>\r\n\r\nTot morgen <script>\r\n'
  const file = new File([eml], 'bericht.eml')
  expect((await coach.submit(path, { file })).to).toBe(`${path}?gedaan=saved`)
  const { rows } = await here.there.owner.query<{ id: string }>('select id from filed_mails')
  const client = new Browser(siteOf(here.there), here.client)
  const own = await client.get(`/mijn/dossiers/${here.dossierId}/post/${rows[0]?.id ?? ''}`)
  expect(own.body).toContain('Tot morgen &lt;script&gt;')
  const wrong = await coach.submit(path, { file: new File(['niets'], 'bericht.eml') })
  expect(wrong.status).toBe(409)
})
