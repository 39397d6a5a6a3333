import type { Access } from '#store/access.ts'
import type { RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import type { GatekeeperStep, TermState } from './words.ts'

/** What an activity may see of the terms of one dossier, for one round trip. */
export function gatekeeperReads(access: Access, dossierId: string): GatekeeperReads {
  return buildReads(access, dossierId)
}

export type GatekeeperReads = ReturnType<typeof buildReads>
export type GatekeeperRows = {
  readonly [Name in keyof GatekeeperReads]: RowsOf<GatekeeperReads[Name]>
}

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    sickLeaves: selectReadable(access, 'sick_leaves', {
      needs: ['first_sick_on', 'ended_on'],
      where,
    }),
    terms: selectReadable(access, 'gatekeeper_terms', {
      needs: ['step', 'week', 'due_on', 'done_on'],
      where,
    }),
    termCompletions: selectReadable(access, 'gatekeeper_completions', {
      needs: ['step', 'document_id'],
      where,
    }),
  }
}

export interface TermView {
  readonly step: GatekeeperStep
  readonly week: number
  /** ISO date: the last day on which it is in time. */
  readonly dueOn: string
  readonly doneOn?: string
  readonly documentId?: string
  readonly state: TermState
}

export interface GatekeeperView {
  readonly firstSickOn: string
  readonly endedOn?: string
  /** In the order of the weeks. */
  readonly terms: readonly TermView[]
}

/** Undefined where no first day of illness was recorded. */
export function readGatekeeper(rows: GatekeeperRows, today: string): GatekeeperView | undefined {
  const [leave] = rows.sickLeaves
  if (!leave) return undefined
  return {
    firstSickOn: leave.first_sick_on,
    ...(leave.ended_on && { endedOn: leave.ended_on }),
    terms: rows.terms
      .map((row) => {
        const completion = rows.termCompletions.find(({ step }) => step === row.step)
        return {
          step: row.step as GatekeeperStep, // as in the table
          week: row.week,
          dueOn: row.due_on,
          ...(row.done_on && { doneOn: row.done_on }),
          ...(completion?.document_id && { documentId: completion.document_id }),
          state: row.done_on ? ('done' as const) : stateOfTerm(row.due_on, today),
        }
      })
      .toSorted((a, b) => a.week - b.week),
  }
}

/** Days beforehand from which a term is near, and the coach is told. */
const NEAR_DAYS = 14
const DAY_MS = 86_400_000

/** How a term stands that was not met yet. */
function stateOfTerm(dueOn: string, today: string): TermState {
  if (dueOn < today) return 'late'
  return (Date.parse(dueOn) - Date.parse(today)) / DAY_MS <= NEAR_DAYS ? 'soon' : 'far'
}
