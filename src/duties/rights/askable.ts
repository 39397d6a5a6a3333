import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'

/** A dossier of one's own that a request can be about, also when it is restricted. */
export interface AskableDossier {
  readonly id: string
  readonly kind: string
  readonly reference: string
}

export const listAskable: WrittenQuery<AskableDossier> = written(sql`
  select id, kind, reference from askable_dossiers()`)

/** A consent that the person gave and that stands. */
export interface OwnConsent {
  readonly requestId: string
  readonly consent: string
  readonly decidedAt: Date
}

export const listOwnConsents: WrittenQuery<OwnConsent> = written(sql`
  select request_id as "requestId", consent, decided_at as "decidedAt"
  from withdrawable_consents()`)
