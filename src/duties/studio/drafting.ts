import { from } from '#store/query.ts'
import type { StatementSource } from '#store/statement-files.ts'
import type { Transaction } from '#store/transaction.ts'

export interface NewDraft {
  /** UUID of the form: the same twice begins one draft. */
  readonly id: string
  /** The version that it begins from. */
  readonly basedOn: number
  readonly source: StatementSource
}

/** Begins a draft with its first revision. */
export async function beginDraft(tx: Transaction, draft: NewDraft): Promise<void> {
  const { id, basedOn, source } = draft
  await tx.run(from.insertInto('statement_drafts').values({ id, based_on: basedOn }))
  await tx.run(
    from
      .insertInto('statement_revisions')
      .values({ draft_id: id, number: 1, source: JSON.stringify(source) }),
  )
}

export interface NewRevision {
  readonly draftId: string
  /** The number of the revision that was on the page. */
  readonly after: number
  readonly source: StatementSource
}

/**
 * Saves a draft as it is now. Earlier revisions stay.
 *
 * @throws `DRAFT_CHANGED` when somebody else saved meanwhile; `DRAFT_CLOSED` when it waits for an
 *   answer, was decided on or dropped.
 */
export async function saveRevision(tx: Transaction, revision: NewRevision): Promise<void> {
  const { draftId, after, source } = revision
  await tx.run(
    from
      .insertInto('statement_revisions')
      .values({ draft_id: draftId, number: after + 1, source: JSON.stringify(source) }),
  )
}

/**
 * Drops a draft: nobody sees it any more.
 *
 * @throws `DRAFT_CLOSED` when it waits for an answer or was decided on.
 */
export async function discardDraft(tx: Transaction, draftId: string): Promise<void> {
  await tx.run(from.insertInto('statement_discards').values({ draft_id: draftId }))
}

export interface NewProposal {
  /** UUID of the form. */
  readonly id: string
  readonly revisionId: string
  readonly version: number
  /** ISO date. */
  readonly inForce: string
}

/**
 * Asks somebody else to approve a revision.
 *
 * @throws `DRAFT_CHANGED` when it is no longer the newest; `DRAFT_CLOSED`, `VERSION_TAKEN`,
 *   `IN_FORCE_PASSED`, `IN_FORCE_BEFORE_OTHER`.
 */
export async function propose(tx: Transaction, proposal: NewProposal): Promise<void> {
  const { id, revisionId, version, inForce } = proposal
  await tx.run(
    from
      .insertInto('statement_proposals')
      .values({ id, revision_id: revisionId, version, in_force: inForce }),
  )
}

/**
 * Approves a proposal, which decides on the version: it is announced, and true on its day.
 *
 * @throws `OWN_PROPOSAL` for whoever wrote in it or proposed it; `PROPOSAL_ANSWERED`,
 *   `VERSION_TAKEN`, `IN_FORCE_PASSED`, `IN_FORCE_BEFORE_OTHER`.
 */
export async function approveProposal(tx: Transaction, proposalId: string): Promise<void> {
  await tx.run(from.insertInto('statement_approvals').values({ proposal_id: proposalId }))
}

/**
 * Sends a proposal back to its draft, where it can be written in again.
 *
 * @param reason What must be better, at most 2000 characters.
 * @throws `PROPOSAL_ANSWERED`.
 */
export async function returnProposal(
  tx: Transaction,
  { proposalId, reason }: { readonly proposalId: string; readonly reason: string },
): Promise<void> {
  await tx.run(from.insertInto('statement_returns').values({ proposal_id: proposalId, reason }))
}

/**
 * Asks somebody else to take an announced version back before its day.
 *
 * @param reason Why, at most 2000 characters.
 * @throws `VERSION_IN_FORCE`; `DUPLICATE` when it was asked before.
 */
export async function askRetraction(
  tx: Transaction,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<void> {
  await tx.run(from.insertInto('statement_retractions').values({ version, reason }))
}

/**
 * Takes an announced version back: it never takes effect, and whoever was told of it is told again.
 *
 * @throws `OWN_PROPOSAL` for whoever asked for it; `VERSION_IN_FORCE`.
 */
export async function approveRetraction(tx: Transaction, version: number): Promise<void> {
  await tx.run(from.insertInto('statement_retraction_approvals').values({ version }))
}

/** Lets an announced version stand after all; nothing happens when nobody asked to take it back. */
export async function dropRetraction(tx: Transaction, version: number): Promise<void> {
  await tx.run(from.deleteFrom('statement_retractions').where('version', '=', version))
}
