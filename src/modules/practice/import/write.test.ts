import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Recognition } from '#duties/erasure/recognition.ts'
import { TraceSeal } from '#duties/erasure/trace.ts'
import { caseloadReads, readCaseload } from '#modules/practice/caseload.ts'
import { WHOLE } from '#store/erasure-register.ts'
import { outcomes } from '#world/outcomes.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { readClientList } from './client-list.ts'
import { explainOutcome, type ImportOutcome } from './outcome.ts'
import type { ImportRow } from './row.ts'
import { importClients, type ImportOptions } from './write.ts'

const TODAY = '2026-11-23'
const HEADINGS =
  'Achternaam;Tussenvoegsel;Voorletters;E-mail;Geboortedatum;Huisnummer;Dienst;Opdrachtgever;E-mail coach;Startdatum;Einddatum;Kenmerk'

function rowsOf(...lines: readonly string[]): readonly ImportRow[] {
  const list = readClientList(Buffer.from([HEADINGS, ...lines].join('\n')), { today: TODAY })
  expect(list.problems.filter((each) => each.severity === 'error')).toEqual([])
  return list.rows
}

const WIT =
  'Wit;de;S.;sanne@example.org;29-02-1984;12;Outplacement;Zorggroep Voorbeeld;;01-10-2026;;WVP-1'
const BERG = 'Berg;van der;J.;jan@example.org;;;Re-integratie;zorggroep voorbeeld;;;;'

interface Office {
  readonly there: World
  readonly coach: WorldAccount
}

async function office(): Promise<Office> {
  const there = await world()
  return { there, coach: await there.account('Coach', ['coach']) }
}

function bring(
  { there, coach }: Office,
  rows: readonly ImportRow[],
  options: Partial<ImportOptions> = {},
): Promise<ImportOutcome> {
  return importClients(there.store, coach.for('intake'), rows, { today: TODAY, ...options })
}

async function names({ there, coach }: Office, account = coach): Promise<(string | undefined)[]> {
  const access = await there.store.access(there.organisation, 'coaching')
  const answers = await there.store.list(account.for('coaching'), 'caseload', caseloadReads(access))
  return readCaseload(answers).rows.map((row) => row.name?.familyName)
}

async function count({ there }: Office, table: string): Promise<number> {
  const { rows } = await there.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)
  return rows[0]?.n ?? -1
}

test('whoever was erased on request before comes in with a warning, in a dry run too', async () => {
  const at = await office()
  const { register, organisation, installation } = at.there
  const traces = new TraceSeal(installation.master)
  const marks = traces.marks(organisation, ['email|sanne@example.org'])
  const gone = { personId: null, accountId: null, part: WHOLE, cause: 'request' }
  const [id, dossierId] = [randomUUID(), randomUUID()]
  const trace = { erasureId: id, sealed: Buffer.from('sealed'), marks }
  await register.register(organisation, [{ id, dossierId, ...gone }], [trace])
  const recognition = new Recognition(register, installation.master)
  const { rows } = await bring(at, rowsOf(WIT, BERG), {
    dryRun: true,
    erasedAmong: (newcomers) => recognition.erasedAmong(organisation, newcomers),
  })
  expect(rows.map((row) => row.outcome === 'new' && row.erasedOn !== undefined)).toEqual([
    true,
    false,
  ])
  expect(rows.map((row) => explainOutcome(row).nl !== '')).toEqual([true, false])
})

const summary = ({ rows }: ImportOutcome): string[] =>
  rows.map((row) => (row.outcome === 'new' ? 'new' : row.code))

test('a list comes in as clients, with their principal, whose services are not active yet', async () => {
  const at = await office()
  const outcome = await bring(at, rowsOf(WIT, BERG))
  expect(outcome).toMatchObject({ stored: true, rows: [{ outcome: 'new' }, { outcome: 'new' }] })
  expect(await names(at)).toEqual(['Berg', 'Wit'])
  expect(await count(at, 'parties')).toBe(1)
  expect(await count(at, 'activations')).toBe(0)
  const { rows } = await at.there.owner.query(
    `select c.prefix, p.born_on, p.house_number, d.kind, e.ordered_on, e.order_reference
     from clients c join profiles p using (dossier_id) join engagements e using (dossier_id)
     join dossiers d on d.id = c.dossier_id where c.family_name = 'Wit'`,
  )
  expect(rows).toEqual([
    {
      prefix: 'de',
      born_on: '1984-02-29',
      house_number: 12,
      kind: 'outplacement',
      ordered_on: '2026-10-01',
      order_reference: 'WVP-1',
    },
  ])
})

test('a dry run tells the same and writes nothing', async () => {
  const at = await office()
  const rows = rowsOf(WIT, BERG, 'Oud;;O.;;;;Outplacement;;;01-01-2025;01-02-2026;')
  const dry = await bring(at, rows, { dryRun: true })
  expect(dry.stored).toBe(false)
  expect([await count(at, 'dossiers'), await count(at, 'parties')]).toEqual([0, 0])
  const real = await bring(at, rows)
  expect(real).toEqual({ ...dry, stored: true })
  const { rows: references } = await at.there.owner.query<{ reference: string }>(
    'select reference from dossiers order by 1',
  )
  expect(references.map((row) => row.reference.slice(5))).toEqual(['00001', '00002'])
})

