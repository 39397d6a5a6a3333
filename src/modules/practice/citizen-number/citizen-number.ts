import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { written } from '#store/query.ts'
import { readCitizenNumber } from './eleven-test.ts'
import type { CitizenNumberMarks } from './mark.ts'

const COLUMN = 'citizen_numbers.number'

/** What stands on the screen for a number: not one digit of it. */
export const MASKED = '•••••••••'

/**
 * Records the citizen number of the opened dossier's client, or puts another in its place.
 *
 * @param typed As people write it.
 * @throws `CITIZEN_NUMBER_WRONG`; `CITIZEN_NUMBER_BARRED` when no law is named for this kind of
 * service, or the activity may not; `DOSSIER_CLOSED`.
 */
export async function recordCitizenNumber(
  tx: OpenedDossier,
  { typed, marks }: { readonly typed: string; readonly marks: CitizenNumberMarks },
): Promise<void> {
  const number = readCitizenNumber(typed)
  const sealed = tx.seal(COLUMN, number)
  const mark = marks.markOf(tx.opening.organisation, number)
  await tx.run(written(sql`select record_citizen_number(${sealed}, ${mark})`))
}

/**
 * The nine digits, once it is in the ledger that they were shown.
 *
 * @throws `NOT_FOUND` when there is none; `CITIZEN_NUMBER_BARRED`.
 */
export async function showCitizenNumber(tx: OpenedDossier): Promise<string> {
  const [row] = await tx.run(
    written(sql<{ sealed: Buffer }>`select show_citizen_number() as sealed`),
  )
  if (!row) throw new AppError('NOT_FOUND')
  return tx.unseal(COLUMN, row.sealed)
}

/** Removes it. @throws `NOT_FOUND`; `CITIZEN_NUMBER_BARRED`. */
export async function removeCitizenNumber(tx: OpenedDossier): Promise<void> {
  await tx.run(written(sql`select remove_citizen_number()`))
}

/** That there is a number in the opened dossier, or that there may be one. */
export interface HeldCitizenNumber {
  readonly recordedAt: Date | null
  readonly recordedBy: string | null
  readonly mayShow: boolean
  readonly mayWrite: boolean
}

/** Another dossier with the same number. */
export interface CitizenNumberTwin {
  readonly dossierId: string
  readonly reference: string
}

export type CitizenNumberReads = ReturnType<typeof buildReads>

/** What may be known of it without showing it, for the same round trip as the dossier. */
export function citizenNumberReads(): CitizenNumberReads {
  return buildReads()
}

function buildReads() {
  return {
    heldNumber: written(sql<HeldCitizenNumber>`
      select recorded_at as "recordedAt", recorded_by as "recordedBy", may_show as "mayShow",
        may_write as "mayWrite" from citizen_number_held()`),
    numberTwins: written(sql<CitizenNumberTwin>`
      select dossier_id as "dossierId", reference from citizen_number_twins()`),
  }
}
