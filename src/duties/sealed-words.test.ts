import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { runErasures } from '#duties/erasure/erasing.ts'
import { seeToTerms } from '#duties/register/terms.ts'
import { Outbox } from '#jobs/outbox.ts'
import { Opening } from '#store/opened-dossier.ts'
import { accountsOf } from '#world/accounts.ts'
import { bureau, type Bureau, runCheck } from '#world/bureau.ts'
import { erasingOf } from '#world/erasing.ts'
import { WORLD_MASTER } from '#world/master.ts'
import type { World } from '#world/world.ts'
import { findComplaint, listComplaints, listHearings } from './complaints/complaint.ts'
import { enterComplaint, lodgeComplaint, makeComplaint } from './complaints/entry.ts'
import { decideComplaint, hearSide } from './complaints/handling.ts'
import {
  assessIncident,
  closeIncident,
  decideIncident,
  notifyIncident,
  reportIncident,
} from './incidents/handling.ts'
import {
  findClosure,
  findIncident,
  listAssessments,
  listDecisions,
  listNotices,
} from './incidents/incident.ts'

const POST = { outbox: new Outbox(WORLD_MASTER), organisation: 'Bureau De Brug' }

/** In all that is typed here, and nowhere else. */
const MARK = 'kwetterdraad'

function typed(where: string): string {
  return `${MARK} ${where} met genoeg letters erbij`
}

/** What a complaint and an incident are made of: all of it typed by somebody. */
const COMPLAINT = {
  name: typed('naam'),
  subject: typed('onderwerp'),
  words: typed('klacht'),
  wish: typed('wens'),
}
const ASSESSED = { who: typed('wie'), consequences: typed('gevolg'), measures: typed('maatregel') }
const OUTCOME = { reasons: typed('redenen'), measures: typed('wat wij doen') }
const NOTICE = {
  words: typed('brief'),
  lateReason: typed('waarom laat'),
  reference: typed('nummer'),
}

interface Filled extends Bureau {
  readonly officer: Awaited<ReturnType<World['account']>>
  readonly complaintId: string
  readonly incidentId: string
}

/** Types in every field that complaints and incidents have, by every door. */
async function fill(): Promise<Filled> {
  const at = await bureau()
  const { there, client } = at
  const { store, keys, organisation } = there
  const officer = await there.account('Ruben Smit', ['officer'])
  const [complaintId, incidentId] = [randomUUID(), randomUUID()]
  const own = { ...COMPLAINT, id: complaintId, accountId: client.id, language: 'nl', about: [] }
  await store.change(client.for('self-service'), (tx) =>
    makeComplaint(tx, { ...own, language: 'nl' }, POST),
  )
  const reached = { email: null, address: typed('adres'), language: 'nl', about: [] } as const
  const entered = { ...COMPLAINT, ...reached, channel: 'letter', receivedOn: '2026-11-02' } as const
  const parts = { accounts: accountsOf(there).accounts, keys }
  const lodged = { ...COMPLAINT, ...reached, id: randomUUID() }
  await lodgeComplaint(parts, { organisation, address: '192.0.2.7' }, lodged, POST)
  const handle = store.change.bind(store, officer.for('complaint-handling'))
  await handle((tx) => enterComplaint(tx, { ...entered, id: randomUUID() }, POST))
  const heard = { complaintId, side: 'complainant', way: 'phone', words: typed('gehoord') } as const
  await handle((tx) => hearSide(tx, { ...heard, id: randomUUID() }))
  await handle((tx) => decideComplaint(tx, { complaintId, outcome: 'founded', ...OUTCOME }, POST))
  await store.change(officer.for('incident-reporting'), (tx) =>
    reportIncident(
      tx,
      { id: incidentId, what: typed('incident'), discoveredAt: new Date(Date.now() - 1000) },
      POST,
    ),
  )
  const see = store.change.bind(store, officer.for('incident-handling'))
  const judged = { severity: 'high', nature: ['integrity'], affected: 1, data: [] } as const
  const step = () => ({ id: randomUUID(), incidentId })
  await see((tx) => assessIncident(tx, { ...step(), ...judged, ...ASSESSED }))
  const decided = { toAuthority: true, toPersons: false, reasons: typed('besluit') }
  await see((tx) => decideIncident(tx, { ...step(), ...decided }))
  const letter = { ...NOTICE, audience: 'authority', language: 'nl' } as const
  await see((tx) => notifyIncident(tx, { ...step(), ...letter }))
  await see((tx) => closeIncident(tx, incidentId, typed('les')))
  return { ...at, officer, complaintId, incidentId }
}

