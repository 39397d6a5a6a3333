import { createHash } from 'node:crypto'
import type { Authority } from '#kernel/authority.ts'
import { connectStore } from '#store/connect.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import type { BenchInstallation } from './installation.ts'

/** The organisation that keeps a register. */
export const REGISTER = 'registry'

/** How much a register holds. */
export interface RegisterSize {
  readonly persons: number
  /** Three quarters of them graduated, with a diploma. */
  readonly registrations: number
  /** Students of the largest institution. */
  readonly largest: number
  /** Of those, enrolments that wait for it. */
  readonly waiting: number
}

/** As large as a register of a whole country. */
export const WHOLE: RegisterSize = {
  persons: 250_000,
  registrations: 400_000,
  largest: 20_000,
  waiting: 4_000,
}

const SMALLEST = 20
const INSTITUTIONS = 400
const INSTITUTES = 40
const PROGRAMMES = 40
const KEYS_AT_ONCE = 5_000

/** Who can be asked for: by whom the register is looked at. */
export type Viewer = 'largest' | 'smallest' | 'registrar'

const ACCOUNTS: readonly Viewer[] = ['largest', 'smallest', 'registrar']

/** A register that was loaded; everything in it follows from numbers. */
export class LoadedRegister {
  readonly size: RegisterSize

  constructor(size: RegisterSize) {
    this.size = size
  }

  dossier(n: number): string {
    return toUuid(`registration ${n}`)
  }

  party(viewer: Viewer): string {
    return toUuid(`party ${viewer}`)
  }

  authority(viewer: Viewer, activity: string): Authority {
    const session = createHash('sha256').update(`session ${viewer}`).digest()
    return { organisation: REGISTER, session, activity }
  }

  /** The first registration in training; those of the largest institution begin here. */
  get firstStudent(): number {
    return Math.floor(this.size.registrations * 0.75)
  }

  /** Registrations with an enrolment that waits for the largest institution. */
  get waiting(): string[] {
    return Array.from({ length: this.size.waiting }, (_, n) => this.dossier(this.firstStudent + n))
  }
}

/** Loads a register with sets of rows at a time. */
export async function loadRegister(
  installation: BenchInstallation,
  size: RegisterSize,
): Promise<LoadedRegister> {
  const register = new LoadedRegister(size)
  await asOwner(installation.url, async (owner) => {
    await owner.query(`set search_path to org_${REGISTER}, gestand`)
    // What is loaded is consistent by construction: triggers would only write a ledger that nobody
    // asked for.
    await owner.query('set session_replication_role = replica')
    await loadAround(owner)
    await loadPeople(owner, register)
    await loadStudents(owner, register)
    await loadVerified(owner, register)
    await loadDiplomas(owner, register)
    await owner.query('vacuum analyze')
    await owner.query('select renew_reach()')
  })
  await createKeys(installation, register)
  for (const url of [installation.url, installation.keysUrl]) {
    await asOwner(url, async (owner) => {
      await owner.query('vacuum analyze')
      await owner.query('checkpoint')
    })
  }
  return register
}

async function loadAround(owner: Owner): Promise<void> {
  await owner.query(
    `insert into programmes (id, code, name_nl, name_en)
     select md5('programme ' || n)::uuid, 'PRG-' || n, 'Opleiding ' || n, 'Programme ' || n
     from generate_series(0, ${PROGRAMMES} - 1) n`,
  )
  await owner.query(
    `insert into programme_versions (id, programme_id, number, starts_on, months)
     select md5('version ' || n)::uuid, md5('programme ' || n)::uuid, 1, '2000-01-01', 24
     from generate_series(0, ${PROGRAMMES} - 1) n`,
  )
  await owner.query(
    `with named as (
       select 'care ' || n as name, 'care' as sort from generate_series(0, ${INSTITUTIONS} - 1) n
       union all select v, 'care' from unnest($1::text[]) v
       union all select 'school ' || n, 'training' from generate_series(0, ${INSTITUTES} - 1) n),
     made as (insert into parties (id, name) select md5('party ' || name)::uuid, name from named)
     insert into institutions (party_id, sort) select md5('party ' || name)::uuid, sort from named`,
    [ACCOUNTS.filter((viewer) => viewer !== 'registrar')],
  )
  for (const viewer of ACCOUNTS) {
    const id = toUuid(`account ${viewer}`)
    await owner.query('insert into accounts (id, email, name) values ($1, $2, $3)', [
      id,
      `${viewer}@example.org`,
      viewer,
    ])
    await owner.query(
      `insert into sessions (token_hash, account_id, strong, ends_at)
       values (sha256(sha256($2::bytea)), $1, true, now() + interval '12 hours')`,
      [id, `session ${viewer}`],
    )
    if (viewer === 'registrar') {
      await owner.query(
        `with m as (insert into members (account_id, name) values ($1, 'Registrar'))
         insert into functions (account_id, function) values ($1, 'registrar')`,
        [id],
      )
    } else {
      await owner.query('insert into affiliations (party_id, account_id) values ($1, $2)', [
        toUuid(`party ${viewer}`),
        id,
      ])
    }
  }
}

