import { randomUUID } from 'node:crypto'
import { addDays, type Day, momentOn } from '#entry/demo/day.ts'
import { insertRows } from '#entry/demo/seed/insertion.ts'
import { Opening } from '#store/opened-dossier.ts'
import type { Owner } from '#store/owner.ts'
import { accountOf, type Ids, REGISTER_ORGANISATION, type RegisterLoad } from './load.ts'
import { STUDENT_PEOPLE } from './people.ts'
import type { RegisterLine } from './register.ts'

/** How long before the end of the training a diploma is applied for. */
const APPLIED_DAYS = 30

export async function insertRegistrations(
  { owner, today }: RegisterLoad,
  ids: Ids,
  lines: readonly RegisterLine[],
): Promise<void> {
  await insertRows(
    owner,
    'persons',
    lines.map(({ personId }) => ({ id: personId, created_at: new Date(momentOn(today, 0)) })),
  )
  await insertRows(
    owner,
    'dossiers',
    lines.map(({ id, personId, startsOn }, place) => ({
      id,
      kind: 'student',
      person_id: personId,
      reference: `${startsOn.slice(0, 4)}-${String(place + 1).padStart(5, '0')}`,
      started_at: new Date(momentOn(startsOn, 0)),
    })),
  )
  await owner.query(`select setval('dossier_numbers', $1)`, [lines.length + 1])
  await insertRows(
    owner,
    'relations',
    STUDENT_PEOPLE.flatMap(({ email, about }) => {
      const line = lines.find(({ givenNames, familyName }) =>
        isNamed(email, givenNames, familyName),
      )
      const holder = ids.accounts.get(email)
      return line && holder && about
        ? [{ dossier_id: line.id, holder_id: holder, relation: 'registrant' }]
        : []
    }),
  )
  await insertRows(
    owner,
    'registrations',
    lines.map((line) => ({
      dossier_id: line.id,
      version_id: ids.versions[line.programme] ?? '',
      institution_id: ids.parties[line.institution] ?? '',
      institute_id: ids.parties[line.institute] ?? '',
      announced_name:
        line.state === 'invited'
          ? [line.givenNames, line.prefix, line.familyName].filter(Boolean).join(' ')
          : null,
      starts_on: line.startsOn,
      planned_end_on: line.plannedEndOn,
      state: line.state === 'invited' ? 'invited' : 'submitted',
      state_since: new Date(momentOn(line.startsOn, 60)),
      form_id: randomUUID(),
    })),
  )
  await insertRegistrants(owner, lines)
}

async function insertRegistrants(owner: Owner, lines: readonly RegisterLine[]): Promise<void> {
  const entered = lines.filter(({ state }) => state !== 'invited')
  await insertRows(
    owner,
    'registrants',
    entered.map((line) => ({
      dossier_id: line.id,
      given_names: line.givenNames,
      prefix: line.prefix,
      family_name: line.familyName,
      born_on: line.bornOn,
      birth_place: line.city,
      email: line.email,
      street: line.street,
      house_number: line.houseNumber,
      postcode: '0000 AA',
      city: line.city,
      entered_at: new Date(momentOn(line.startsOn, 60)),
    })),
  )
}

function isNamed(email: string, givenNames: string, familyName: string): boolean {
  const plain = email.split('@')[0] ?? ''
  return plain.startsWith(givenNames.toLowerCase()) && plain.endsWith(familyName.toLowerCase())
}

/** What was submitted, and what both said of it. */
export async function insertSubmissions(
  { owner, keys }: RegisterLoad,
  ids: Ids,
  lines: readonly RegisterLine[],
): Promise<void> {
  const submitted = lines
    .filter(({ state }) => state !== 'invited')
    .map((line) => ({ ...line, submission: randomUUID() }))
  await insertRows(
    owner,
    'submissions',
    submitted.map((line) => ({
      id: line.submission,
      dossier_id: line.id,
      about: 'enrolment',
      submitted_at: new Date(momentOn(line.startsOn, 75)),
    })),
  )
  const said = (line: (typeof submitted)[number], verifier: 'institution' | 'institute') => ({
    submission_id: line.submission,
    dossier_id: line.id,
    verifier,
    decision: line.state === 'rejected' ? 'rejected' : 'confirmed',
    verified_by: accountOf(ids, verifier === 'institution' ? line.institution : line.institute),
    verified_at: new Date(momentOn(addDays(line.startsOn, 5), 90)),
  })
  const first = submitted.filter(
    ({ state, verified }) => state !== 'submitted' || verified === 'institution',
  )
  const second = submitted.filter(({ state }) => state !== 'submitted' && state !== 'rejected')
  for (const line of first.filter(({ state }) => state === 'rejected')) {
    const opening = new Opening(
      REGISTER_ORGANISATION,
      line.id,
      await keys.read(REGISTER_ORGANISATION, line.id),
    )
    const reason = 'De begindatum is bij ons een andere: kijk nog eens in uw contract.'
    await insertRows(owner, 'rejections', [
      {
        submission_id: line.submission,
        verifier: 'institution',
        dossier_id: line.id,
        reason: opening.seal('rejections.reason', reason),
      },
    ])
  }
  await insertRows(
    owner,
    'verifications',
    first.map((line) => said(line, 'institution')),
  )
  await insertRows(
    owner,
    'verifications',
    second.map((line) => said(line, 'institute')),
  )
  await owner.query(
    `update submissions set settled_at = submitted_at + interval '5 days',
       told_at = submitted_at + interval '5 days'
     where settled_at is not null`,
  )
}

