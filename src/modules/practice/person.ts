/**
 * The parts of a client's name. Family name at most 100 characters, the others at most 30, given
 * names 100.
 */
export interface PersonName {
  readonly givenName?: string | undefined
  readonly initials?: string | undefined
  /** "van der", which sorting leaves out. */
  readonly prefix?: string | undefined
  readonly familyName: string
}

export interface Reachability {
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/** What lists show of a client. */
export type Person = PersonName & Reachability

/** A name as it is said: given name or else initials, prefix, family name. */
export function sayName({ givenName, initials, prefix, familyName }: PersonName): string {
  return [[givenName, initials].find(Boolean), prefix, familyName].filter(Boolean).join(' ')
}

interface CardColumns {
  given_name: string
  initials: string
  prefix: string
  family_name: string
  email: string | null
  phone: string | null
}

/**
 * The columns of the card that are given: one that is named needs a grant, also when it stays
 * empty.
 */
export function personColumns(person: Person): Partial<CardColumns> & { family_name: string } {
  return { ...nameColumns(person), ...reachabilityColumns(person) }
}

function nameColumns({ givenName, initials, prefix, familyName }: PersonName) {
  return {
    ...(givenName !== undefined && { given_name: givenName }),
    ...(initials !== undefined && { initials }),
    ...(prefix !== undefined && { prefix }),
    family_name: familyName,
  }
}

export function reachabilityColumns({
  email,
  phone,
}: Reachability): Partial<Pick<CardColumns, 'email' | 'phone'>> {
  return {
    ...(email !== undefined && { email: email || null }),
    ...(phone !== undefined && { phone: phone || null }),
  }
}
