import { randomUUID } from 'node:crypto'
import {
  IssuerSeal,
  type Issuing,
  issuerOf,
  renewIssuerKey,
} from '#modules/registry/credentials/index.ts'
import { issueDiploma } from '#modules/registry/diplomas/index.ts'
import type { OpenedDossier, Opening } from '#store/opened-dossier.ts'
import type { Answers, Reads } from '#store/store.ts'
import { type World, type WorldAccount, world } from './world.ts'

/** A register with one programme, two institutions and students who are near their diploma. */
export class Graduates {
  readonly there: World
  readonly registrar: WorldAccount
  readonly issuing: Issuing
  readonly #versionId: string
  readonly #institutions: readonly string[]

  constructor(
    there: World,
    {
      registrar,
      versionId,
      institutions,
    }: {
      readonly registrar: WorldAccount
      readonly versionId: string
      readonly institutions: readonly string[]
    },
  ) {
    this.there = there
    this.registrar = registrar
    this.#versionId = versionId
    this.#institutions = institutions
    this.issuing = {
      organisation: there.organisation,
      // Verifiers remember what they fetched, so each register has an address of its own.
      issuer: issuerOf(`https://${randomUUID()}.example.org`, {
        id: there.organisation,
        name: 'Zorgopleidingsregister',
      }),
      seal: new IssuerSeal(there.keys),
    }
  }

  /**
   * A student in training, who applied for the diploma; both verified that unless told otherwise.
   */
  async student({
    given = 'Sanne',
    verified = true,
    applied = true,
  }: {
    given?: string
    verified?: boolean
    applied?: boolean
  } = {}): Promise<Graduate> {
    const { owner, keys, organisation } = this.there
    const account = await this.there.account(`${given} de Wit`)
    const [dossierId, submissionId] = [randomUUID(), randomUUID()]
    await keys.create(organisation, [dossierId])
    await owner.query(
      `with p as (insert into persons default values returning id)
       insert into dossiers (id, kind, person_id) select $1, 'student', id from p`,
      [dossierId],
    )
    await owner.query(
      `insert into registrants (dossier_id, given_names, prefix, family_name, born_on, email)
       values ($1, $2, 'de', 'Wit', '1999-02-03', 'sanne@example.org')`,
      [dossierId, given],
    )
    await owner.query(
      `insert into registrations (dossier_id, version_id, institution_id, institute_id, starts_on,
         planned_end_on, state)
       values ($1, $2, $3, $4, '2024-09-01', '2026-09-01', 'enrolled')`,
      [dossierId, this.#versionId, ...this.#institutions],
    )
    if (applied) {
      await owner.query(
        `insert into submissions (id, dossier_id, about) values ($1, $2, 'diploma')`,
        [submissionId, dossierId],
      )
    }
    await this.there.relate(account.id, dossierId, 'registrant')
    const graduate = new Graduate(this, { account, dossierId, submissionId })
    if (verified) await graduate.verify()
    return graduate
  }
}

/** Somebody who has a diploma, or soon will. */
export class Graduate {
  readonly account: WorldAccount
  readonly dossierId: string
  readonly submissionId: string
  readonly #register: Graduates

  constructor(
    register: Graduates,
    {
      account,
      dossierId,
      submissionId,
    }: { account: WorldAccount; dossierId: string; submissionId: string },
  ) {
    this.#register = register
    this.account = account
    this.dossierId = dossierId
    this.submissionId = submissionId
  }

  /** Has employer and institute confirm the application. */
  async verify(): Promise<void> {
    for (const verifier of ['institution', 'institute']) {
      await this.#register.there.owner.query(
        `insert into verifications (submission_id, dossier_id, verifier, decision)
         select id, dossier_id, $2, 'confirmed' from submissions
         where dossier_id = $1 and outcome = 'open'`,
        [this.dossierId, verifier],
      )
    }
  }

  /** Opens the dossier as the registrar, and changes it. */
  asRegistrar<T>(work: (tx: OpenedDossier) => Promise<T>): Promise<T> {
    const { there, registrar } = this.#register
    return there.store.changeDossier(registrar.for('diplomas'), this.dossierId, work)
  }

  /** What the holder reads in the opened dossier. */
  open<R extends Reads>(
    reads: R,
  ): Promise<{ readonly dossier: Opening; readonly answers: Answers<R> }> {
    const { store } = this.#register.there
    return store.open(this.account.for('self-service'), this.dossierId, reads)
  }

  get issuing(): Issuing {
    return this.#register.issuing
  }

  asHolder<T>(work: (tx: OpenedDossier) => Promise<T>): Promise<T> {
    const { store } = this.#register.there
    return store.changeDossier(this.account.for('self-service'), this.dossierId, work)
  }

  /** Issues the diploma, or one in the place of another. Returns its number. */
  issue(replaces?: string): Promise<string> {
    const { submissionId } = this
    return this.asRegistrar((tx) =>
      issueDiploma(tx, this.#register.issuing, replaces ? { replaces } : { submissionId }),
    )
  }
}

/** Makes a register for one test, with a key to sign with unless told otherwise. */
export async function graduates({ withKey = true } = {}): Promise<Graduates> {
  const there = await world('registry')
  const registrar = await there.account('Rik Register', ['registrar'])
  const { owner } = there
  const [programmeId, versionId] = [randomUUID(), randomUUID()]
  await owner.query(
    `insert into programmes (id, code, name_nl, name_en)
     values ($1, 'DIA', 'Dialyseverpleegkundige', 'Dialysis nurse')`,
    [programmeId],
  )
  await owner.query(
    `insert into programme_versions (id, programme_id, number, starts_on, months)
     values ($1, $2, 3, '2020-01-01', 24)`,
    [versionId, programmeId],
  )
  const institutions = [await there.party('Ziekenhuis Noord'), await there.party('Zorgacademie')]
  await owner.query(
    `insert into institutions (party_id, sort) values ($1, 'care'), ($2, 'training')`,
    institutions,
  )
  const register = new Graduates(there, { registrar, versionId, institutions })
  if (withKey) {
    await there.store.change(registrar.for('diplomas'), (tx) =>
      renewIssuerKey(tx, register.issuing),
    )
  }
  return register
}
