import { randomUUID } from 'node:crypto'
import { AccountSeal } from '#accounts/account-seal.ts'
import { hashPassword } from '#accounts/password.ts'
import { DEMO_PASSWORD, DEMO_SECRET } from '#entry/demo/account.ts'
import { addDays, type Day, momentOn } from '#entry/demo/day.ts'
import { insertRows } from '#entry/demo/seed/insertion.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import type { MasterKey } from '#store/master-key.ts'
import { Opening } from '#store/opened-dossier.ts'
import type { Owner } from '#store/owner.ts'
import { insertImports } from './imports.ts'
import { signDiplomas } from './diplomas.ts'
import { INSTITUTION_PEOPLE, INSTITUTIONS, REGISTER_STAFF, STUDENT_PEOPLE } from './people.ts'
import { PROGRAMMES, REQUIREMENTS } from './programmes.ts'
import { type RegisterLine, registerOn } from './register.ts'
import { insertSurveys } from './surveys.ts'

/** The third organisation of the demonstration. */
export const REGISTER_ORGANISATION = 'registry'
const REGISTER_NAME = 'Zorgopleidingsregister'

export interface RegisterLoad {
  readonly owner: Owner
  readonly keys: DossierKeys
  readonly master: MasterKey
  readonly today: Day
  /** Where software of others finds the register. */
  readonly publicUrl: string
}

interface Ids {
  readonly parties: readonly string[]
  readonly programmes: readonly string[]
  readonly versions: readonly string[]
  /** Accounts by email address. */
  readonly accounts: ReadonlyMap<string, string>
}

/**
 * Fills the register: people, programmes, institutions with their accreditations, and three hundred
 * registrations in every state. In the transaction under way, as the owner.
 */
export async function fillRegister(load: RegisterLoad): Promise<void> {
  const { lines, accreditations } = registerOn(load.today)
  const ids: Ids = {
    parties: INSTITUTIONS.map(() => randomUUID()),
    programmes: PROGRAMMES.map(() => randomUUID()),
    versions: PROGRAMMES.map(() => randomUUID()),
    accounts: new Map(everybody().map(({ email }) => [email, randomUUID()])),
  }
  await insertAccounts(load, ids)
  await insertProgrammes(load.owner, ids)
  await insertInstitutions(load.owner, ids)
  await insertAccreditations(load, ids, accreditations)
  await load.keys.create(
    REGISTER_ORGANISATION,
    lines.map(({ id }) => id),
  )
  await insertRegistrations(load, ids, lines)
  await insertSubmissions(load, ids, lines)
  await moveOn(load, ids, lines)
  await signDiplomas({ ...load, organisation: REGISTER_ORGANISATION, name: REGISTER_NAME })
  await insertLooks(load, ids, lines)
  await insertImports(load.owner, load.today)
  const registrar = ids.accounts.get(REGISTER_STAFF[0]?.email ?? '') ?? null
  await insertSurveys({ ...load, organisation: REGISTER_ORGANISATION, registrar })
}

function everybody() {
  return [...REGISTER_STAFF, ...INSTITUTION_PEOPLE, ...STUDENT_PEOPLE]
}

async function insertAccounts({ owner, master, today }: RegisterLoad, ids: Ids): Promise<void> {
  const seal = new AccountSeal(master)
  const hashed = await hashPassword(DEMO_PASSWORD)
  const since = new Date(momentOn(addDays(today, -900), 0))
  const people = everybody().map((each) => ({ ...each, id: ids.accounts.get(each.email) ?? '' }))
  await insertRows(
    owner,
    'gestand.accounts',
    people.map(({ id, email, name }) => ({ id, email, name, language: 'nl', created_at: since })),
  )
  await insertRows(
    owner,
    'gestand.passwords',
    people.map(({ id }) => ({
      account_id: id,
      sealed: seal.seal('password', id, hashed),
      master: seal.masterId,
      changed_at: since,
    })),
  )
  const staff = people.filter(({ functions }) => functions.length > 0)
  await insertRows(
    owner,
    'gestand.second_factors',
    staff.map(({ id }) => ({
      account_id: id,
      sealed: seal.seal('second-factor', id, DEMO_SECRET),
      master: seal.masterId,
      last_step: 0,
      since,
    })),
  )
  await insertRows(
    owner,
    'members',
    staff.map(({ id, name, about }) => ({ account_id: id, name, title: about.nl })),
  )
  await insertRows(
    owner,
    'functions',
    staff.flatMap(({ id, functions }) =>
      functions.map((word) => ({ account_id: id, function: word, since })),
    ),
  )
}

async function insertProgrammes(owner: Owner, ids: Ids): Promise<void> {
  await insertRows(
    owner,
    'programmes',
    PROGRAMMES.map(({ code, nl, en }, place) => ({
      id: ids.programmes[place] ?? '',
      code,
      name_nl: nl,
      name_en: en,
    })),
  )
  await insertRows(
    owner,
    'programme_versions',
    PROGRAMMES.map(({ months }, place) => ({
      id: ids.versions[place] ?? '',
      programme_id: ids.programmes[place] ?? '',
      number: 1,
      starts_on: '2018-01-01',
      months,
    })),
  )
  await insertRows(
    owner,
    'programme_requirements',
    ids.versions.flatMap((version_id) =>
      REQUIREMENTS.map(({ nl, en }, place) => ({
        id: randomUUID(),
        version_id,
        place: place + 1,
        text_nl: nl,
        text_en: en,
      })),
    ),
  )
}

