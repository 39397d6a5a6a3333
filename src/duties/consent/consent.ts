import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import type { RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'

/** Days before the end of a yes from which it can be asked or given anew. */
export const RENEWAL_DAYS = 60

/** `expired`: a yes that ended by itself. */
export type ConsentState = 'asked' | 'given' | 'refused' | 'withdrawn' | 'expired'

/** How somebody answered or withdrew; all but the first are entered for them. */
export type ConsentWay = 'own-pages' | 'paper' | 'conversation' | 'phone' | 'email' | 'letter'

/** One question for consent, with what became of it. */
export interface ConsentView {
  readonly id: string
  /** Word of the consent in the statement: `disclosure`. */
  readonly consent: string
  readonly state: ConsentState
  /** The question, as the person sees it. */
  readonly wording: string
  readonly language: string
  /** Version of the statement from which it comes. */
  readonly statement: number
  readonly holderId: string | null
  readonly itemId: string | null
  /** The earlier question of which this one renews the answer. */
  readonly renews: string | null
  readonly askedAt: Date
  readonly decidedAt?: Date
  readonly way?: ConsentWay
  /** The scan of what was signed on paper. */
  readonly documentId?: string
  /** When the yes ends, or ended, by itself. */
  readonly expiresAt?: Date
  /** Whether the yes ends soon, and was not renewed: the person can say yes once more. */
  readonly renewable: boolean
  readonly withdrawnAt?: Date
  readonly withdrawnBy?: ConsentWay
  /** When the document was let go that it is about. */
  readonly disclosedAt?: Date
  /** What was signed when it was asked. */
  readonly signature: { readonly keyId: string; readonly bytes: Buffer } | undefined
  /** The words as they are stored: what the signature is over. */
  readonly sealed: Buffer
}

/** What `readConsents` needs of an opened dossier; what the statement does not give is left out. */
export function consentReads(access: Access, dossierId: string): ConsentReads {
  return buildReads(access, dossierId)
}

export type ConsentReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    questions: selectReadable(access, 'consent_requests', {
      needs: [
        'id',
        'consent',
        'holder_id',
        'item_id',
        'wording',
        'language',
        'statement',
        'renews',
        'signature',
        'signed_by',
        'asked_at',
      ],
      where,
    }),
    answers: selectReadable(access, 'consents', {
      needs: ['request_id', 'decision', 'decided_at', 'way', 'expires_at', 'document_id'],
      where,
    }),
    withdrawals: selectReadable(access, 'withdrawals', {
      needs: ['request_id', 'withdrawn_at', 'way'],
      where,
    }),
  }
}

export type ConsentRows = {
  readonly [Name in keyof ConsentReads]: RowsOf<ConsentReads[Name]>
}

type Released = readonly { readonly request_id: string; readonly disclosed_at: Date }[]

/** Questions for consent with their answers, the newest first. */
export function readConsents(
  opening: Opening,
  rows: ConsentRows & { readonly disclosures?: Released },
  now = new Date(),
): ConsentView[] {
  const answers = new Map(rows.answers.map((row) => [row.request_id, row]))
  const withdrawn = new Map(rows.withdrawals.map((row) => [row.request_id, row]))
  const disclosed = new Map(rows.disclosures?.map((row) => [row.request_id, row.disclosed_at]))
  const renewed = new Set(
    rows.questions.filter((row) => answers.has(row.id)).map((row) => row.renews),
  )
  return rows.questions
    .map((row) => {
      const disclosedAt = disclosed.get(row.id)
      const answer = answers.get(row.id)
      const withdrawal = withdrawn.get(row.id)
      const state = stateOf(answer, withdrawal !== undefined, now)
      return {
        id: row.id,
        consent: row.consent,
        state,
        wording: opening.unseal('consent_requests.wording', row.wording),
        language: row.language,
        statement: row.statement,
        holderId: row.holder_id,
        itemId: row.item_id,
        renews: row.renews,
        askedAt: row.asked_at,
        ...(answer && { decidedAt: answer.decided_at, way: wayOf(answer.way) }),
        ...(answer?.document_id && { documentId: answer.document_id }),
        ...(answer?.expires_at && { expiresAt: answer.expires_at }),
        renewable:
          (state === 'given' || state === 'expired') &&
          endsSoon(answer?.expires_at, now) &&
          !renewed.has(row.id),
        ...(withdrawal && {
          withdrawnAt: withdrawal.withdrawn_at,
          withdrawnBy: wayOf(withdrawal.way),
        }),
        ...(disclosedAt && { disclosedAt }),
        signature:
          row.signature && row.signed_by
            ? { keyId: row.signed_by, bytes: row.signature }
            : undefined,
        sealed: row.wording,
      }
    })
    .toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
}

interface Answer {
  readonly decision: string
  readonly expires_at: Date | null
}

function stateOf(answer: Answer | undefined, isWithdrawn: boolean, now: Date): ConsentState {
  if (isWithdrawn) return 'withdrawn'
  if (answer === undefined) return 'asked'
  if (answer.decision !== 'given') return 'refused'
  return answer.expires_at !== null && answer.expires_at <= now ? 'expired' : 'given'
}

const DAY_MS = 24 * 60 * 60 * 1_000

function endsSoon(expiresAt: Date | null | undefined, now: Date): boolean {
  if (!expiresAt) return false
  return expiresAt.getTime() <= now.getTime() + RENEWAL_DAYS * DAY_MS
}

const WAYS: readonly ConsentWay[] = [
  'own-pages',
  'paper',
  'conversation',
  'phone',
  'email',
  'letter',
]

function wayOf(word: string): ConsentWay {
  return WAYS.find((way) => way === word) ?? 'own-pages'
}