/** What happened after training began: interruptions, endings and diplomas. */
export async function moveOn(
  { owner, today }: RegisterLoad,
  ids: Ids,
  lines: readonly RegisterLine[],
): Promise<void> {
  const stopped = lines.filter(({ state }) => state === 'interrupted')
  await insertRows(
    owner,
    'interruptions',
    stopped.map(({ id }) => ({ dossier_id: id, starts_on: addDays(today, -40), ends_on: null })),
  )
  await owner.query('select move_registration(id, $2) from unnest($1::uuid[]) id', [
    stopped.map(({ id }) => id),
    'interrupt',
  ])
  const ended = lines.filter(({ state }) => state === 'ended')
  await insertRows(
    owner,
    'endings',
    ended.map(({ id, startsOn }) => ({ dossier_id: id, ended_on: addDays(startsOn, 150) })),
  )
  await owner.query('select move_registration(id, $2) from unnest($1::uuid[]) id', [
    ended.map(({ id }) => id),
    'end',
  ])
  const graduates = lines
    .filter(({ state }) => state === 'graduated')
    .map((line) => ({ ...line, endedOn: soonest(line.plannedEndOn, addDays(today, -7)) }))
    .toSorted((a, b) => a.endedOn.localeCompare(b.endedOn))
  await applyForDiplomas(owner, ids, graduates)
  for (const { id, programme, endedOn } of graduates) {
    await insertRows(owner, 'diplomas', [
      { version_id: ids.versions[programme] ?? '', issued_on: endedOn, dossier_id: id },
    ])
  }
  // By hand: whoever issues a diploma in the activity for it does so by a trigger.
  await owner.query('select graduate(id) from unnest($1::uuid[]) id', [
    graduates.map(({ id }) => id),
  ])
  await owner.query(
    `update relations r set until = d.issued_on from diplomas d
     where d.dossier_id = r.dossier_id and r.relation in ('employer', 'institute')`,
  )
  await owner.query(
    `update events e set occurred_at = case e.event
       when 'training.started' then g.starts_on else least(g.planned_end_on, gestand.today()) end
     from registrations g where g.dossier_id = e.dossier_id`,
  )
}

function soonest(one: Day, other: Day): Day {
  return one < other ? one : other
}

interface Graduate extends RegisterLine {
  readonly endedOn: Day
}

/** Each applied some weeks before the end, and both verified that. */
async function applyForDiplomas(
  owner: Owner,
  ids: Ids,
  graduates: readonly Graduate[],
): Promise<void> {
  const applied = graduates.map((line) => ({ ...line, submission: randomUUID() }))
  const on = ({ endedOn }: Graduate, days: number): Date =>
    new Date(momentOn(addDays(endedOn, days - APPLIED_DAYS), 75))
  await insertRows(
    owner,
    'submissions',
    applied.map((line) => ({
      id: line.submission,
      dossier_id: line.id,
      about: 'diploma',
      submitted_at: on(line, 0),
    })),
  )
  for (const verifier of ['institution', 'institute'] as const) {
    await insertRows(
      owner,
      'verifications',
      applied.map((line) => ({
        submission_id: line.submission,
        dossier_id: line.id,
        verifier,
        decision: 'confirmed',
        verified_by: accountOf(ids, line[verifier]),
        verified_at: on(line, 6),
      })),
    )
  }
  await owner.query(
    `update submissions set settled_at = submitted_at + interval '6 days',
       told_at = submitted_at + interval '6 days'
     where about = 'diploma' and settled_at is not null`,
  )
}
