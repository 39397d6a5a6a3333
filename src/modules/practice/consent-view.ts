import type { Opening } from '#store/opened-dossier.ts'
import type { DossierRows } from './dossier-reads.ts'

export type ConsentState = 'asked' | 'given' | 'refused' | 'withdrawn'

export interface ConsentView {
  readonly id: string
  /** Word of the consent in the statement: `disclosure`. */
  readonly consent: string
  readonly state: ConsentState
  /** The question, as the client sees it. */
  readonly wording: string
  /** Version of the statement from which it comes. */
  readonly statement: number
  readonly holderId: string | null
  readonly itemId: string | null
  readonly askedAt: Date
  readonly decidedAt?: Date
  readonly withdrawnAt?: Date
  /** When the document was let go that it is about. */
  readonly disclosedAt?: Date
}

type ConsentRows = Pick<DossierRows, 'questions' | 'answers' | 'withdrawals' | 'disclosures'>

/** Questions for consent with their answers, the newest first. */
export function readConsents(opening: Opening, rows: ConsentRows): ConsentView[] {
  const answers = new Map(rows.answers.map((row) => [row.request_id, row]))
  const withdrawn = new Map(rows.withdrawals.map((row) => [row.request_id, row.withdrawn_at]))
  const disclosed = new Map(rows.disclosures.map((row) => [row.request_id, row.disclosed_at]))
  return rows.questions
    .map((row) => {
      const answer = answers.get(row.id)
      const withdrawnAt = withdrawn.get(row.id)
      const disclosedAt = disclosed.get(row.id)
      return {
        id: row.id,
        consent: row.consent,
        state: stateOf(answer?.decision, withdrawnAt),
        wording: opening.unseal('consent_requests.wording', row.wording),
        statement: row.statement,
        holderId: row.holder_id,
        itemId: row.item_id,
        askedAt: row.asked_at,
        ...(answer && { decidedAt: answer.decided_at }),
        ...(withdrawnAt && { withdrawnAt }),
        ...(disclosedAt && { disclosedAt }),
      }
    })
    .toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
}

function stateOf(decision: string | undefined, withdrawnAt: Date | undefined): ConsentState {
  if (withdrawnAt) return 'withdrawn'
  if (decision === undefined) return 'asked'
  return decision === 'given' ? 'given' : 'refused'
}
