import { sql } from 'kysely'
import { surveyCommissionedMail } from '#jobs/mails/survey-commissioned.ts'
import { surveyInvitationMail } from '#jobs/mails/survey-invitation.ts'
import type { Outbox } from '#jobs/outbox.ts'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import type { SurveyLinks } from './survey-link.ts'

/** Surveys on a page of the list. */
export const SURVEYS_PAGE = 50
const COMMISSIONERS_MAX = 1_000

/** What people read, in both languages, and where they answer. */
export interface SurveyWords {
  readonly titleNl: string
  readonly titleEn: string
  readonly wordsNl: string
  readonly wordsEn: string
  /** An https address without a place for the reader in it: everybody gets the same. */
  readonly link: string
}

/** Whom a survey is for: people in training, graduated, or both. */
export interface SurveyChoice {
  readonly kinds: readonly string[]
  /** Ids of programmes; empty for all. */
  readonly programmes: readonly string[]
  /** ISO dates between which training began, both included. */
  readonly startedSince: string | null
  readonly startedUntil: string | null
}

/** A survey in the list, with how far it is. */
export interface SurveyLine {
  readonly id: string
  readonly name: string
  readonly party: string
  readonly begunAt: Date
  readonly deliveredAt: Date | null
  /** Whether its words are there, by the link or entered here. */
  readonly worded: boolean
  readonly beginsOn: string | null
  readonly invited: number | null
  readonly pausedAt: Date | null
  readonly stoppedAt: Date | null
  readonly endedAt: Date | null
  readonly settledAt: Date | null
  /** How many the list has in all. */
  readonly total: number
}

/** A survey with everything of it. */
export interface Survey extends SurveyLine, SurveyChoice, Omit<SurveyWords, 'link'> {
  readonly link: string | null
  readonly partyEmail: string | null
  readonly people: number | null
  readonly objecting: number | null
  readonly unreachable: number | null
  readonly countedAt: Date | null
  readonly sent: number | null
  readonly failed: number | null
  readonly recalled: number | null
}

const line = sql`s.id, s.name, p.name as party, s.begun_at as "begunAt",
  s.delivered_at as "deliveredAt", s.link is not null as worded, to_char(m.begins_on, 'YYYY-MM-DD') as "beginsOn", m.invited,
  m.paused_at as "pausedAt", m.stopped_at as "stoppedAt", m.ended_at as "endedAt",
  m.settled_at as "settledAt", count(*) over ()::integer as total`

const joined = sql`surveys s join parties p on p.id = s.party_id
  left join survey_mailings m on m.survey_id = s.id`

/**
 * Surveys, the newest first.
 *
 * @param search A part of the name of a survey or of who commissions it; empty finds all.
 * @param page Counted from 1.
 */
export function listSurveys({
  search,
  page,
}: {
  readonly search: string
  readonly page: number
}): WrittenQuery<SurveyLine> {
  return written(sql<SurveyLine>`select ${line} from ${joined}
    where strpos(lower(concat_ws(E'\\n', s.name, p.name)), lower(${search})) > 0
    order by s.begun_at desc, s.id
    limit ${SURVEYS_PAGE} offset ${(page - 1) * SURVEYS_PAGE}`)
}

export function findSurvey(id: string): WrittenQuery<Survey> {
  return written(sql<Survey>`
    select ${line}, p.email as "partyEmail", s.title_nl as "titleNl", s.title_en as "titleEn",
      s.words_nl as "wordsNl", s.words_en as "wordsEn", s.link, s.kinds, s.programmes,
      to_char(s.started_since, 'YYYY-MM-DD') as "startedSince",
      to_char(s.started_until, 'YYYY-MM-DD') as "startedUntil",
      s.people, s.objecting, s.unreachable, s.counted_at as "countedAt",
      m.sent, m.failed, m.recalled
    from ${joined} where s.id = ${id}`)
}

/** Mails of a survey that still wait in the queue. */
export function surveyProgress(id: string): WrittenQuery<{ waiting: number }> {
  return written(sql<{ waiting: number }>`
    select waiting::float8 as waiting from survey_progress(${id}::uuid)`)
}

/** Parties that can commission a survey: those with an address for mail. */
export const listCommissioners: WrittenQuery<{ id: string; name: string }> = written(
  sql<{ id: string; name: string }>`select p.id, p.name from parties p
    where p.email is not null and not exists (
      select from institutions i where i.party_id = p.id)
    order by lower(p.name), p.id limit ${COMMISSIONERS_MAX}`,
)

const PROGRAMMES_MAX = 1_000

