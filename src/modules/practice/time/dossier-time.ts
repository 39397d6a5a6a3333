import type { Actor, Actors } from '#modules/practice/actors.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import type { RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import type { TimeKind } from './words.ts'

/** The time spent on one client, for the opened dossier. */
export function timeReads(access: Access, dossierId: string): TimeReads {
  return buildReads(access, dossierId)
}

export type TimeReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    timeEntries: selectReadable(access, 'time_entries', {
      needs: ['id', 'day', 'minutes', 'kind', 'noted_by'],
      shows: ['billable', 'consult_id', 'invoice_line'],
      where,
    }),
    timeRemarks: selectReadable(access, 'time_remarks', { needs: ['entry_id', 'body'], where }),
    timeCorrections: selectReadable(access, 'time_corrections', {
      needs: ['entry_id', 'day', 'minutes', 'kind', 'removed', 'corrected_by', 'corrected_at'],
      shows: ['billable'],
      where,
    }),
  }
}

/** Time on one day. */
export interface TimeEntryView {
  readonly id: string
  /** ISO date. */
  readonly day: string
  readonly minutes: number
  readonly kind: TimeKind
  readonly billable: boolean
  /** Whether it stands on an invoice, and so does not change. */
  readonly invoiced: boolean
  readonly consultId?: string
  readonly remark?: string
  readonly by: Actor
  /** What it said before, the newest first. */
  readonly earlier: readonly TimeCorrectionView[]
}

export interface TimeCorrectionView {
  readonly entryId: string
  readonly day: string
  readonly minutes: number
  readonly kind: TimeKind
  readonly removed: boolean
  readonly by: Actor
  readonly at: Date
}

export interface DossierTime {
  /** The newest day first. */
  readonly entries: readonly TimeEntryView[]
  /** What was taken out, the newest first. */
  readonly removed: readonly TimeCorrectionView[]
  readonly minutes: number
  readonly billableMinutes: number
}

type Rows = { readonly [Name in keyof TimeReads]: RowsOf<TimeReads[Name]> }

/** Unseals what `timeReads` answered. */
export function readDossierTime(opening: Opening, rows: Rows, actors: Actors): DossierTime {
  const remarks = new Map(
    rows.timeRemarks.map((row) => [row.entry_id, opening.unseal('time_remarks.body', row.body)]),
  )
  const corrections = rows.timeCorrections
    .map((row) => readCorrection(row, actors))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const entries = rows.timeEntries
    .map((row): TimeEntryView => {
      const remark = remarks.get(row.id)
      return {
        id: row.id,
        day: row.day,
        minutes: row.minutes,
        kind: row.kind as TimeKind, // as in the table
        billable: row.billable ?? true,
        invoiced: Boolean(row.invoice_line),
        ...(row.consult_id && { consultId: row.consult_id }),
        ...(remark !== undefined && { remark }),
        by: actors.who(row.noted_by),
        earlier: corrections.filter(({ entryId, removed }) => entryId === row.id && !removed),
      }
    })
    .toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
  const total = (chosen: readonly TimeEntryView[]): number =>
    chosen.reduce((sum, { minutes }) => sum + minutes, 0)
  return {
    entries,
    removed: corrections.filter(({ removed }) => removed),
    minutes: total(entries),
    billableMinutes: total(entries.filter(({ billable }) => billable)),
  }
}

function readCorrection(row: Rows['timeCorrections'][number], actors: Actors): TimeCorrectionView {
  return {
    entryId: row.entry_id,
    day: row.day,
    minutes: row.minutes,
    kind: row.kind as TimeKind, // as in the table
    removed: row.removed,
    by: actors.who(row.corrected_by),
    at: row.corrected_at,
  }
}
