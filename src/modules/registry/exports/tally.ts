import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Runner } from '#store/platform.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Reads } from '#store/store.ts'
import type { Field, Measure } from './words.ts'

/** The activity in which numbers are told to others. */
export const RESEARCH_EXPORTS = 'research-exports'
/** How often a count was handed out, as far as it is listed. */
export const TALLY_EXPORTS_MOST = 200

/** A table as it is asked for. */
export interface WantedTable {
  /** Word of the statement. */
  readonly recipient: string
  /** At least one, in the order in which they are told apart. */
  readonly fields: readonly Field[]
}

export interface WantedTally {
  /** UUID of the form. */
  readonly id: string
  readonly measure: Measure
  readonly year: number
  /** No number is of fewer people; 5 or more. */
  readonly smallest: number
  /** 1, 5 or 10. */
  readonly rounding: number
  /** ISO date, today or later: who objects before it is counted is in nothing. */
  readonly plannedOn: string
  /** One to three. */
  readonly tables: readonly WantedTable[]
}

/**
 * Plans the one count of a measure and a year, with all tables that are ever made of it.
 *
 * @throws `TALLY_PLANNED` when there is one; `YEAR_NOT_OVER`, `TALLY_DAY_OUT_OF_REACH`,
 *   `TABLES_SUBTRACT`, `RECIPIENT_UNDECLARED`, `PURPOSE_UNDECLARED`, `CATEGORY_UNDECLARED`.
 */
export async function planTally(tx: Runner, wanted: WantedTally): Promise<void> {
  const { id, measure, year, smallest, rounding, plannedOn, tables } = wanted
  if (tables.length === 0) throw new AppError('TALLY_FIELD_UNKNOWN')
  const planned = await tx.run(
    from
      .insertInto('tallies')
      .values({ id, measure, year, smallest, rounding, planned_on: plannedOn })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  )
  if (planned.length === 0) throw new AppError('TALLY_PLANNED')
  for (const [place, { recipient, fields }] of tables.entries()) {
    await tx.run(
      from
        .insertInto('tally_tables')
        .values({ tally_id: id, number: place + 1, recipient, fields: [...fields] }),
    )
  }
}

/**
 * Calls off a count that was not made yet.
 *
 * @throws `TALLY_MADE`, `NOT_FOUND`
 */
export async function callOffTally(tx: Runner, id: string): Promise<void> {
  const rows = await tx.run(
    from
      .updateTable('tallies')
      .set({ called_off_at: sql`now()` })
      .where('id', '=', id)
      .returning('id'),
  )
  if (rows.length === 0) throw new AppError('NOT_FOUND')
}

export interface TallyLine {
  readonly id: string
  readonly measure: Measure
  readonly year: number
  readonly smallest: number
  readonly rounding: number
  /** ISO date. */
  readonly planned_on: string
  readonly called_off_at: Date | null
  readonly made_at: Date | null
  /** How often a table of it went out. */
  readonly exports: number
  /** How many there are in all. */
  readonly total: number
}

const line = sql`select t.id, t.measure, t.year, t.smallest, t.rounding,
  t.planned_on::text as planned_on, t.called_off_at, t.made_at,
  (select count(*)::integer from tally_exports e where e.tally_id = t.id) as exports,
  count(*) over ()::integer as total
  from tallies t`

/** Counts on a page of the list. */
export const TALLIES_PAGE = 50

/**
 * Counts that there were or that are planned, the newest year first.
 *
 * @param search A part of a year; empty finds all.
 * @param page Counted from 1.
 */
export function listTallies({
  search,
  page,
}: {
  readonly search: string
  readonly page: number
}): WrittenQuery<TallyLine> {
  return written(sql<TallyLine>`${line} where strpos(t.year::text, ${search}) > 0
    order by t.year desc, t.measure, t.asked_at desc, t.id
    limit ${TALLIES_PAGE} offset ${(page - 1) * TALLIES_PAGE}`)
}

