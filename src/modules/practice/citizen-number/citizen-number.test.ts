import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { writePackage } from '#duties/package/write.ts'
import { packageOrder, Unpacked } from '#world/package.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import { closeEngagement } from '#modules/practice/closure.ts'
import { citizenNumberReads, recordCitizenNumber, showCitizenNumber } from './citizen-number.ts'
import { readCitizenNumber } from './eleven-test.ts'
import { CitizenNumberMarks } from './mark.ts'

/** Passes the eleven-test, and is given to nobody. */
const NUMBER = '999990019'

function marksOf({ there }: Bureau): CitizenNumberMarks {
  return new CitizenNumberMarks(there.installation.master)
}

function record(here: Bureau, typed = NUMBER): Promise<void> {
  return here.asCoach((tx) => recordCitizenNumber(tx, { typed, marks: marksOf(here) }))
}

test('cas-11: a number is taken when it passes the eleven-test, however it is written', () => {
  expect(readCitizenNumber('9999.90.019')).toBe(NUMBER)
  for (const wrong of ['999990018', '12345', '', '000000000', '99999001', 'abcdefghi']) {
    expect(() => readCitizenNumber(wrong)).toThrow('CITIZEN_NUMBER_WRONG')
  }
})

test('cas-11: one digit mistyped, or two beside each other swapped, is always noticed', () => {
  const digit = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), digit, (place, other) => {
      fc.pre(NUMBER[place] !== String(other))
      const typed = NUMBER.slice(0, place) + String(other) + NUMBER.slice(place + 1)
      expect(() => readCitizenNumber(typed)).toThrow('CITIZEN_NUMBER_WRONG')
    }),
  )
})

test('cas-11: it is recorded where the statement names the law, and nowhere else', async () => {
  for (const kind of ['re-integration', 're-integration-second-track']) {
    const here = await bureau({ kind })
    await record(here)
    expect(await here.asCoach(showCitizenNumber)).toBe(NUMBER)
  }
  const other = await bureau({ kind: 'outplacement' })
  await expect(record(other)).rejects.toMatchObject({ code: 'CITIZEN_NUMBER_BARRED' })
  const { rows } = await other.there.owner.query('select from citizen_numbers')
  expect(rows).toEqual([])
})

test('cas-11: with the rule taken away it could be recorded anywhere', async () => {
  const here = await bureau({ kind: 'outplacement' })
  await here.there.owner.query(
    `create or replace function may_citizen_number(to_write boolean) returns boolean
     language sql as 'select true'`,
  )
  await record(here)
  expect((await here.there.owner.query('select from citizen_numbers')).rows).toHaveLength(1)
})

test('cas-11: each time that it is shown stands in the ledger, and a client sees that', async () => {
  const here = await bureau()
  await record(here)
  await here.asCoach(showCitizenNumber)
  expect(await here.asClient(showCitizenNumber)).toBe(NUMBER)
  const { rows } = await here.there.owner.query(
    `select account_id, activity from ledger where act = 'shown' order by id`,
  )
  expect(rows).toEqual([
    { account_id: here.coach.id, activity: 'coaching' },
    { account_id: here.client.id, activity: 'self-service' },
  ])
})

test('cas-11: nobody reads it but by that act: no activity, no substitute, no list', async () => {
  const here = await bureau()
  await record(here)
  const away = await here.there.account('Marijke Boersma', ['coach'])
  await here.there.relate(away.id, here.dossierId, 'substitute')
  const { store } = here.there
  const read = store.changeDossier(away.for('substitution'), here.dossierId, showCitizenNumber)
  await expect(read).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const attacker = await here.there.attack()
  for (const activity of ['coaching', 'self_service', 'subject_access', 'oversight']) {
    await attacker.query(`set role org_reintegration__${activity}`)
    const read = attacker.query('select number from org_reintegration.citizen_numbers')
    await expect(read).rejects.toMatchObject({ code: '42501' })
    await attacker.query('reset role')
  }
})

test('cas-11: the same number is found again in what the coach reaches, and not beyond', async () => {
  const here = await bureau()
  await record(here)
  const { store } = here.there
  const other = await here.there.account('Bram Postma', ['coach'])
  const start = (who: typeof other) =>
    store.change(who.for('intake'), (tx) => tx.startDossier({ kind: 're-integration' }))
  const mine = await start(here.coach)
  const theirs = await start(other)
  const twins = async (who: typeof other, dossierId: string) => {
    await store.changeDossier(who.for('coaching'), dossierId, (tx) =>
      recordCitizenNumber(tx, { typed: NUMBER, marks: marksOf(here) }),
    )
    const reads = citizenNumberReads()
    const { answers } = await store.open(who.for('coaching'), dossierId, reads)
    return answers.numberTwins.map((twin) => twin.dossierId)
  }
  expect(await twins(here.coach, mine.dossierId)).toEqual([here.dossierId])
  expect(await twins(other, theirs.dossierId)).toEqual([])
})

test('cas-11: a dossier that is closed takes no number', async () => {
  const here = await bureau()
  await here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed' }))
  await expect(record(here)).rejects.toMatchObject({ code: 'DOSSIER_CLOSED' })
})

/** All ways in which the digits could be written: as text, hexadecimal, or base 64. */
function traces(): string[] {
  const bytes = Buffer.from(NUMBER)
  return [NUMBER, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')]
}

test('cas-11: it is in no page, address, search, mail, log, package, or row of any table', async () => {
  const here = await bureau()
  const printed: string[] = []
  for (const way of ['log', 'error', 'warn', 'info'] as const) {
    vi.spyOn(console, way).mockImplementation((...said) => void printed.push(said.join(' ')))
  }
  const site = siteOf(here.there)
  const coach = new Browser(site, here.coach)
  const client = new Browser(site, here.client)
  const path = `/werk/dossiers/${here.dossierId}`
  const seen: string[] = []
  const see = ({ to, body }: { to: string | null; body: string }) => seen.push(`${to} ${body}`)
  see(await coach.submit(`${path}/extra/burgerservicenummer`, { number: '999990018' }))
  const saved = await coach.submit(`${path}/extra/burgerservicenummer`, { number: NUMBER })
  expect(saved.status).toBe(303)
  see(saved)
  for (const page of ['', '/extra', `/zoeken?q=${NUMBER.slice(0, 4)}`, '/notities', '/wie-keek']) {
    see(await coach.get(path + page))
  }
  see(await coach.get(`/werk?zoek=999`))
  const own = `/mijn/dossiers/${here.dossierId}`
  for (const page of ['', '/inhoud', '/gegevens', '/meenemen/afdruk', '/wie-keek']) {
    see(await client.get(own + page))
  }
  const shown = await client.submit(`${own}/burgerservicenummer`)
  expect(shown.body).toContain(NUMBER)
  expect(shown.headers.get('cache-control')).toContain('no-store')
  const order = await packageOrder(here.there, here.client)
  const parts: Uint8Array[] = []
  for await (const part of writePackage(order)) parts.push(part)
  seen.push(new Unpacked(Buffer.concat(parts)).all())
  const tables = await here.there.owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('org_reintegration', 'gestand', 'pgboss')`,
  )
  for (const { name } of tables.rows) {
    const { rows } = await here.there.owner.query<{ line: string }>(
      `select t::text as line from ${name} t`,
    )
    seen.push(...rows.map(({ line }) => `${name} ${line}`))
  }
  const all = [...seen, ...printed]
  for (const trace of traces()) {
    expect(all.filter((text) => text.includes(trace)).map((text) => text.slice(0, 80))).toEqual([])
  }
  vi.restoreAllMocks()
})