test('nothing comes in when a row is refused', async () => {
  const at = await office()
  const unread = 'Jansen;;P.;geen-adres;;;Outplacement;;;;;'
  const outcome = await bring(at, rowsOf(WIT, unread))
  expect(outcome.stored).toBe(false)
  expect(summary(outcome)).toEqual(['new', 'ROW_UNREAD'])
  expect(await count(at, 'dossiers')).toBe(0)
})

async function rename({ there }: Office, { id }: WorldAccount, email: string): Promise<void> {
  await there.owner.query('update gestand.accounts set email = $2 where id = $1', [id, email])
}

test('a row that names somebody who is no coach here, or left, is refused', async () => {
  const at = await office()
  const clerk = await at.there.account('Piet Kas', ['officer'])
  const gone = await at.there.account('Weg Gegaan', ['coach'])
  await rename(at, clerk, 'piet@example.org')
  await rename(at, gone, 'weg@example.org')
  await at.there.owner.query('update members set left_at = now() where account_id = $1', [gone.id])
  for (const email of ['piet@example.org', 'weg@example.org']) {
    const rows = rowsOf(`Bos;;B.;;;;Outplacement;;${email};;;`)
    expect(summary(await bring(at, rows))).toEqual(['COACH_UNKNOWN'])
  }
})

test('a row goes to the coach that it names, and is refused when nobody is', async () => {
  const at = await office()
  const other = await at.there.account('Other coach', ['coach'])
  const rows = rowsOf(WIT, 'Bos;;B.;;;;Outplacement;;Tom@Example.org;;;')
  expect(summary(await bring(at, rows))).toEqual(['new', 'COACH_UNKNOWN'])
  await rename(at, other, 'Tom@example.org')
  await bring(at, rows)
  expect([await names(at), await names(at, other)]).toEqual([['Wit'], ['Bos']])
})

test('the same list twice is once, also for clients of other coaches', async () => {
  const at = await office()
  const other = await at.there.account('Other coach', ['coach'])
  await rename(at, other, 'tom@example.org')
  const rows = rowsOf(WIT, 'Bos;;B.;;;;Outplacement;;tom@example.org;;;')
  await bring(at, rows)
  const again = await bring(at, rows)
  expect(summary(again)).toEqual(['ROW_IMPORTED', 'ROW_IMPORTED'])
  expect(await count(at, 'dossiers')).toBe(2)
})

test('the same list at the same moment is once', async () => {
  const at = await office()
  const rows = rowsOf(WIT, BERG)
  const both = await outcomes([bring(at, rows), bring(at, rows)])
  expect(both).toContain('done')
  expect(await count(at, 'dossiers')).toBe(2)
})

test('a client who is known is left out, a namesake and another service are not', async () => {
  const at = await office()
  await bring(at, rowsOf(WIT, BERG))
  const outcome = await bring(
    at,
    rowsOf(
      'De Wit;;Sanne;SANNE@example.org;;;Outplacement;;;;;',
      'Wit;de;S.;sanne@example.org;;;Loopbaancheck;;;;;',
      'Wit;de;S.;simone@example.org;;;Outplacement;;;;;',
      'Wit;de;T.;;;;Outplacement;;;;;',
    ),
  )
  expect(outcome.rows.map(({ line: _, ...row }) => row)).toEqual([
    { outcome: 'left-out', code: 'CLIENT_KNOWN' },
    { outcome: 'new', knownPerson: true },
    { outcome: 'new', knownPerson: false },
    { outcome: 'new', knownPerson: false },
  ])
  expect(await count(at, 'persons')).toBe(4)
})

test('a service that the statement does not declare is refused', async () => {
  const at = await office()
  await at.there.owner.query(
    `update statements set applied_at = now(), source = jsonb_set(source, '{statement.yaml}',
       to_jsonb(replace(source ->> 'statement.yaml', '  outplacement: {}', '')))`,
  )
  expect(summary(await bring(at, rowsOf(WIT)))).toEqual(['SERVICE_NOT_DECLARED'])
})

test('who may start no dossiers imports nothing', async () => {
  const at = await office()
  const administrator = await at.there.account('Admin', ['administrator'])
  const rows = rowsOf(WIT)
  for (const dryRun of [true, false]) {
    const tried = bring({ ...at, coach: administrator }, rows, { dryRun })
    await expect(tried).rejects.toMatchObject({ code: 'DOSSIER_NOT_STARTED' })
  }
  expect(await count(at, 'dossiers')).toBe(0)
})

test('each client that came in is in the ledger, by whoever imported', async () => {
  const at = await office()
  await bring(at, rowsOf(WIT, BERG))
  const { rows } = await at.there.owner.query(
    `select act, count(*)::int from ledger where account_id = $1 and act = 'started' group by act`,
    [at.coach.id],
  )
  expect(rows).toEqual([{ act: 'started', count: 2 }])
})

test('a long list comes in whole', async () => {
  const at = await office()
  const rows = rowsOf(
    ...Array.from({ length: 1_000 }, (_, n) => {
      const letters = String(n).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))
      return `Bak${letters}ker;;C.;c${n}@example.org;;;Outplacement;Firma ${n % 40};;;;R-${n}`
    }),
  )
  expect((await bring(at, rows)).stored).toBe(true)
  expect([await count(at, 'clients'), await count(at, 'parties')]).toEqual([1_000, 40])
})
