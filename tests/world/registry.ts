import { randomUUID } from 'node:crypto'
import {
  confirmSubmission,
  enrolSelf,
  enrolStudent,
  type Registrant,
  type Training,
  type Verifier,
} from '#modules/registry/index.ts'
import { Outbox } from '#jobs/outbox.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import type { Transaction } from '#store/transaction.ts'
import { WORLD_MASTER } from './master.ts'
import { type World, type WorldAccount, world } from './world.ts'

export const SAM: Registrant = {
  givenNames: 'Sam',
  prefix: 'de',
  familyName: 'Bakker',
  bornOn: '1999-05-04',
  birthPlace: 'Voorbeeldstad',
  email: 'sam@example.org',
  street: 'Voorbeeldstraat',
  houseNumber: 7,
  postcode: '0000 AA',
  city: 'Voorbeeldstad',
}

/**
 * A register with a programme, a care institution, a training institute and whoever works there.
 */
export class Registry {
  readonly there: World
  readonly registrar: WorldAccount
  /** Acts for the care institution, and looks after its accounts. */
  readonly employer: WorldAccount
  /** Acts for the training institute. */
  readonly teacher: WorldAccount
  readonly versionId: string
  readonly institutionId: string
  readonly instituteId: string

  constructor(
    there: World,
    people: { registrar: WorldAccount; employer: WorldAccount; teacher: WorldAccount },
    ids: { versionId: string; institutionId: string; instituteId: string },
  ) {
    this.there = there
    this.registrar = people.registrar
    this.employer = people.employer
    this.teacher = people.teacher
    this.versionId = ids.versionId
    this.institutionId = ids.institutionId
    this.instituteId = ids.instituteId
  }

  get training(): Training {
    return {
      versionId: this.versionId,
      institutionId: this.institutionId,
      instituteId: this.instituteId,
      startsOn: '2026-02-01',
      plannedEndOn: '2027-08-01',
    }
  }

  /** Another institution of a sort, accredited for the programme, with the accounts given. */
  institution(
    name: string,
    sort: 'care' | 'training',
    ...accounts: WorldAccount[]
  ): Promise<string> {
    return openInstitution(this.there, { name, sort, versionId: this.versionId }, accounts)
  }

  change<T>(
    who: WorldAccount,
    activity: string,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.there.store.change(who.for(activity), work)
  }

  act<T>(
    who: WorldAccount,
    activity: string,
    dossierId: string,
    work: (tx: OpenedDossier) => Promise<T>,
  ): Promise<T> {
    return this.there.store.changeDossier(who.for(activity), dossierId, work)
  }

  /** A registration that the institution began, not yet answered by the student. */
  announce(name = 'Sam de Bakker'): Promise<string> {
    const organisation = { id: 'registry', title: 'Zorgopleidingsregister' }
    const announced = { name, email: `${randomUUID()}@example.org`, language: 'nl' as const }
    const post = { outbox: new Outbox(WORLD_MASTER), organisation }
    return this.change(this.employer, 'enrolment', (tx) =>
      enrolStudent(tx, { ...this.training, announced, post }),
    )
  }

  /** A student who enrolled themselves, waiting for both verifiers. */
  async enrol(student?: WorldAccount, registrant = SAM): Promise<Enrolled> {
    const who = student ?? (await this.there.account('Sam de Bakker'))
    const dossierId = await this.change(who, 'self-enrolment', (tx) =>
      enrolSelf(tx, { ...this.training, registrant }),
    )
    return { student: who, dossierId }
  }

  /** What is open in a registration. */
  async submissionOf(dossierId: string): Promise<string> {
    const { rows } = await this.there.owner.query<{ id: string }>(
      'select id from submissions where dossier_id = $1 order by submitted_at desc limit 1',
      [dossierId],
    )
    const [row] = rows
    if (!row) throw new Error('nothing was submitted')
    return row.id
  }

  async confirm(who: WorldAccount, verifier: Verifier, dossierId: string): Promise<void> {
    const submissionId = await this.submissionOf(dossierId)
    await this.act(who, 'verification', dossierId, (tx) =>
      confirmSubmission(tx, { submissionId, verifier }),
    )
  }

  /** A student in training: enrolled, and verified by both. */
  async inTraining(student?: WorldAccount, registrant = SAM): Promise<Enrolled> {
    const enrolled = await this.enrol(student, registrant)
    await this.confirm(this.employer, 'institution', enrolled.dossierId)
    await this.confirm(this.teacher, 'institute', enrolled.dossierId)
    return enrolled
  }

  async stateOf(dossierId: string): Promise<string | undefined> {
    const { rows } = await this.there.owner.query<{ state: string }>(
      'select state from registrations where dossier_id = $1',
      [dossierId],
    )
    return rows[0]?.state
  }
}

export interface Enrolled {
  readonly student: WorldAccount
  readonly dossierId: string
}

/** Makes a register for one test. */
export async function registry(): Promise<Registry> {
  const there = await world('registry')
  const registrar = await there.account('Rik Register', ['registrar'])
  const employer = await there.account('Ina Instelling')
  const teacher = await there.account('Olaf Opleider')
  const { rows } = await there.owner.query<{ id: string }>(
    `with programme as (
       insert into programmes (code, name_nl, name_en)
       values ('IC-1', 'Intensivecareverpleegkundige', 'Intensive care nurse') returning id)
     insert into programme_versions (programme_id, number, starts_on, months)
     select id, 1, '2020-01-01', 18 from programme returning id`,
  )
  const versionId = rows[0]?.id ?? ''
  const open = (name: string, sort: 'care' | 'training', who: WorldAccount) =>
    openInstitution(there, { name, sort, versionId }, [who])
  const institutionId = await open('Ziekenhuis Voorbeeld', 'care', employer)
  const instituteId = await open('Academie Voorbeeld', 'training', teacher)
  const ids = { versionId, institutionId, instituteId }
  return new Registry(there, { registrar, employer, teacher }, ids)
}

async function openInstitution(
  there: World,
  { name, sort, versionId }: { name: string; sort: 'care' | 'training'; versionId: string },
  accounts: readonly WorldAccount[],
): Promise<string> {
  const partyId = await there.party(name)
  await there.owner.query('insert into institutions (party_id, sort) values ($1, $2)', [
    partyId,
    sort,
  ])
  await there.owner.query(
    `with asked as (
       insert into accreditations (party_id, programme_id)
       select $1, programme_id from programme_versions where id = $2 returning id)
     insert into accreditation_decisions (accreditation_id, decision, starts_on, ends_on)
     select id, 'granted', '2020-01-01', '2099-12-31' from asked`,
    [partyId, versionId],
  )
  for (const { id } of accounts) {
    await there.owner.query('insert into affiliations (party_id, account_id) values ($1, $2)', [
      partyId,
      id,
    ])
  }
  return partyId
}
