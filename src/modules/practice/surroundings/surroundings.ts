import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import type { RowsOf } from '#store/query.ts'
import {
  citizenNumberReads,
  type CitizenNumberTwin,
  type HeldCitizenNumber,
} from '#modules/practice/citizen-number/citizen-number.ts'
import { readRelated, type RelatedPersonView, relatedReads } from './related-person.ts'

/** What is kept of a client beyond the usual: only where it was asked for. */
export interface Surroundings {
  readonly related: readonly RelatedPersonView[]
  readonly number: HeldCitizenNumber | undefined
  /** Other dossiers with the same citizen number, within reach. */
  readonly twins: readonly CitizenNumberTwin[]
}

export type SurroundingsReads = ReturnType<typeof buildReads>

/** For the same round trip as the dossier. */
export function surroundingsReads(access: Access, dossierId: string): SurroundingsReads {
  return buildReads(access, dossierId)
}

function buildReads(access: Access, dossierId: string) {
  return {
    ...relatedReads(access, dossierId),
    ...citizenNumberReads(),
  }
}

export type SurroundingsRows = {
  readonly [Name in keyof SurroundingsReads]: RowsOf<SurroundingsReads[Name]>
}

/** Unseals what `surroundingsReads` answered. */
export function readSurroundings(opening: Opening, rows: SurroundingsRows): Surroundings {
  return {
    related: readRelated(opening, rows.related),
    number: rows.heldNumber[0],
    twins: rows.numberTwins,
  }
}
