import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import type { RowsOf } from '#store/query.ts'
import { Actors } from '../actors.ts'
import { citizenNumberReads, type HeldCitizenNumber } from '../citizen-number/citizen-number.ts'
import type { DossierRows } from '../dossier-reads.ts'
import { readRelated, type RelatedPersonView, relatedReads } from './related-person.ts'
import { readSwitched, type SwitchedCategory, switchedReads } from './switched-category.ts'

/** What is kept of a client beyond the usual: only where it was asked for. */
export interface Surroundings {
  readonly switched: readonly SwitchedCategory[]
  readonly related: readonly RelatedPersonView[]
  readonly number: HeldCitizenNumber | undefined
  /** Other dossiers with the same citizen number, within reach. */
  readonly twins: readonly { readonly dossierId: string; readonly reference: string }[]
}

export type SurroundingsReads = ReturnType<typeof surroundingsReads>

/** For the same round trip as the dossier. */
export function surroundingsReads(access: Access, dossierId: string) {
  return {
    ...switchedReads(access, dossierId),
    ...relatedReads(access, dossierId),
    ...citizenNumberReads(),
  }
}

export type SurroundingsRows = {
  readonly [Name in keyof SurroundingsReads]: RowsOf<SurroundingsReads[Name]>
}

/** Unseals what `surroundingsReads` answered, beside the rows of the dossier. */
export function readSurroundings(
  opening: Opening,
  rows: SurroundingsRows & Pick<DossierRows, 'members' | 'relations'>,
): Surroundings {
  const actors = new Actors(rows.members, rows.relations)
  return {
    switched: readSwitched(opening, rows.switched, actors),
    related: readRelated(opening, rows.related),
    number: rows.heldNumber[0],
    twins: rows.numberTwins,
  }
}
