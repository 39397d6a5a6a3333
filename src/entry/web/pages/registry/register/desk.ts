import { mayAct } from '#duties/acting.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { Answers, Reads } from '#store/store.ts'
import type { Transaction } from '#store/transaction.ts'

/** Where the registrar works. */
export const REGISTER = '/register'
export const REGISTRATIONS = `${REGISTER}/inschrijvingen`
export const PROGRAMMES = `${REGISTER}/opleidingen`
export const INSTITUTIONS = `${REGISTER}/instellingen`
export const INSTITUTION_ROLE = `${INSTITUTIONS}/partij`
export const ACCREDITATIONS = `${REGISTER}/erkenningen`

export const REGISTERING = 'registry-keeping'
export const PROGRAMMING = 'programme-keeping'

/**
 * Reads of programmes, institutions and accreditations, or of the register.
 *
 * @throws `NOT_FOUND` for whoever does not keep them.
 */
export function readRegister<R extends Reads>(
  door: Door,
  activity: typeof REGISTERING | typeof PROGRAMMING,
  name: string,
  reads: R,
): Promise<Answers<R>> {
  return door.list(activity, name, { mayAct, ...reads })
}

/** A change of programmes, institutions or accreditations. */
export function programming<T>(door: Door, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return door.change(PROGRAMMING, work)
}
