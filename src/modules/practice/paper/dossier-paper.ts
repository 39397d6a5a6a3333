import type { Actor, Actors } from '#modules/practice/actors.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import type { RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import type { PaperAct, PrintKind, PrintWent } from './words.ts'

/** The paper of one dossier, for the opened dossier. */
export function paperReads(access: Access, dossierId: string): PaperReads {
  return buildReads(access, dossierId)
}

export type PaperReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    paperFiles: selectReadable(access, 'paper_files', {
      needs: ['label', 'place', 'out_with', 'out_since', 'destroyed_on', 'destroyed_by'],
      where,
    }),
    paperItems: selectReadable(access, 'paper_items', {
      needs: ['id', 'kind', 'item_id', 'title', 'went', 'printed_by', 'printed_at'],
      where,
    }),
    paperMoves: selectReadable(access, 'paper_moves', {
      needs: ['act', 'place', 'day', 'moved_by', 'moved_at'],
      where,
    }),
  }
}

export interface PaperFileView {
  readonly label: string
  readonly place: string
  /** Who has it, and since when; undefined while it lies in its place. */
  readonly out?: { readonly with: Actor; readonly since: Date }
  readonly destroyed?: { readonly on: string; readonly by: Actor }
}

export interface PaperItemView {
  readonly id: string
  readonly kind: PrintKind
  readonly itemId?: string
  readonly title: string
  readonly went: PrintWent
  readonly by: Actor
  readonly at: Date
}

export interface PaperMoveView {
  readonly act: PaperAct
  readonly place: string
  readonly day: string
  readonly by: Actor
}

export interface DossierPaper {
  /** Undefined when no paper file was recorded. */
  readonly file?: PaperFileView
  /** The newest first, as are moves. */
  readonly items: readonly PaperItemView[]
  readonly moves: readonly PaperMoveView[]
}

type Rows = { readonly [Name in keyof PaperReads]: RowsOf<PaperReads[Name]> }

/** Unseals what `paperReads` answered. */
export function readDossierPaper(opening: Opening, rows: Rows, actors: Actors): DossierPaper {
  const [file] = rows.paperFiles
  return {
    ...(file && { file: readFile(file, actors) }),
    items: rows.paperItems
      .map(
        (row): PaperItemView => ({
          id: row.id,
          kind: row.kind as PrintKind, // as in the table
          ...(row.item_id && { itemId: row.item_id }),
          title: opening.unseal('paper_items.title', row.title),
          went: row.went as PrintWent, // as in the table
          by: actors.who(row.printed_by),
          at: row.printed_at,
        }),
      )
      .toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    moves: rows.paperMoves
      .toSorted((a, b) => b.moved_at.getTime() - a.moved_at.getTime())
      .map((row) => ({
        act: row.act as PaperAct, // as in the table
        place: row.place,
        day: row.day,
        by: actors.who(row.moved_by),
      })),
  }
}

function readFile(row: Rows['paperFiles'][number], actors: Actors): PaperFileView {
  const { destroyed_by, destroyed_on, label, out_since, out_with, place } = row
  return {
    label,
    place,
    ...(out_since && { out: { with: actors.who(out_with), since: out_since } }),
    ...(destroyed_on && { destroyed: { on: destroyed_on, by: actors.who(destroyed_by) } }),
  }
}
