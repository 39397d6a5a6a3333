import { mayAct } from '#duties/acting.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { OwnInstitution, Side } from '#modules/registry/index.ts'
import type { Answers, Reads } from '#store/store.ts'

/** Where an institution works. */
const INSTITUTION = '/instelling'
export const STUDENTS = `${INSTITUTION}/studenten`
export const VERIFY = `${INSTITUTION}/controles`
export const COLLEAGUES = `${INSTITUTION}/collegas`
export const ACCREDITED = `${INSTITUTION}/erkenningen`
export const ENROL = `${INSTITUTION}/inschrijven`

export const VERIFYING = 'verification'
export const KEEPING = 'institution-keeping'

/**
 * Reads for whoever looks after the accounts and accreditations of an institution.
 *
 * @throws `NOT_FOUND` for everybody else.
 */
export function readKept<R extends Reads>(door: Door, name: string, reads: R): Promise<Answers<R>> {
  return door.list(KEEPING, name, { mayAct, ...reads })
}

/** As which of the two an institution verifies. */
export function sideOf({ sort }: Pick<OwnInstitution, 'sort'>): Side {
  return sort === 'care' ? 'institution' : 'institute'
}
