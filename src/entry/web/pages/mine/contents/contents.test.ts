import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { addDocument, receiveFile, writeNote } from '#modules/practice/index.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

const TEXT = 'Plan van aanpak: drie ochtenden.'

async function document(here: Bureau, name = 'plan.txt', content = TEXT): Promise<string> {
  const file = await receiveFile(Readable.from([Buffer.from(content)]), name)
  return here.asCoach((tx) =>
    addDocument(tx, {
      id: randomUUID(),
      category: 'advice',
      title: 'Plan “één”',
      source: 'third-party',
      sourceName: 'Werkplein Voorbeeld',
      channel: 'email',
      file,
    }),
  )
}

function clientOf({ there, client }: Bureau, language: 'nl' | 'en' = 'nl'): Browser {
  return new Browser(siteOf(there), client, language)
}

test('rei-05: points of the principal are marked as such, from the start', async () => {
  const points = { body: 'Overzicht houden bij drukte.', channel: 'phone' } as const
  const here = await bureau({ active: false, points })
  const { body } = await clientOf(here).get(`/mijn/dossiers/${here.dossierId}/inhoud`)
  expect(body).toContain('Overzicht houden bij drukte.')
  expect(body).toContain('Van de opdrachtgever')
  expect(body).toContain('van de opdrachtgever, via telefoon')
})

test('rei-11: the client reads all that stands in the file, with who wrote it and from whom it came', async () => {
  const here = await bureau({ profile: { education: 'Mbo Verzorgende' } })
  await here.asCoach((tx) =>
    writeNote(tx, {
      category: 'conversation-reports',
      body: 'Let op het tempo.',
      source: 'own',
      channel: 'conversation',
    }),
  )
  await here.summary()
  const id = await document(here)
  const path = `/mijn/dossiers/${here.dossierId}`
  const { body } = await clientOf(here).get(`${path}/inhoud`)
  const parts = ['Let op het tempo.', 'Ilse Kramer', 'Mbo Verzorgende', '3 november 2026']
  for (const part of parts) expect(body).toContain(part)
  expect(body).toContain(`href="${path}/documenten/${id}"`)
  expect(body).toContain('/verklaring#rei-11')
  const english = await clientOf(here, 'en').get(`${path}/inhoud`)
  expect(english.body).toContain('Conversation reports')
})

test('notes come by twenty', async () => {
  const here = await bureau()
  await here.asCoach(async (tx) => {
    for (let rank = 1; rank <= 21; rank += 1) {
      const note = { category: 'advice', source: 'own', channel: 'phone' } as const
      await writeNote(tx, { ...note, body: `notitie nummer ${rank}.` })
    }
  })
  const path = `/mijn/dossiers/${here.dossierId}/inhoud`
  const count = (body: string) => body.match(/notitie nummer/g)?.length
  expect(count((await clientOf(here).get(path)).body)).toBe(20)
  expect(count((await clientOf(here).get(`${path}?notities=2`)).body)).toBe(1)
  expect(count((await clientOf(here).get(`${path}?notities=99`)).body)).toBe(1)
  expect(count((await clientOf(here).get(`${path}?notities=x`)).body)).toBe(20)
})

test('a document is shown as it is, and kept under its title when that is asked', async () => {
  const here = await bureau()
  const id = await document(here)
  const path = `/mijn/dossiers/${here.dossierId}/documenten/${id}`
  const shown = await clientOf(here).get(path)
  expect(shown.body).toBe(TEXT)
  expect(shown.headers.get('content-type')).toBe('text/plain')
  expect(shown.headers.get('content-disposition')).toMatch(/^inline; /)
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
  const kept = await clientOf(here).get(`${path}?bewaren`)
  expect(kept.headers.get('content-disposition')).toBe(
    `attachment; filename="Plan een.txt"; filename*=UTF-8''Plan%20%E2%80%9C%C3%A9%C3%A9n%E2%80%9D.txt`,
  )
})

test('rei-12: nobody else gets a document, and none of another dossier is given', async () => {
  const here = await bureau()
  const id = await document(here)
  const path = `/mijn/dossiers/${here.dossierId}/documenten`
  const stranger = new Browser(siteOf(here.there), await here.there.account('Iemand Anders'))
  expect((await stranger.get(`${path}/${id}`)).status).toBe(404)
  expect((await new Browser(siteOf(here.there), here.coach).get(`${path}/${id}`)).status).toBe(404)
  expect((await clientOf(here).get(`${path}/${randomUUID()}`)).status).toBe(404)
})

test('where the statement gives the activity less, the page shows less', async () => {
  const here = await bureau()
  await document(here)
  const { there, dossierId } = here
  const role = `org_${there.organisation}__self_service`
  await there.owner.query(`revoke all on documents, ledger, profiles from ${role}`)
  const path = `/mijn/dossiers/${dossierId}`
  const { status, body } = await clientOf(here).get(`${path}/inhoud`)
  expect(status).toBe(200)
  for (const part of ['Documenten', 'Wie keek', 'Gegevens van de intake']) {
    expect(body).not.toContain(part)
  }
  expect(body).toContain('Notities')
  expect((await clientOf(here).get(`${path}/wie-keek`)).status).toBe(404)
  expect((await clientOf(here).get(`${path}/meenemen/afdruk`)).status).toBe(200)
})
