import { sql } from 'kysely'
import { written } from '#store/query.ts'

/** How the questions for one kind of consent stand, over all dossiers. */
export interface ConsentCount {
  readonly consent: string
  readonly unanswered: number
  /** Given and not withdrawn: these open something now. */
  readonly standing: number
  readonly refused: number
  readonly withdrawn: number
  /** Ended by themselves, because the term of a yes had passed. */
  readonly expired: number
  /** Will end by themselves within 60 days. */
  readonly expiring: number
}

/** Consents by what they are for; nothing for whoever does not oversee. */
export const countConsents = written(sql<ConsentCount>`
  select consent, unanswered, standing, refused, withdrawn, expired, expiring
  from overseen_consents()`)