/** Which columns tell a word, in whatever type, to whoever has a copy of the database. */
async function tellingColumns({ owner, organisation }: World): Promise<string[]> {
  const { rows } = await owner.query<{ schema: string; table: string; column: string }>(
    `select n.nspname as schema, c.relname as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ($1, 'gestand', 'gestand_jobs') and c.relkind in ('r', 'p', 'm')
       and a.attnum > 0 and not a.attisdropped`,
    [`org_${organisation}`],
  )
  const hex = Buffer.from(MARK).toString('hex')
  const looks = rows.map(
    ({ schema, table, column }) =>
      `select '${table}.${column}' as place where exists (select from "${schema}"."${table}" t
         where t."${column}"::text ~ '${MARK}|${hex}')`,
  )
  const found = await owner.query<{ place: string }>(looks.join(' union all ') + ' order by 1')
  return found.rows.map(({ place }) => place)
}

afterEach(() => {
  vi.restoreAllMocks()
})

test('who handles complaints and incidents reads what was typed, and a copy of the database tells none of it', async () => {
  const { there, officer, complaintId, incidentId, ...at } = await fill()
  const { complaint, heard, all } = await there.store.list(
    officer.for('complaint-handling'),
    'complaint',
    {
      complaint: findComplaint(complaintId),
      heard: listHearings(complaintId),
      all: listComplaints,
    },
  )
  expect(complaint).toMatchObject([{ ...COMPLAINT, ...OUTCOME, address: '' }])
  expect(heard).toMatchObject([{ words: typed('gehoord') }])
  expect(all.map(({ subject }) => subject)).toEqual(Array(3).fill(COMPLAINT.subject))
  const incident = await there.store.list(officer.for('incident-handling'), 'incident', {
    found: findIncident(incidentId),
    assessed: listAssessments(incidentId),
    decided: listDecisions(incidentId),
    notices: listNotices(incidentId),
    closed: findClosure(incidentId),
  })
  expect(incident).toMatchObject({
    found: [{ what: typed('incident') }],
    assessed: [ASSESSED],
    decided: [{ reasons: typed('besluit') }],
    notices: [NOTICE],
    closed: [{ lessons: typed('les') }],
  })
  expect(await tellingColumns(there)).toEqual([])
  expect((await runCheck({ there, ...at }, 'content-sealed')).codes).toEqual([])
})

test('without sealing a copy of the database would tell every word', async () => {
  vi.spyOn(Opening.prototype, 'seal').mockImplementation((_, plain) => Buffer.from(plain))
  vi.spyOn(Opening.prototype, 'unseal').mockImplementation((_, sealed) => sealed.toString())
  const at = await fill()
  expect(await tellingColumns(at.there)).toEqual([
    'complaint_hearings.words',
    'complaint_outcomes.measures',
    'complaint_outcomes.reasons',
    'complaints.address',
    'complaints.name',
    'complaints.subject',
    'complaints.wish',
    'complaints.words',
    'incident_assessments.consequences',
    'incident_assessments.measures',
    'incident_assessments.who',
    'incident_closures.lessons',
    'incident_decisions.reasons',
    'incident_notices.late_reason',
    'incident_notices.reference',
    'incident_notices.words',
    'incidents.what',
  ])
  expect((await runCheck(at, 'content-sealed')).codes).toContain('NOT_SEALED')
})

test('a complaint and an incident go at the end of their term, and their keys with them', async () => {
  const { there, worker, complaintId, incidentId } = await fill()
  const { owner, organisation, register } = there
  const ids = [complaintId, incidentId].toSorted()
  const keysLeft = async () => (await register.listKeys(organisation, ids)).toSorted()
  const goes = async () => {
    await seeToTerms(worker, POST.outbox, { id: organisation, title: 'Bureau De Brug' })
    await runErasures(erasingOf(there), organisation)
  }
  await goes()
  expect(await keysLeft()).toEqual(ids)
  // Guard taken away: what goes leaves its key behind.
  await owner.query('alter table incidents disable trigger spend_key')
  await owner.query(`update complaint_outcomes set decided_at = now() - interval '9 years'`)
  await owner.query(`update incident_closures set closed_at = now() - interval '9 years'`)
  await goes()
  expect(await keysLeft()).toEqual([incidentId])
  const { rows } = await owner.query('select from incidents')
  expect(rows).toEqual([])
})

test('of a complaint whose key is gone nothing is told, and the others stay readable', async () => {
  const { there, officer, complaintId } = await fill()
  await there.keys.destroy(there.organisation, complaintId)
  const { all } = await there.store.list(officer.for('complaint-handling'), 'complaints', {
    all: listComplaints,
  })
  const subjects = new Map(all.map(({ id, subject }) => [id, subject]))
  expect(subjects.get(complaintId)).toBe('–')
  subjects.delete(complaintId)
  expect([...subjects.values()]).toEqual([COMPLAINT.subject, COMPLAINT.subject])
})
