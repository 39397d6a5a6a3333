import { sql } from 'kysely'
import type { Accounts } from '#accounts/index.ts'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** What a person can object to as research. */
export const RESEARCH = ['surveys', 'research-exports'] as const
export type Research = (typeof RESEARCH)[number]

/** Whether a person objects to a kind of research, for all that is held on them. */
export interface ResearchStand {
  readonly activity: Research
  readonly objects: boolean
}

/** How whoever asks stands towards each kind of research that the statement has. */
export const ownResearch: WrittenQuery<ResearchStand> = written(
  sql<ResearchStand>`select activity, objects from own_research()`,
)

/** A survey that whoever asks was asked for. */
export interface AskedSurvey {
  readonly id: string
  readonly title: string
  readonly party: string | null
  readonly link: string | null
  readonly invitedAt: Date
}

/** Surveys that people see at most of those for which they were asked. */
export const ASKED_MAX = 50

/** Surveys that one was asked for, newest first: not whether one took part, which nobody knows. */
export const listAsked: WrittenQuery<AskedSurvey> = written(
  sql<AskedSurvey>`select i.id, i.title, p.name as party, s.link, i.invited_at as "invitedAt"
    from survey_invitations i
    left join surveys s on s.id = i.survey_id
    left join parties p on p.id = s.party_id
    order by i.invited_at desc, i.id limit ${ASKED_MAX}`,
)

/** Objects to a kind of research: from this moment, also where something waits to go out. */
export async function objectToResearch(
  tx: Transaction,
  activity: Research,
  language: Language,
): Promise<void> {
  await tx.run(written(sql`select object_to_research(${activity}, ${language})`))
}

/** Takes part again. */
export async function rejoinResearch(tx: Transaction, activity: Research): Promise<void> {
  await tx.run(written(sql`select rejoin_research(${activity})`))
}

/** What the link in an invitation is about, and how its reader stands. */
export interface StopLink {
  readonly title: string
  readonly stands: readonly ResearchStand[]
}

/** @throws `NOT_FOUND` for a link that no invitation has. */
export async function readStopLink(
  { platform }: Accounts,
  organisation: string,
  secret: Buffer,
): Promise<StopLink> {
  const rows = await platform.run(
    written(sql<ResearchStand & { title: string }>`
      select title, activity, objects
      from ${sql.id(`org_${organisation}`, 'stopped_survey')}(${secret}::bytea)`),
  )
  const [first] = rows
  if (!first) throw new AppError('NOT_FOUND')
  return { title: first.title, stands: rows }
}

/** By whose link is objected, and to what. */
export interface LinkedObjection {
  readonly organisation: string
  readonly secret: Buffer
  readonly activity: Research
  readonly language: Language
}

/**
 * Objects by the link of an invitation: no account, no question, at once.
 *
 * @throws `NOT_FOUND` for a link that no invitation has.
 */
export async function objectByLink(
  { platform }: Accounts,
  { organisation, secret, activity, language }: LinkedObjection,
): Promise<void> {
  await platform.run(
    written(sql`select ${sql.id(`org_${organisation}`, 'object_by_survey')}(
      ${secret}::bytea, ${activity}, ${language})`),
  )
}