/** A value that a field can have. */
export interface TallyWord {
  readonly field: Field
  readonly place: number
  readonly name_nl: string
  readonly name_en: string
}

/** A number: of everything between two places in each field of its table. */
export interface TallyGroup {
  readonly number: number
  readonly lo: readonly number[]
  readonly hi: readonly number[]
  readonly amount: number
}

export interface TallyTable {
  readonly number: number
  readonly recipient: string
  readonly fields: readonly Field[]
  readonly groups: number
}

export interface TallyExport {
  readonly id: string
  readonly number: number
  readonly recipient: string
  readonly purpose: string
  readonly exported_by: string | null
  readonly by: string | null
  readonly exported_at: Date
}

export interface TallyReads extends Reads {
  readonly tally: WrittenQuery<TallyLine>
  readonly tables: WrittenQuery<TallyTable>
  readonly words: WrittenQuery<TallyWord>
  readonly groups: WrittenQuery<TallyGroup>
  readonly exports: WrittenQuery<TallyExport>
}

/**
 * What a page of one count needs.
 *
 * @param groups How many numbers of each table at most.
 */
export function tallyReads(id: string, groups: number): TallyReads {
  return {
    tally: written<TallyLine>(sql`${line} where t.id = ${id}`),
    tables: written<TallyTable>(sql`
      select t.number, t.recipient, t.fields, (select count(*)::integer from tally_groups g
        where g.tally_id = t.tally_id and g.number = t.number) as groups
      from tally_tables t where t.tally_id = ${id} order by t.number`),
    words: written<TallyWord>(sql`
      select field, place, name_nl, name_en from tally_words where tally_id = ${id}
      order by field, place`),
    groups: written<TallyGroup>(sql`
      select number, lo, hi, amount from tally_groups
      where tally_id = ${id} and place <= ${groups}::integer order by number, place`),
    exports: written<TallyExport>(sql`
      select e.id, e.number, e.recipient, e.purpose, e.exported_by, m.name as by, e.exported_at
      from tally_exports e left join members m on m.account_id = e.exported_by
      where e.tally_id = ${id} order by e.exported_at desc limit ${TALLY_EXPORTS_MOST}`),
  }
}

export interface ExportedTable {
  readonly measure: Measure
  readonly year: number
  readonly smallest: number
  readonly rounding: number
  readonly recipient: string
  readonly fields: readonly Field[]
  readonly words: readonly TallyWord[]
  readonly groups: readonly TallyGroup[]
}

/**
 * Hands out a table as it was counted. That it went out, to whom and what for, is recorded first.
 *
 * @throws `NOT_FOUND` when it was not counted yet; what the gate refuses.
 */
export async function exportTable(
  tx: Runner,
  { tallyId, number }: { readonly tallyId: string; readonly number: number },
): Promise<ExportedTable> {
  await tx.run(from.insertInto('tally_exports').values({ tally_id: tallyId, number }))
  const [table] = await tx.run(
    written<ExportedTable>(sql`
      select a.measure, a.year, a.smallest, a.rounding, t.recipient, t.fields,
        coalesce((select jsonb_agg(jsonb_build_object('field', w.field, 'place', w.place,
          'name_nl', w.name_nl, 'name_en', w.name_en)) from tally_words w
          where w.tally_id = a.id and w.field = any (t.fields)), '[]') as words,
        coalesce((select jsonb_agg(jsonb_build_object('lo', g.lo, 'hi', g.hi, 'amount', g.amount)
          order by g.place) from tally_groups g
          where g.tally_id = a.id and g.number = t.number), '[]') as groups
      from tallies a join tally_tables t on t.tally_id = a.id
      where a.id = ${tallyId} and t.number = ${number} and a.made_at is not null`),
  )
  if (!table) throw new AppError('NOT_FOUND')
  return table
}
