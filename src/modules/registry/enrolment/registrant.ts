import { type Insertable, sql } from 'kysely'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Registrants } from '#store/tables.ts'

/** Who is registered, as they enter it themselves: name, day of birth, where they live. */
export interface Registrant {
  /** In full, as in the passport; at most 200 characters. */
  readonly givenNames: string
  /** "van der", which sorting leaves out; at most 30. */
  readonly prefix: string
  /** At most 100 characters. */
  readonly familyName: string
  /** ISO date. */
  readonly bornOn: string
  readonly birthPlace: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly street?: string | undefined
  readonly houseNumber?: number | undefined
  readonly houseNumberAddition?: string | undefined
  readonly postcode?: string | undefined
  readonly city?: string | undefined
}

/** Where details of a person came from. */
export type RegistrantSource = 'person' | 'request' | 'import'

/** Who is registered, for who may read all of it. */
export function findRegistrant(dossierId: string): WrittenQuery<Registrant> {
  return written(sql<Registrant>`
    select given_names as "givenNames", prefix, family_name as "familyName",
      born_on::text as "bornOn", birth_place as "birthPlace", email, phone, street,
      house_number as "houseNumber", house_number_addition as "houseNumberAddition", postcode, city
    from registrants where dossier_id = ${dossierId}`)
}

/** A name as it is said. */
export function sayRegistrant(name: {
  readonly givenNames: string
  readonly prefix?: string
  readonly familyName: string
}): string {
  return [name.givenNames, name.prefix, name.familyName].filter(Boolean).join(' ')
}

/** The name of a registrant as it is stored; without one when they did not enter it yet. */
export interface RegistrantName {
  readonly given_names: string | null
  readonly prefix: string | null
  readonly family_name: string | null
}

/** Whom a registration within reach is of. */
export function registrantName(dossierId: string): WrittenQuery<RegistrantName> {
  return written(sql<RegistrantName>`
    select given_names, prefix, family_name from registrants where dossier_id = ${dossierId}`)
}

/**
 * Enters who is registered, in the opened dossier: by the person, or for them by who carries out a
 * written request. The other registrations of the same person follow.
 *
 * @throws `OWN_ENTRY` for anybody else; `NOT_DECLARED`.
 */
export async function enterRegistrant(tx: OpenedDossier, registrant: Registrant): Promise<void> {
  if ((await correctRegistrant(tx, registrant)) === 0) await addRegistrant(tx, registrant)
}

/** Enters who is registered in a dossier that holds nobody yet. @throws As `enterRegistrant`. */
export async function addRegistrant(tx: OpenedDossier, registrant: Registrant): Promise<void> {
  await tx.run(
    from.insertInto('registrants').values({ dossier_id: tx.dossierId, ...columnsOf(registrant) }),
  )
}

/**
 * Corrects what stands there already, for who may only correct.
 *
 * @returns How many there were: one or none.
 * @throws As `enterRegistrant`.
 */
export async function correctRegistrant(
  tx: OpenedDossier,
  registrant: Registrant,
): Promise<number> {
  const corrected = await tx.run(
    from
      .updateTable('registrants')
      .set(columnsOf(registrant))
      .where('dossier_id', '=', tx.dossierId)
      .returning('dossier_id'),
  )
  return corrected.length
}

export function columnsOf(registrant: Registrant): Omit<Insertable<Registrants>, 'dossier_id'> {
  return {
    given_names: registrant.givenNames,
    prefix: registrant.prefix,
    family_name: registrant.familyName,
    born_on: registrant.bornOn,
    birth_place: registrant.birthPlace,
    email: registrant.email ?? null,
    phone: registrant.phone ?? null,
    street: registrant.street ?? null,
    house_number: registrant.houseNumber ?? null,
    house_number_addition: registrant.houseNumberAddition ?? null,
    postcode: registrant.postcode ?? null,
    city: registrant.city ?? null,
  }
}
