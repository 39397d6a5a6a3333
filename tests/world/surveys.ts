import { randomUUID } from 'node:crypto'
import { Outbox } from '#jobs/outbox.ts'
import {
  beginSurvey,
  chooseForSurvey,
  mailSurveys,
  planSurvey,
  type SurveyChoice,
  SurveyLinks,
  type SurveyPost,
  writeSurvey,
} from '#modules/registry/index.ts'
import type { Platform } from '#store/platform.ts'
import type { Transaction } from '#store/transaction.ts'
import { platformOf } from './platform.ts'
import { type Registry, registry } from './registry.ts'

export const QUESTIONNAIRE = 'https://vragenlijst.example.org/zorg?jaar=2026'

const EVERYBODY: SurveyChoice = {
  kinds: ['student', 'professional'],
  programmes: [],
  startedSince: null,
  startedUntil: null,
}

/** A register in which somebody commissions surveys, with people who can be asked. */
export class Surveyors {
  readonly at: Registry
  readonly partyId: string
  readonly links: SurveyLinks
  readonly post: SurveyPost
  readonly worker: Platform
  readonly accounts: Platform

  constructor(at: Registry, partyId: string) {
    const { there } = at
    const { master } = there.installation
    this.at = at
    this.partyId = partyId
    this.links = new SurveyLinks(master)
    this.post = {
      organisation: there.organisation,
      title: 'Zorgopleidingsregister',
      outbox: new Outbox(master),
      links: this.links,
    }
    this.worker = platformOf(there, 'worker')
    this.accounts = platformOf(there, 'accounts')
  }

  /** Acts as the registrar, for surveys. */
  work<T>(doing: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.at.change(this.at.registrar, 'surveys', doing)
  }

  /** People in training whom nobody invited to log in; answers with their dossiers, by number. */
  async people(amount: number, first = 1): Promise<string[]> {
    const { rows } = await this.at.there.owner.query<{ id: string }>(
      `with who as (
         select i, gen_random_uuid() as person, gen_random_uuid() as dossier
         from generate_series($1::int, $1::int + $2::int - 1) i),
       p as (insert into persons (id) select person from who),
       d as (insert into dossiers (id, kind, person_id) select dossier, 'student', person from who),
       r as (insert into registrants (dossier_id, given_names, family_name, born_on, email)
         select dossier, 'Persoon', i::text, '1999-05-04', 'p' || i || '@example.org' from who),
       g as (insert into registrations (dossier_id, version_id, institution_id, institute_id,
           starts_on, planned_end_on, state)
         select dossier, $3, $4, $5, '2026-02-01', '2027-08-01', 'enrolled' from who)
       select dossier as id from who order by i`,
      [first, amount, this.at.versionId, this.at.institutionId, this.at.instituteId],
    )
    return rows.map(({ id }) => id)
  }

  /** A survey of which words and choice are there, and which was not planned. */
  async survey(choice: Partial<SurveyChoice> = {}): Promise<string> {
    const id = randomUUID()
    const { partyId, post } = this
    const words = { titleNl: 'Wat vindt u ervan?', titleEn: 'What do you think?' }
    await this.work((tx) =>
      beginSurvey(tx, post, { id, partyId, name: 'Raming 2026', language: 'nl' }),
    )
    // The mail to whoever commissions it is about something else.
    await this.at.there.owner.query(`delete from gestand.mails where kind = 'survey-commissioned'`)
    await this.work(async (tx) => {
      await writeSurvey(tx, id, {
        ...words,
        wordsNl: 'Doet u mee?',
        wordsEn: 'Will you take part?',
        link: QUESTIONNAIRE,
      })
      await chooseForSurvey(tx, id, { ...EVERYBODY, ...choice })
    })
    return id
  }

  /** A survey that goes out from today. */
  async planned(choice: Partial<SurveyChoice> = {}): Promise<string> {
    const id = await this.survey(choice)
    const { rows } = await this.at.there.owner.query<{ day: string }>(
      `select gestand.today()::text as day`,
    )
    await this.work((tx) => planSurvey(tx, id, rows[0]?.day ?? ''))
    return id
  }

  /** Asks the next people, as the worker does. */
  mail(batch?: number, waitingMax?: number): Promise<number> {
    const { organisation, installation } = this.at.there
    const pace = { ...(batch && { batch }), ...(waitingMax && { waitingMax }) }
    const sender = { id: organisation, title: 'Zorgopleidingsregister' }
    return mailSurveys(this.worker, installation.master, sender, pace)
  }

  /** The secret in the link by which an invitation of a dossier is refused. */
  async stopSecret(dossierId: string): Promise<Buffer> {
    const { there } = this.at
    const { rows } = await there.owner.query<{ id: string }>(
      'select id from survey_invitations where dossier_id = $1',
      [dossierId],
    )
    const path = this.links.stopPath(there.organisation, rows[0]?.id ?? '')
    return Buffer.from(path.split('/').at(-1) ?? '', 'base64url')
  }

  /** Whose mails wait, are called back and so on, by dossier. */
  async mailsOf(state: 'waiting' | 'recalled' | 'sent'): Promise<string[]> {
    const wanted = {
      waiting: 'm.sent_at is null and m.failed_at is null',
      recalled: `m.failure = 'RECALLED'`,
      sent: 'm.sent_at is not null',
    }[state]
    const { rows } = await this.at.there.owner.query<{ id: string }>(
      `select i.dossier_id as id from survey_invitations i
       join gestand.mails m on m.id = i.id where ${wanted} order by 1`,
    )
    return rows.map(({ id }) => id)
  }
}

/** Makes a register for one test, in which a body commissions surveys. */
export async function surveyors(): Promise<Surveyors> {
  const at = await registry()
  const partyId = await at.there.party('Capaciteitsorgaan')
  await at.there.owner.query(`update parties set email = 'orgaan@example.org' where id = $1`, [
    partyId,
  ])
  return new Surveyors(at, partyId)
}
