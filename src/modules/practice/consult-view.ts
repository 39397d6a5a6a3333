import type { Opening } from '#store/opened-dossier.ts'
import type { DossierRows } from './dossier-reads.ts'
import type { Actor, Actors } from './actors.ts'
import type { ConsultWay } from './words.ts'

/**
 * `draft` until it is sent; `sent` until the client answers; `replaced` when there is a newer
 * version.
 */
export type SummaryState = 'draft' | 'sent' | 'approved' | 'disputed' | 'replaced'

export interface SummaryView {
  readonly id: string
  readonly state: SummaryState
  readonly body: string
  readonly writtenBy: Actor
  readonly writtenAt: Date
  readonly sentAt?: Date
  readonly approvedAt?: Date
  /** Why the client disputes it, in the client's own words. */
  readonly dispute?: OwnWords
  /** What the client added since, the oldest first. */
  readonly supplements: readonly OwnWords[]
}

/** What the client wrote of a summary. */
export interface OwnWords {
  readonly words: string
  readonly at: Date
}

export interface ConsultView {
  readonly id: string
  /** ISO date. */
  readonly heldOn: string
  readonly minutes: number
  readonly way: ConsultWay
  readonly notedBy: Actor
  /** Versions of its summary, the newest first; none when it was not written yet. */
  readonly summaries: readonly SummaryView[]
}

type Rows = Pick<
  DossierRows,
  'consults' | 'summaries' | 'dispatches' | 'approvals' | 'disputes' | 'supplements'
>

/** The consults of an opened dossier with their summaries, the newest first. */
export function readConsults(opening: Opening, rows: Rows, actors: Actors): ConsultView[] {
  const summaries = Map.groupBy(rows.summaries, (row) => row.consult_id)
  const read = summaryReader(opening, rows, actors)
  return rows.consults
    .map((row) => ({
      id: row.id,
      heldOn: row.held_on,
      minutes: row.minutes,
      way: row.way as ConsultWay, // the table takes no other word
      notedBy: actors.who(row.noted_by),
      summaries: (summaries.get(row.id) ?? [])
        .map(read)
        .toSorted((a, b) => versionRank(b) - versionRank(a)),
    }))
    .toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))
}

type SummaryRow = Rows['summaries'][number]

function summaryReader(
  opening: Opening,
  rows: Rows,
  actors: Actors,
): (row: SummaryRow) => SummaryView {
  const sent = new Map(rows.dispatches.map((row) => [row.summary_id, row.sent_at]))
  const approved = new Map(rows.approvals.map((row) => [row.summary_id, row.approved_at]))
  const disputed = new Map(rows.disputes.map((row) => [row.summary_id, row]))
  const supplements = Map.groupBy(rows.supplements, (row) => row.summary_id)
  const replaced = new Set(rows.summaries.map((row) => row.replaces))
  return (row) => {
    const sentAt = sent.get(row.id)
    const approvedAt = approved.get(row.id)
    const dispute = disputed.get(row.id)
    return {
      id: row.id,
      state: stateOf({ sentAt, approvedAt, dispute, replaced: replaced.has(row.id) }),
      body: opening.unseal('summaries.body', row.body),
      writtenBy: actors.who(row.written_by),
      writtenAt: row.written_at,
      ...(sentAt && { sentAt }),
      ...(approvedAt && { approvedAt }),
      ...(dispute && {
        dispute: {
          words: opening.unseal('disputes.words', dispute.words),
          at: dispute.disputed_at,
        },
      }),
      supplements: (supplements.get(row.id) ?? [])
        .map((own) => ({
          words: opening.unseal('supplements.words', own.words),
          at: own.written_at,
        }))
        .toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    }
  }
}

interface Facts {
  readonly sentAt: Date | undefined
  readonly approvedAt: Date | undefined
  readonly dispute: unknown
  readonly replaced: boolean
}

function stateOf({ sentAt, approvedAt, dispute, replaced }: Facts): SummaryState {
  if (replaced) return 'replaced'
  if (!sentAt) return 'draft'
  if (approvedAt) return 'approved'
  return dispute ? 'disputed' : 'sent'
}

/** Every version but the newest was replaced, and was written before it. */
function versionRank({ state, writtenAt }: SummaryView): number {
  return writtenAt.getTime() + (state === 'replaced' ? 0 : 1)
}
