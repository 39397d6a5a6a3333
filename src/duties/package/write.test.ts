import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sealNote, sealWords } from '#duties/rights/request-seal.ts'
import { seal } from '#store/sealing.ts'
import { packageOf } from '#world/package.ts'
import { bureau } from '#world/practice.ts'

test('cas-18: a client gets everything in one archive, whose manifest fits what is in it', async () => {
  const one = await bureau()
  await one.summary({ body: 'Wij spraken over lassen.' })
  const unpacked = await packageOf(one.there, one.client)
  const places = [...unpacked.files.keys()]
  expect(places).toEqual(
    expect.arrayContaining(['index.html', 'index.pdf', 'package.json', 'package.schema.json']),
  )
  expect(unpacked.all()).toContain('Wij spraken over lassen.')
  const lines = unpacked.text('manifest-sha256.txt').trim().split('\n')
  expect(lines.map((line) => line.slice(66))).toEqual(
    places.filter((place) => place !== 'manifest-sha256.txt'),
  )
  for (const line of lines) {
    const bytes = unpacked.files.get(line.slice(66)) ?? new Uint8Array()
    expect(line.slice(0, 64)).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})

test('a long table is in several files, each row once', async () => {
  const one = await bureau()
  await one.there.owner.query(
    `insert into consults (dossier_id, held_on, minutes, way)
     select $1, date '2026-01-01' + n % 300, 60, 'phone' from generate_series(1, 1050) n`,
    [one.dossierId],
  )
  const unpacked = await packageOf(one.there, one.client)
  const files = [...unpacked.files.keys()].filter((place) => /\/consults(-\d)?\.json$/.test(place))
  expect(files.map((place) => place.replace(/.*\//, ''))).toEqual([
    'consults.json',
    'consults-2.json',
    'consults-3.json',
  ])
  const ids = files.flatMap((place) => {
    const { rows } = JSON.parse(unpacked.text(place)) as { rows: { id?: string }[] }
    return rows.flatMap(({ id }) => id ?? [])
  })
  expect(new Set(ids).size).toBe(1050)
  expect(ids).toHaveLength(1050)
})

test('what was let go and taken back is still held, and so in the package', async () => {
  const one = await bureau()
  const { owner } = one.there
  const partyId = await one.there.party('Bakkerij De Linde')
  const key = await one.there.keys.read(one.there.organisation, one.dossierId)
  const place = `${one.there.organisation}/${one.dossierId}/disclosed_documents.body`
  const { rows } = await owner.query<{ id: string }>(
    `insert into consent_requests (dossier_id, consent, wording, language, statement)
     values ($1, 'disclosure', '\\x', 'nl', 1) returning id`,
    [one.dossierId],
  )
  const request = rows[0]?.id
  await owner.query(`set session_replication_role = replica`)
  await owner.query(`delete from consent_requests`)
  await owner.query(
    `insert into disclosures (id, dossier_id, request_id, party_id, title, about)
     values ($1, $2, $1, $3, 'Advies', 'Sanne')`,
    [request, one.dossierId, partyId],
  )
  for (const [part, text] of ['Eerste deel, ', 'tweede deel.'].entries()) {
    await owner.query(
      `insert into disclosed_documents
       (disclosure_id, dossier_id, request_id, part, media_type, body)
       values ($1, $2, $1, $3, 'text/plain', $4)`,
      [request, one.dossierId, part, seal(key, place, text)],
    )
  }
  const unpacked = await packageOf(one.there, one.client)
  const file = [...unpacked.files.keys()].find((each) => each.endsWith('Advies.txt'))
  expect(unpacked.text(file ?? '')).toBe('Eerste deel, tweede deel.')
})

test('requests and what was answered to them are in it, in words', async () => {
  const one = await bureau()
  const { owner, keys, organisation } = one.there
  const id = randomUUID()
  const opening = await keys.make(organisation, id)
  await owner.query(
    `insert into requests (id, kind, channel, account_id, due_on, name, words)
     values ($1, 'access', 'account', $2, current_date + 30, 'Sanne', $3)`,
    [id, one.client.id, sealWords(opening, 'Ik wil alles zien.')],
  )
  await owner.query(
    `insert into request_steps (request_id, place, action, state, due_on, note)
     values ($1, 1, 'ask', 'received', current_date, $2)`,
    [id, sealNote(opening, 'Wij zoeken het op.')],
  )
  const all = (await packageOf(one.there, one.client)).all()
  expect(all).toContain('Ik wil alles zien.')
  expect(all).toContain('Wij zoeken het op.')
})
