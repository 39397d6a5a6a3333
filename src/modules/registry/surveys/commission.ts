import { sql } from 'kysely'
import type { Accounts } from '#accounts/index.ts'
import { AppError } from '#kernel/error.ts'
import { written } from '#store/query.ts'
import type { SurveyWords } from './survey.ts'

/** A survey as whoever commissioned it sees it: the own words, how far it is, and one amount. */
export interface Commission {
  readonly party: string
  readonly name: string
  readonly titleNl: string
  readonly titleEn: string
  readonly wordsNl: string
  readonly wordsEn: string
  readonly link: string | null
  readonly deliveredAt: Date | null
  readonly beginsOn: string | null
  readonly endedAt: Date | null
  readonly settledAt: Date | null
  readonly stopped: boolean
  /** How many the mail reached, in fives; nothing while that is not known or too few. */
  readonly sent: number | null
}

/**
 * Reads a survey by the link of whoever commissioned it.
 *
 * @throws `NOT_FOUND`, also a year after it was done.
 */
export async function readCommission(
  { platform }: Accounts,
  organisation: string,
  secret: Buffer,
): Promise<Commission> {
  const [found] = await platform.run(
    written(sql<Commission>`
      select party, name, title_nl as "titleNl", title_en as "titleEn", words_nl as "wordsNl",
        words_en as "wordsEn", link, delivered_at as "deliveredAt",
        to_char(begins_on, 'YYYY-MM-DD') as "beginsOn", ended_at as "endedAt",
        settled_at as "settledAt", stopped, sent
      from ${sql.id(`org_${organisation}`, 'commissioned_survey')}(${secret}::bytea)`),
  )
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

/**
 * Hands over what people will read, until it is planned.
 *
 * @throws `NOT_FOUND`, `SURVEY_PLANNED`; `INVALID` for an address with a place for the reader in
 *   it.
 */
export async function deliverWords(
  { platform }: Accounts,
  { organisation, secret }: { readonly organisation: string; readonly secret: Buffer },
  { titleNl, titleEn, wordsNl, wordsEn, link }: SurveyWords,
): Promise<void> {
  const told = JSON.stringify({
    title_nl: titleNl,
    title_en: titleEn,
    words_nl: wordsNl,
    words_en: wordsEn,
    link,
  })
  await platform.run(
    written(sql`select ${sql.id(`org_${organisation}`, 'deliver_survey')}(
      ${secret}::bytea, ${told}::jsonb)`),
  )
}