/** Programmes that a survey can be for. */
export const listSurveyProgrammes: WrittenQuery<{ id: string; nameNl: string; nameEn: string }> =
  written(sql<{ id: string; nameNl: string; nameEn: string }>`
    select id, name_nl as "nameNl", name_en as "nameEn" from programmes
    order by name_nl, id limit ${PROGRAMMES_MAX}`)

/** Who writes, and with what. */
export interface SurveyPost {
  readonly organisation: string
  /** The name that people know. */
  readonly title: string
  readonly outbox: Outbox
  readonly links: SurveyLinks
}

export interface BegunSurvey {
  /** Id of the form: the same one twice is one survey. */
  readonly id: string
  readonly partyId: string
  /** How it is called here. */
  readonly name: string
  readonly language: Language
}

/**
 * Begins a survey and sends whoever commissions it the link by which words are handed over.
 *
 * @throws `PARTY_WITHOUT_MAIL`; `DUPLICATE` when the form was sent twice.
 */
export async function beginSurvey(
  tx: Transaction,
  { organisation, title, outbox, links }: SurveyPost,
  { id, partyId, name, language }: BegunSurvey,
): Promise<void> {
  const [party] = await tx.run(
    written(sql<{ name: string; email: string | null }>`
      select name, email from parties where id = ${partyId}::uuid`),
  )
  if (!party?.email) throw new AppError('PARTY_WITHOUT_MAIL')
  const tokenHash = links.hash('commission', organisation, id)
  await tx.run(
    from.insertInto('surveys').values({ id, party_id: partyId, name, token_hash: tokenHash }),
  )
  const path = links.commissionPath(organisation, id)
  const to = { name: party.name, email: party.email, language }
  await outbox.queue(tx, surveyCommissionedMail, { organisation: title, path }, to)
}

/** @throws `SURVEY_PLANNED`; `INVALID` for an address with a place for the reader in it. */
export async function writeSurvey(
  tx: Transaction,
  id: string,
  { titleNl, titleEn, wordsNl, wordsEn, link }: SurveyWords,
): Promise<void> {
  await tx.run(
    from
      .updateTable('surveys')
      .set({ title_nl: titleNl, title_en: titleEn, words_nl: wordsNl, words_en: wordsEn, link })
      .where('id', '=', id),
  )
}

/**
 * Says whom a survey is for, and counts them.
 *
 * @throws `SURVEY_PLANNED`.
 */
export async function chooseForSurvey(
  tx: Transaction,
  id: string,
  { kinds, programmes, startedSince, startedUntil }: SurveyChoice,
): Promise<void> {
  await tx.run(
    from
      .updateTable('surveys')
      .set({
        kinds: [...kinds],
        programmes: [...programmes],
        started_since: startedSince,
        started_until: startedUntil,
      })
      .where('id', '=', id),
  )
  await tx.run(written(sql`select count_survey(${id}::uuid)`))
}

/**
 * Lets a survey go out from a day on. From here its words and choice stay as they are.
 *
 * @param beginsOn ISO date, today or later.
 * @throws `SURVEY_INCOMPLETE`, `SURVEY_UNCOUNTED`, `SURVEY_TOO_FEW`, `SURVEY_DAY_OVER`;
 * `DUPLICATE` when it was planned already.
 */
export async function planSurvey(tx: Transaction, id: string, beginsOn: string): Promise<void> {
  await tx.run(from.insertInto('survey_mailings').values({ survey_id: id, begins_on: beginsOn }))
}

/** What can be done with a mailing that is on its way. */
export const STEERINGS = ['pause', 'resume', 'stop'] as const
export type Steering = (typeof STEERINGS)[number]

/**
 * Holds a mailing, lets it go on, or stops it for good: what waits is then called back.
 *
 * @throws `SURVEY_OVER`, `NOT_FOUND`.
 */
export async function steerSurvey(tx: Transaction, id: string, doing: Steering): Promise<void> {
  await tx.run(written(sql`select steer_survey(${id}::uuid, ${doing})`))
}

/** Sends whoever asks the mail as people will get it, with a link to the own pages in it. */
export async function sendExample(
  tx: Transaction,
  { title, outbox }: SurveyPost,
  survey: Survey,
  to: { readonly accountId: string; readonly language: Language },
): Promise<void> {
  if (survey.link === null) throw new AppError('SURVEY_INCOMPLETE')
  const dutch = to.language === 'nl'
  const data = {
    organisation: title,
    party: survey.party,
    title: dutch ? survey.titleNl : survey.titleEn,
    words: dutch ? survey.wordsNl : survey.wordsEn,
    link: survey.link,
    path: '/mijn/onderzoek',
  }
  await outbox.queue(tx, surveyInvitationMail, data, { accountId: to.accountId })
}
