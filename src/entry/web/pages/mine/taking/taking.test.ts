import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { addDocument, receiveFile, writeNote } from '#modules/practice/index.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

async function filled(): Promise<Bureau> {
  const here = await bureau()
  await here.summary({ body: 'Wij spraken over uw uren.' })
  const file = await receiveFile(Readable.from([Buffer.from('het plan')]), 'plan.txt')
  await here.asCoach(async (tx) => {
    const shared = { category: 'advice', source: 'own', channel: 'email' } as const
    await writeNote(tx, { ...shared, body: 'Notitie <b>één</b>.' })
    await addDocument(tx, { id: randomUUID(), title: 'Plan: 1/2', file, ...shared })
    await addDocument(tx, { id: randomUUID(), title: 'Plan: 1/2', file, ...shared })
  })
  return here
}

test('rei-02: the page says what the file holds, and where it is fetched', async () => {
  const here = await filled()
  const browser = new Browser(siteOf(here.there), here.client)
  const path = `/mijn/dossiers/${here.dossierId}/meenemen`
  const { body } = await browser.get(path)
  expect(body).toContain('2 documenten zoals ze in het dossier staan')
  expect(body).toContain('1 samenvatting')
  expect(body).toContain('href="/mijn/alles"')
  expect(body).toContain('/verklaring#rei-02')
  expect((await browser.get(`${path}/afdruk`)).body).toContain('Wij spraken over uw uren.')
})