/** The first who acts for an institution becomes its administrator. */
async function insertInstitutions(owner: Owner, ids: Ids): Promise<void> {
  await insertRows(
    owner,
    'parties',
    INSTITUTIONS.map(({ name }, place) => ({
      id: ids.parties[place] ?? '',
      name,
      email: `opleidingen@instelling${place + 1}.example.org`,
    })),
  )
  await insertRows(
    owner,
    'institutions',
    INSTITUTIONS.map(({ sort, city }, place) => ({
      party_id: ids.parties[place] ?? '',
      sort,
      city,
    })),
  )
  for (const { email, institution = 0 } of INSTITUTION_PEOPLE) {
    await insertRows(owner, 'affiliations', [
      { party_id: ids.parties[institution] ?? '', account_id: ids.accounts.get(email) ?? '' },
    ])
  }
}

async function insertAccreditations(
  { owner, today }: RegisterLoad,
  ids: Ids,
  accreditations: ReturnType<typeof registerOn>['accreditations'],
): Promise<void> {
  await insertRows(
    owner,
    'accreditations',
    accreditations.map(({ id, programme, institution, state }) => ({
      id,
      party_id: ids.parties[institution] ?? '',
      programme_id: ids.programmes[programme] ?? '',
      applied_on: addDays(today, state === 'applied' ? -21 : -1500),
    })),
  )
  const visited = accreditations.filter(({ state }) => state !== 'applied')
  await insertRows(
    owner,
    'accreditation_visits',
    visited.map(({ id }) => ({
      id: randomUUID(),
      accreditation_id: id,
      visited_on: addDays(today, -1460),
      found: 'De begeleiding op de afdeling is goed geregeld.',
    })),
  )
  await insertRows(
    owner,
    'accreditation_decisions',
    visited.map(({ id, state }) => ({
      accreditation_id: id,
      decision: state === 'refused' ? 'refused' : 'granted',
      starts_on: state === 'refused' ? null : addDays(today, -1400),
      ends_on:
        state === 'refused' ? null : state === 'ending' ? addDays(today, 90) : addDays(today, 900),
      reason: state === 'refused' ? 'Er zijn nu te weinig werkbegeleiders.' : '',
    })),
  )
}

async function insertRegistrations(
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
async function insertSubmissions(
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
    `update submissions set settled_at = submitted_at + interval '5 days'
     where settled_at is not null`,
  )
}

function accountOf(ids: Ids, institution: number): string | null {
  const person = INSTITUTION_PEOPLE.find((each) => each.institution === institution)
  return (person && ids.accounts.get(person.email)) ?? null
}

/** What happened after training began: interruptions, endings and diplomas. */
async function moveOn(
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
    .toSorted((a, b) => a.plannedEndOn.localeCompare(b.plannedEndOn))
  for (const { id, programme, plannedEndOn } of graduates) {
    const issuedOn = plannedEndOn < today ? plannedEndOn : addDays(today, -7)
    await insertRows(owner, 'diplomas', [
      { version_id: ids.versions[programme] ?? '', issued_on: issuedOn, dossier_id: id },
    ])
  }
  await owner.query(
    `update events e set occurred_at = case e.event
       when 'training.started' then g.starts_on else least(g.planned_end_on, gestand.today()) end
     from registrations g where g.dossier_id = e.dossier_id`,
  )
}

/** Who looked: verifiers at what they verified, and the registrar now and then. */
async function insertLooks(
  { owner, today }: RegisterLoad,
  ids: Ids,
  lines: readonly RegisterLine[],
): Promise<void> {
  const registrar = ids.accounts.get(REGISTER_STAFF[0]?.email ?? '') ?? null
  const looks = lines
    .filter(({ state }) => state !== 'invited' && state !== 'submitted')
    .flatMap((line, place) => [
      { line, by: accountOf(ids, line.institution), days: 5, activity: 'verification' },
      { line, by: accountOf(ids, line.institute), days: 6, activity: 'verification' },
      ...(place % 5 === 0 ? [{ line, by: registrar, days: 20, activity: 'registry-keeping' }] : []),
    ])
  const { rows } = await owner.query<{ version: number }>(
    'select max(version) as version from statements',
  )
  await insertRows(
    owner,
    'ledger',
    looks
      .map(({ line, by, days, activity }) => ({
        at: new Date(momentOn(addDays(line.startsOn, days), 85)),
        account_id: by,
        activity,
        act: 'opened',
        dossier_id: line.id,
        statement: rows[0]?.version ?? 1,
      }))
      .filter(({ at }) => at > new Date(momentOn(addDays(today, -1500), 0)) && at < new Date())
      .toSorted((a, b) => Number(a.at) - Number(b.at)),
  )
}
