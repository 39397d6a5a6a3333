import { expect, test } from 'vitest'
import { closeEngagement } from '#modules/practice/index.ts'
import { bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

test('a client adds a document: sealed, from the client, and read by the coach', async () => {
  const here = await bureau()
  const browser = new Browser(siteOf(here.there), here.client)
  const path = `/mijn/dossiers/${here.dossierId}`
  expect((await browser.get(`${path}/inhoud`)).body).toContain(`${path}/documenten/nieuw`)
  expect((await browser.get(`${path}/documenten/nieuw`)).body).toContain('Mijn coach en ik')
  const file = new File(['Mijn cv'], 'cv.txt')
  const fields = { file, category: 'education-career' }
  for (const sent of await browser.twice(`${path}/documenten/nieuw`, fields)) {
    expect(sent.to).toBe(`${path}/inhoud?gedaan=document-added`)
  }
  const { rows } = await here.there.owner.query(
    'select source, channel, category, added_by from documents',
  )
  const added = { source: 'client', channel: 'website', category: 'education-career' }
  expect(rows).toEqual([{ ...added, added_by: here.client.id }])
  const stored = await here.there.owner.query<{ body: Buffer }>(
    'select body from document_contents',
  )
  expect(stored.rows[0]?.body.includes('Mijn cv')).toBe(false)
  expect((await here.view(here.coach, 'coaching')).documents).toMatchObject([{ title: 'cv' }])
})

test('what the statement lets clients not write, or is no document, is refused', async () => {
  const here = await bureau()
  const browser = new Browser(siteOf(here.there), here.client)
  const path = `/mijn/dossiers/${here.dossierId}/documenten/nieuw`
  const file = new File(['Mijn cv'], 'cv.txt')
  const barred = await browser.submit(path, { file, category: 'test-results' })
  expect(barred.status).toBe(409)
  const disguised = new File(['Mijn cv'], 'cv.pdf')
  const refused = await browser.submit(path, { file: disguised, category: 'education-career' })
  expect(refused.body).toContain('is iets anders dan de naam zegt')
  expect((await browser.submit(path, { category: 'education-career' })).status).toBe(422)
  await here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed' }))
  expect((await browser.get(path)).status).toBe(404)
  expect((await here.there.owner.query('select from documents')).rowCount).toBe(0)
})
