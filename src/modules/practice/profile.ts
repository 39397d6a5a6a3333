import type { Updateable } from 'kysely'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { Profiles } from '#store/tables.ts'

/** What is asked of a client at intake, beside name and reachability. */
export interface Profile {
  /** ISO date. */
  readonly bornOn?: string | undefined
  readonly street?: string | undefined
  /** `null` clears it, as the empty text clears the others. */
  readonly houseNumber?: number | null | undefined
  readonly houseNumberAddition?: string | undefined
  readonly postcode?: string | undefined
  readonly city?: string | undefined
  /** Free text, sealed; so is `career`. */
  readonly education?: string | undefined
  readonly career?: string | undefined
}

/**
 * Changes what is known of a client beside the card. What is left out stays as it was.
 *
 * @throws `NOT_DECLARED` when the activity may not write something of it.
 */
export async function changeProfile(tx: OpenedDossier, profile: Profile): Promise<void> {
  const columns = profileColumns(tx, profile)
  if (Object.keys(columns).length === 0) return
  await tx.run(from.updateTable('profiles').set(columns).where('dossier_id', '=', tx.dossierId))
}

/**
 * Only the columns that are given: a column that is named needs a grant, also when it stays
 * empty.
 */
export function profileColumns(
  tx: OpenedDossier,
  profile: Profile,
): Omit<Updateable<Profiles>, 'dossier_id'> {
  const { bornOn, street, houseNumber, houseNumberAddition, postcode, city } = profile
  const { education, career } = profile
  return {
    ...(bornOn !== undefined && { born_on: orNothing(bornOn) }),
    ...(street !== undefined && { street: orNothing(street) }),
    ...(houseNumber !== undefined && { house_number: houseNumber }),
    ...(houseNumberAddition !== undefined && {
      house_number_addition: orNothing(houseNumberAddition),
    }),
    ...(postcode !== undefined && { postcode: orNothing(postcode) }),
    ...(city !== undefined && { city: orNothing(city) }),
    ...(education !== undefined && { education: tx.seal('profiles.education', education) }),
    ...(career !== undefined && { career: tx.seal('profiles.career', career) }),
  }
}

function orNothing(text: string): string | null {
  return text === '' ? null : text
}
