import { sql } from 'kysely'
import { MailSeal } from '#jobs/mail-seal.ts'
import { surveyInvitationMail } from '#jobs/mails/survey-invitation.ts'
import type { Language } from '#kernel/language.ts'
import type { MasterKey } from '#store/master-key.ts'
import type { Platform, Runner } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { SurveyLinks } from './survey-link.ts'

/** People who are asked in one transaction. */
const BATCH = 500
/** Mails that wait at once: other mail passes them, and memory does not grow with a mailing. */
const WAITING_MAX = 2_000
/** Of one organisation at once, before the others have their turn. */
const BATCHES_MAX = 20

/** Who writes: the short name of an organisation, and the one that people know. */
export interface SurveySender {
  readonly id: string
  readonly title: string
}

interface Invited {
  readonly id: string
  readonly surveyId: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

interface SentWords {
  readonly party: string
  readonly titleNl: string
  readonly titleEn: string
  readonly wordsNl: string
  readonly wordsEn: string
  readonly link: string
}

/** How much of a mailing is done at once; left out, as much as the worker does. */
export interface MailingPace {
  readonly batch?: number
  readonly waitingMax?: number
}

/**
 * Asks the next people of the surveys that are on their way, a batch a transaction: whom it asked
 * and the mails to them are there together or not at all, so that a worker that dies goes on where
 * it was. Any number of processes may do so at once.
 *
 * @param platform With the login of the worker.
 * @returns How many mails went into the queue.
 */
export async function mailSurveys(
  platform: Platform,
  master: MasterKey,
  sender: SurveySender,
  pace: MailingPace = {},
): Promise<number> {
  let queued = 0
  for (let count = 0; count < BATCHES_MAX; count += 1) {
    const asked = await platform.change((tx) => inviteNext(tx, master, sender, pace))
    queued += asked
    if (asked === 0) break
  }
  await platform.run(written(sql`select ${functionOf(sender.id, 'settle_surveys')}()`))
  return queued
}

async function inviteNext(
  tx: Runner,
  master: MasterKey,
  { id: organisation, title }: SurveySender,
  { batch = BATCH, waitingMax = WAITING_MAX }: MailingPace,
): Promise<number> {
  const invited = await tx.run(
    written(sql<Invited>`
      select invitation_id as id, survey_id as "surveyId", name, email, language
      from ${functionOf(organisation, 'invite_next')}(${batch}::integer, ${waitingMax}::integer)`),
  )
  const [first] = invited
  if (!first) return 0
  const [said] = await tx.run(
    written(sql<SentWords>`
      select party, title_nl as "titleNl", title_en as "titleEn", words_nl as "wordsNl",
        words_en as "wordsEn", link
      from ${functionOf(organisation, 'survey_words')}(${first.surveyId}::uuid)`),
  )
  if (!said) return 0
  const links = new SurveyLinks(master)
  const seal = new MailSeal(master)
  const place = { kind: surveyInvitationMail.kind, accountId: null }
  const payloads = invited.map(({ id, name, email, language }) =>
    seal.seal(place, {
      data: surveyInvitationMail.check({
        organisation: title,
        party: said.party,
        title: language === 'en' ? said.titleEn : said.titleNl,
        words: language === 'en' ? said.wordsEn : said.wordsNl,
        link: said.link,
        path: links.stopPath(organisation, id),
      }),
      to: { name, email, language },
    }),
  )
  const ids = invited.map(({ id }) => id)
  const stops = ids.map((id) => links.hash('stop', organisation, id))
  await tx.run(
    written(sql`select ${functionOf(organisation, 'queue_survey_mails')}(
      ${ids}::uuid[], ${payloads}::bytea[], ${stops}::bytea[], ${seal.masterId})`),
  )
  return invited.length
}

function functionOf(organisation: string, name: string): ReturnType<typeof sql.id> {
  return sql.id(`org_${organisation}`, name)
}
