import { isAppError } from '#kernel/error.ts'
import type { Row } from './batch.ts'
import type { DossierKeys } from './dossier-keys.ts'
import type { Opening } from './opened-dossier.ts'
import type { SealedCells } from './query.ts'

/** What stands where words were, when the case was emptied or its key is gone. */
export const EMPTIED = '–'

/** The keys of an organisation's cases. */
export interface CaseKeys {
  readonly keys: DossierKeys
  readonly organisation: string
}

/**
 * Puts plain words in the place of what is sealed with the keys of cases, in the rows themselves.
 * Where the key was destroyed it tells that there is nothing.
 *
 * @throws `UNREADABLE` when a value was changed or moved since it was sealed.
 */
export async function unsealCells(
  from: CaseKeys,
  rows: readonly Row[],
  sealed: SealedCells,
): Promise<void> {
  await Promise.all(rows.map((row) => unsealRow(from, row, sealed)))
}

async function unsealRow(from: CaseKeys, row: Row, sealed: SealedCells): Promise<void> {
  const cells = Object.entries(sealed.cells)
  const id = 'id' in sealed.case ? sealed.case.id : row[sealed.case.column]
  const isSealed = cells.some(([name]) => Buffer.isBuffer(row[name]))
  const opening = isSealed && typeof id === 'string' ? await openIfThere(from, id) : undefined
  for (const [name, [place, none]] of cells) {
    const value = row[name]
    row[name] = opening && Buffer.isBuffer(value) ? opening.unseal(place, value) : none
  }
}

async function openIfThere(
  { keys, organisation }: CaseKeys,
  id: string,
): Promise<Opening | undefined> {
  try {
    return await keys.open(organisation, id)
  } catch (error) {
    if (isAppError(error) && error.code === 'UNREADABLE') return undefined
    throw error
  }
}