async function loadPeople(owner: Owner, { size, firstStudent }: LoadedRegister): Promise<void> {
  const id = `md5('registration ' || n)::uuid`
  const person = `md5('person ' || n % ${size.persons})::uuid`
  const rows = `from generate_series(0, ${size.registrations} - 1) n`
  await owner.query(
    `insert into persons (id) select md5('person ' || n)::uuid
     from generate_series(0, ${size.persons} - 1) n`,
  )
  await owner.query(
    `insert into dossiers (id, kind, person_id, started_at)
     select ${id}, case when n < ${firstStudent} then 'professional' else 'student' end, ${person},
       now() - n % 5000 * interval '1 day' ${rows}`,
  )
  await owner.query(
    `insert into registrants (dossier_id, given_names, family_name, born_on, email, city)
     select ${id}, 'Voornaam' || p % 500, substr(md5(p::text), 1, 3) || 'naam',
       date '1960-01-01' + (p * 7919) % 14000, 'person' || p || '@example.org', 'Voorbeeldstad'
     from (select n, n % ${size.persons} as p ${rows}) r`,
  )
  await owner.query(
    `insert into registrations (dossier_id, version_id, institution_id, institute_id, starts_on,
       planned_end_on, state, state_since)
     select ${id}, md5('version ' || n % ${PROGRAMMES})::uuid,
       md5('party ' || case when s < 0 then 'care ' || n % ${INSTITUTIONS}
         when s < ${size.largest} then 'largest'
         when s < ${size.largest + SMALLEST} then 'smallest'
         else 'care ' || n % ${INSTITUTIONS} end)::uuid,
       md5('party school ' || n % ${INSTITUTES})::uuid,
       day, day + 730, case when s < 0 then 'graduated'
         when s < ${size.waiting} then 'submitted' else 'enrolled' end, day
     from (select n, n - ${firstStudent} as s, case when n < ${firstStudent}
         then date '2005-09-01' + n % 6000 else date '2024-02-01' + n % 8 * 90 end as day
      ${rows}) r`,
  )
}

async function loadStudents(owner: Owner, { size, firstStudent }: LoadedRegister): Promise<void> {
  // As long as somebody is in training; afterwards the relation has its end.
  await owner.query(
    `insert into relations (dossier_id, holder_id, relation, since, until)
     select g.dossier_id, h.holder, h.relation, g.starts_on, case when g.state = 'graduated'
       then g.planned_end_on end
     from registrations g cross join lateral (values (g.institution_id, 'employer'),
       (g.institute_id, 'institute')) as h (holder, relation)`,
  )
  await owner.query(
    `insert into submissions (id, dossier_id, about, outcome, submitted_at)
     select md5('submission ' || n)::uuid, md5('registration ' || n)::uuid, 'enrolment', 'open',
       now() - n % 40 * interval '1 day'
     from generate_series(${firstStudent}, ${firstStudent + size.waiting} - 1) n`,
  )
  await owner.query(
    `update registrations g set open_submission_id = s.id,
       waits_institution_since = s.submitted_at, waits_institute_since = s.submitted_at
     from submissions s where s.dossier_id = g.dossier_id and s.outcome = 'open'`,
  )
}

/** What both verified of everybody who graduated, as in a register of many years. */
async function loadVerified(owner: Owner, { firstStudent }: LoadedRegister): Promise<void> {
  await owner.query(
    `insert into submissions (id, dossier_id, about, outcome, submitted_at, settled_at, told_at)
     select md5('verified ' || n)::uuid, g.dossier_id, 'enrolment', 'verified', g.starts_on,
       g.starts_on + 5, g.starts_on + 5
     from generate_series(0, ${firstStudent} - 1) n
     join registrations g on g.dossier_id = md5('registration ' || n)::uuid`,
  )
  await owner.query(
    `insert into verifications
       (submission_id, dossier_id, verifier, party_id, decision, verified_at)
     select s.id, s.dossier_id, v.verifier, v.party_id, 'confirmed', s.settled_at
     from submissions s join registrations g on g.dossier_id = s.dossier_id
     cross join lateral (values ('institution', g.institution_id), ('institute', g.institute_id))
       as v (verifier, party_id)
     where s.outcome = 'verified'`,
  )
}

async function loadDiplomas(owner: Owner, { firstStudent }: LoadedRegister): Promise<void> {
  await owner.query(
    `insert into diplomas (number, serial, version_id, issued_on, dossier_id)
     select diploma_number(n + 1), n + 1, md5('version ' || n % ${PROGRAMMES})::uuid,
       g.planned_end_on, g.dossier_id
     from generate_series(0, ${firstStudent} - 1) n
     join registrations g on g.dossier_id = md5('registration ' || n)::uuid`,
  )
  await owner.query(`update diploma_series set last = ${firstStudent}`)
}

async function createKeys(
  installation: BenchInstallation,
  register: LoadedRegister,
): Promise<void> {
  const { keys, close } = connectStore(installation)
  const ids = register.waiting
  for (let at = 0; at < ids.length; at += KEYS_AT_ONCE) {
    await keys.create(REGISTER, ids.slice(at, at + KEYS_AT_ONCE))
  }
  await close()
}

function toUuid(text: string): string {
  const hex = createHash('md5').update(text).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
