import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Language, Text } from '#kernel/language.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, written } from '#store/query.ts'
import { refusing } from '#store/refusal.ts'
import { sayDay } from '#kernel/day.ts'

/** How a service goes, in the fields that were agreed. A field that is left out is not reported. */
export interface Progress {
  readonly attends?: Attendance | undefined
  /** ISO date. */
  readonly endsOn?: string | undefined
  /** Hours a week, 0 to 60. */
  readonly hoursAble?: number | undefined
  readonly pace?: Pace | undefined
}

export const ATTENDANCES = {
  always: { nl: 'komt de afspraken na', en: 'keeps appointments' },
  mostly: { nl: 'komt de meeste afspraken na', en: 'keeps most appointments' },
  hardly: { nl: 'komt veel afspraken niet na', en: 'misses many appointments' },
} as const satisfies Readonly<Record<string, Text>>

export const PACES = {
  'as-planned': { nl: 'volgens plan', en: 'as planned' },
  slower: { nl: 'langzamer dan gepland', en: 'slower than planned' },
  faster: { nl: 'sneller dan gepland', en: 'faster than planned' },
} as const satisfies Readonly<Record<string, Text>>

export type Attendance = keyof typeof ATTENDANCES
export type Pace = keyof typeof PACES
export type ProgressField = keyof Progress

/** What each field is called. */
export const PROGRESS_FIELDS: Readonly<Record<ProgressField, Text>> = {
  attends: { nl: 'Aanwezigheid', en: 'Attendance' },
  endsOn: { nl: 'Verwacht einde', en: 'Expected end' },
  hoursAble: { nl: 'Uren per week inzetbaar', en: 'Hours a week able to work' },
  pace: { nl: 'Verloop', en: 'Course' },
}

/** Kinds of service of people who may be ill: as the database has it, which decides. */
const OF_THE_ILL = /^(?:re-integration|case-management$)/

/** The fields that may be reported of a kind of service. */
export function progressFields(kind: string): readonly ProgressField[] {
  return ['attends', 'endsOn', OF_THE_ILL.test(kind) ? 'hoursAble' : 'pace']
}

/** A report of progress in a dossier. */
export interface ProgressView extends Progress {
  readonly id: string
  readonly writtenAt: Date
}

export interface ProgressRow {
  readonly id: string
  readonly attends: string | null
  readonly ends_on: string | null
  readonly hours_able: number | null
  readonly pace: string | null
  readonly written_at: Date
}

/** The reports as pages show them, the newest first. */
export function readProgress(rows: readonly ProgressRow[]): ProgressView[] {
  return rows
    .map((row) => ({
      id: row.id,
      writtenAt: row.written_at,
      ...(isWord(row.attends, ATTENDANCES) && { attends: row.attends }),
      ...(row.ends_on !== null && { endsOn: row.ends_on }),
      ...(row.hours_able !== null && { hoursAble: row.hours_able }),
      ...(isWord(row.pace, PACES) && { pace: row.pace }),
    }))
    .toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())
}

function isWord<T extends object>(word: string | null, words: T): word is keyof T & string {
  return word !== null && Object.hasOwn(words, word)
}

/**
 * Reports the progress of the opened dossier. Nothing leaves by it: the client is asked like for a
 * document. Returns its id.
 *
 * @throws `FIELD_NOT_AGREED` for a field that is not reported of this kind of service;
 * `PROGRESS_EMPTY`; `DOSSIER_CLOSED`; `DUPLICATE` when this form was sent before.
 */
export async function reportProgress(
  tx: OpenedDossier,
  { id = randomUUID(), ...progress }: Progress & { readonly id?: string },
): Promise<string> {
  await refusing(
    tx.run(
      from.insertInto('progress_reports').values({
        id,
        dossier_id: tx.dossierId,
        attends: progress.attends ?? null,
        ends_on: progress.endsOn ?? null,
        hours_able: progress.hoursAble ?? null,
        pace: progress.pace ?? null,
      }),
    ),
    { progress_reports_check: 'PROGRESS_EMPTY' },
  )
  return id
}

const TITLE: Text = { nl: 'Voortgang op {day}', en: 'Progress on {day}' }

/** What a report is called outside the dossier. */
export function progressTitle(writtenAt: Date, language: Language): string {
  return TITLE[language].replace('{day}', sayDay(writtenAt, language))
}

/** A report in words: a line for each field. */
export function progressText(progress: Progress, language: Language): string {
  return sayProgress(progress, language)
    .map(({ label, value }) => `${label[language]}: ${value}`)
    .join('\n')
}

/** Each field that was reported, with what it says. */
export function sayProgress(
  { attends, endsOn, hoursAble, pace }: Progress,
  language: Language,
): { readonly label: Text; readonly value: string }[] {
  const said: [ProgressField, string | undefined][] = [
    ['attends', attends && ATTENDANCES[attends][language]],
    ['pace', pace && PACES[pace][language]],
    ['hoursAble', hoursAble === undefined ? undefined : String(hoursAble)],
    ['endsOn', endsOn && sayDay(endsOn, language)],
  ]
  return said.flatMap(([field, value]) =>
    value === undefined ? [] : [{ label: PROGRESS_FIELDS[field], value }],
  )
}

/** Whether the activity in which the dossier is open knows of progress. */
export async function mayReportProgress(tx: OpenedDossier): Promise<boolean> {
  const rows = await tx.run(
    written(
      sql<{
        may: boolean
      }>`select has_column_privilege('progress_reports', 'pace', 'select') as may`,
    ),
  )
  return rows[0]?.may ?? false
}

/** The report with this id in the opened dossier. */
export async function findProgress(
  tx: OpenedDossier,
  id: string,
): Promise<ProgressView | undefined> {
  const [row] = await tx.run(
    from
      .selectFrom('progress_reports')
      .select(['id', 'attends', 'ends_on', 'hours_able', 'pace', 'written_at'])
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId),
  )
  return row && readProgress([row])[0]
}
