import type { Day } from '#entry/demo/day.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import type { MasterKey } from '#store/master-key.ts'
import type { Owner } from '#store/owner.ts'
import {
  INSTITUTION_PEOPLE,
  REGISTER_STAFF,
  type RegisterPerson,
  STUDENT_PEOPLE,
} from './people.ts'

/** The third organisation of the demonstration. */
export const REGISTER_ORGANISATION = 'registry'

export interface RegisterLoad {
  readonly owner: Owner
  readonly keys: DossierKeys
  readonly master: MasterKey
  readonly today: Day
  /** Where software of others finds the register. */
  readonly publicUrl: string
}

/** Ids that were chosen beforehand, by place in their lists. */
export interface Ids {
  readonly parties: readonly string[]
  readonly programmes: readonly string[]
  readonly versions: readonly string[]
  /** Accounts by email address. */
  readonly accounts: ReadonlyMap<string, string>
}

export function everybody(): readonly RegisterPerson[] {
  return [...REGISTER_STAFF, ...INSTITUTION_PEOPLE, ...STUDENT_PEOPLE]
}

/** Who looks after the accounts of an institution. */
export function accountOf(ids: Ids, institution: number): string | null {
  const person = INSTITUTION_PEOPLE.find((each) => each.institution === institution)
  return (person && ids.accounts.get(person.email)) ?? null
}
