import { expect, test } from 'vitest'
import { type Graduates, graduates } from '#world/graduates.ts'
import { Browser, siteOf } from '#world/site.ts'

test('a diploma from application to a stranger who checks it', async () => {
  const register = await graduates({ withKey: false })
  const { there, registrar } = register
  const student = await register.student({ verified: false, applied: false })
  const site = siteOf(there)
  const [holder, desk, stranger] = [
    new Browser(site, student.account),
    new Browser(site, registrar),
    new Browser(site),
  ]
  expect((await holder.get('/mijn/diplomas')).body).toContain('U hebt nog geen diploma')
  const applied = await holder.submit(`/mijn/diplomas/${student.dossierId}/aanvragen`)
  expect(applied.to).toBe('/mijn/diplomas?gedaan=diploma-applied')
  expect((await holder.get('/mijn/diplomas')).body).toContain('Wordt gecontroleerd')
  expect((await desk.get('/register/diplomas')).body).toContain('Er ligt niets klaar')
  await student.verify()
  expect((await desk.get('/register/diplomas')).body).toMatch(/nog geen sleutel[\s\S]*Sanne de Wit/)
  expect((await desk.submit('/register/diplomas', { dossier: student.dossierId })).body).toContain(
    'heeft nog geen sleutel',
  )
  expect((await desk.submit('/register/diplomas/sleutels')).to).toContain('key-renewed')
  const issued = await desk.submit('/register/diplomas', { dossier: student.dossierId })
  expect(issued.body).toContain('1 diploma uitgegeven')
  const number = await numberIn(register)
  expect((await desk.get(`/register/diplomas/uitgegeven?q=${number}`)).body).toContain(
    '000 000 013',
  )

  const own = `/mijn/diplomas/${student.dossierId}/${number}`
  expect((await holder.get('/mijn/diplomas')).body).toContain(own)
  expect((await holder.get(own)).body).toMatch(/Sanne de Wit[\s\S]*Ziekenhuis Noord/)
  const pdf = await holder.download(`${own}/diploma-nl.pdf`)
  const json = await holder.download(`${own}/diploma.json`)
  const check = (bytes: Uint8Array<ArrayBuffer>) =>
    stranger.submit('/diploma', { file: new File([bytes], 'diploma') })
  for (const file of [pdf, json])
    expect((await check(file)).body).toContain('Dit diploma is geldig')
  expect(
    (await check(Uint8Array.from(pdf, (byte, at) => (at === 900 ? byte ^ 1 : byte)))).body,
  ).toContain('Dit bestand is veranderd')
  expect((await check(new Uint8Array([1]))).body).toContain('Dit is geen diploma van ons')

  const found = await stranger.submit('/diploma', { number: '000 000 013' })
  expect(found.to).toBe(`/uitgevers/registry/diploma/${number}`)
  const shown = await stranger.get(found.to ?? '')
  expect(shown.body).toContain('Dit diploma is geldig')
  for (const secret of ['Sanne', 'Dialyse', '1999']) expect(shown.body).not.toContain(secret)
  expect((await stranger.get('/uitgevers/registry/diploma/000000021')).body).toContain('kennen wij')
  const slip = await stranger.submit('/diploma', { number: '000 000 031' })
  expect(slip.body).toContain('Kijk of u een cijfer verkeerd overnam')
  expect(slip.body).toContain('000 000 031')
  const did = await stranger.get('/uitgevers/registry/did.json')
  expect(JSON.parse(did.body)).toMatchObject({ id: 'did:web:localhost:uitgevers:registry' })
  expect(did.headers.get('access-control-allow-origin')).toBe('*')
  expect((await stranger.get('/uitgevers/registry/ingetrokken/0')).body).toContain('encodedList')

  const page = `/register/diplomas/${student.dossierId}/${number}`
  expect((await desk.submit(page, { reason: 'mistaken' })).to).toContain('diploma-revoked')
  expect((await check(json)).body).toContain('Dit diploma is ingetrokken')
  expect((await holder.get(own)).body).toContain('ten onrechte uitgegeven')
})

test('a holder shows a diploma by a link, sees how often, and ends it', async () => {
  const register = await graduates()
  const student = await register.student()
  const number = await student.issue()
  const site = siteOf(register.there)
  const [holder, stranger] = [new Browser(site, student.account), new Browser(site)]
  const own = `/mijn/diplomas/${student.dossierId}/${number}`
  expect((await holder.submit(own, { days: '4' })).status).toBe(422)
  const made = await holder.submit(own, { days: '30' })
  const link = /\/uitgevers\/registry\/gedeeld\/[\w-]{43}/.exec(made.body)?.[0] ?? ''
  const shared = (await stranger.get(link)).body
  for (const fact of ['Sanne de Wit', 'Dialyseverpleegkundige', '000 000 013']) {
    expect(shared).toContain(fact)
  }
  expect(shared).not.toContain('1999')
  const { rows } = await register.there.owner.query<{ id: string; looks: number; copy: Buffer }>(
    'select id, looks, copy from diploma_shares',
  )
  expect(rows).toMatchObject([{ looks: 1 }])
  expect(rows[0]?.copy.includes('Sanne')).toBe(false)
  expect((await holder.submit(`${own}/links/${rows[0]?.id ?? ''}/stoppen`)).to).toContain(
    'share-ended',
  )
  expect((await stranger.get(link)).status).toBe(404)
  expect((await holder.get(own)).body).toContain('Gestopt')
})

async function numberIn({ there }: Graduates): Promise<string> {
  const { rows } = await there.owner.query<{ number: string }>('select number from diplomas')
  return rows[0]?.number ?? ''
}
