import { randomUUID } from 'node:crypto'
import { addDays, type Day, momentOn } from '#entry/demo/day.ts'
import { insertRows } from '#entry/demo/seed/insertion.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import { Opening } from '#store/opened-dossier.ts'
import type { Owner } from '#store/owner.ts'

export interface AuditLoad {
  readonly organisation: string
  readonly owner: Owner
  readonly keys: DossierKeys
  readonly today: Day
  /** The account of who keeps the register. */
  readonly registrar: string | null
  /** The account of who does audits: somebody who works here. */
  readonly auditor: string | null
}

const ATTESTATIONS = [
  ['Eerste stage', 'Twaalf weken op de afdeling, drie diensten per week.', 74],
  ['Casus', 'Een zorgplan geschreven en besproken met mijn begeleider.', 31],
  ['Toets', 'De theorietoets is gehaald; de uitslag zit bij mijn opleider.', 9],
] as const
const FINDING = 'De praktijkdagen en de begeleiding zijn goed te volgen.'
const SIGNAL = 'In het eerste jaar zijn minder praktijkdagen vastgelegd dan de eis vraagt.'
const ANSWER = 'Dank voor het bericht. De ontbrekende dagen staan in het rooster van dit najaar.'

/** Students with something in their portfolio, and those of them who were drawn for an audit. */
const KEEPERS = 24
const DRAWN = 5

interface Student {
  readonly id: string
  readonly party: string
  readonly requirement: string
}

/**
 * Portfolios, an audit that is over and one that runs, two signals of which one was answered, and
 * the numbers of last year. In the transaction under way, as the owner.
 */
export async function insertAudits(load: AuditLoad): Promise<void> {
  const { owner, auditor } = load
  const { rows } = await owner.query<Student>(
    `select r.dossier_id as id, r.institution_id as party, q.id as requirement
     from registrations r
     join programme_requirements q on q.version_id = r.version_id and q.place = 1
     where r.state = 'enrolled'
     order by exists (select from relations l join relation_words w on w.relation = l.relation
       where w.subject and l.dossier_id = r.dossier_id) desc, r.starts_on, r.dossier_id
     limit $1`,
    [KEEPERS],
  )
  for (const student of rows) await fillPortfolio(load, student)
  const [first, second] = rows
  if (first && second && auditor) {
    await owner.query('insert into functions (account_id, function) values ($1, $2)', [
      auditor,
      'audit-member',
    ])
    await audit(load, auditor, first.party, { from: -3, days: 25 })
    await audit(load, auditor, first.party, { from: -60, days: 20 })
    await signal(load, first, ANSWER)
    await signal(load, second)
  }
  await count(load)
}

async function openingOf({ organisation, keys }: AuditLoad, id: string): Promise<Opening> {
  return new Opening(organisation, id, await keys.read(organisation, id))
}

async function fillPortfolio(load: AuditLoad, { id, requirement }: Student): Promise<void> {
  const opening = await openingOf(load, id)
  await insertRows(
    load.owner,
    'portfolio_items',
    ATTESTATIONS.map(([title, words, daysAgo]) => ({
      id: randomUUID(),
      dossier_id: id,
      requirement_id: requirement,
      title: opening.seal('portfolio_items.title', title),
      words: opening.seal('portfolio_items.words', words),
      added_at: new Date(momentOn(addDays(load.today, -daysAgo), 190 + daysAgo)),
    })),
  )
}

async function audit(
  load: AuditLoad,
  auditor: string,
  party: string,
  { from, days }: { readonly from: number; readonly days: number },
): Promise<void> {
  const { owner, today, registrar } = load
  const id = randomUUID()
  const first = addDays(today, from)
  const last = addDays(first, days)
  await owner.query(
    `insert into audits (id, party_id, auditor_id, starts_on, ends_on, planned_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, party, auditor, first, last, registrar],
  )
  await insertRows(owner, 'audit_partners', [{ audit_id: id, name: 'T. Leider' }])
  const { rows } = await owner.query<{ id: string }>(
    `insert into audit_students (audit_id, dossier_id)
     select $1, dossier_id from registrations where institution_id = $2 and state = 'enrolled'
     order by exists (select from audit_students d where d.dossier_id = registrations.dossier_id),
       not exists (select from portfolio_items p where p.dossier_id = registrations.dossier_id),
       dossier_id limit $3 returning dossier_id as id`,
    [id, party, DRAWN],
  )
  await owner.query(
    `insert into portfolio_requests (dossier_id, party_id, audit_id, starts_on, ends_on, asked_by)
     select dossier_id, $2, $1, $3, $4, $5 from audit_students where audit_id = $1`,
    [id, party, first, last, registrar],
  )
  if (last < today) {
    for (const { id: dossier } of rows) await judge(load, { id, auditor, dossier })
    return
  }
  await owner.query(
    `select relate_until(s.dossier_id, $2, 'auditor', $4::date, $5::date),
       relate_until(s.dossier_id, $3, 'portfolio-viewer', $4::date, $5::date)
     from audit_students s where s.audit_id = $1`,
    [id, auditor, party, first, last],
  )
}

async function judge(
  load: AuditLoad,
  {
    id,
    auditor,
    dossier,
  }: { readonly id: string; readonly auditor: string; readonly dossier: string },
): Promise<void> {
  const opening = await openingOf(load, dossier)
  await insertRows(load.owner, 'audit_judgements', [
    {
      audit_id: id,
      dossier_id: dossier,
      judgement: 'in-order',
      words: opening.seal('audit_judgements.words', FINDING),
      judged_by: auditor,
    },
  ])
}

async function signal(load: AuditLoad, to: Student, answer?: string): Promise<void> {
  const { owner, registrar } = load
  const id = randomUUID()
  const opening = await openingOf(load, to.id)
  const row = { signal_id: id, dossier_id: to.id }
  await insertRows(owner, 'signals', [
    {
      id,
      dossier_id: to.id,
      requirement_id: to.requirement,
      party_id: to.party,
      sent_by: registrar,
    },
  ])
  await insertRows(owner, 'signal_words', [
    { ...row, words: opening.seal('signal_words.words', SIGNAL) },
  ])
  if (answer === undefined) return
  await insertRows(owner, 'signal_answers', [
    { ...row, words: opening.seal('signal_answers.words', answer) },
  ])
}

/** Last year by programme and institution, and by programme and age; the first went out. */
async function count({ owner, today, registrar }: AuditLoad): Promise<void> {
  const id = randomUUID()
  const year = Number(today.slice(0, 4)) - 1
  await owner.query(
    `insert into tallies (id, measure, year, smallest, rounding, asked_by)
     values ($1, 'enrolments', $2, 5, 1, $3)`,
    [id, year, registrar],
  )
  await insertRows(owner, 'tally_tables', [
    {
      tally_id: id,
      number: 1,
      recipient: 'contribution-payer',
      fields: ['programme', 'institution'],
    },
    { tally_id: id, number: 2, recipient: 'labour-market-research', fields: ['programme', 'age'] },
  ])
  await owner.query('select make_tally($1)', [id])
  await owner.query(
    'insert into tally_exports (tally_id, number, exported_by) values ($1, 1, $2)',
    [id, registrar],
  )
}
