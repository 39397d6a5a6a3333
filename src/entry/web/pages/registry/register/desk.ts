import type { Door } from '#entry/web/http/door.ts'
import type { Transaction } from '#store/transaction.ts'

/** Where the registrar works. */
export const REGISTER = '/register'
export const REGISTRATIONS = `${REGISTER}/inschrijvingen`
export const PROGRAMMES = `${REGISTER}/opleidingen`
export const INSTITUTIONS = `${REGISTER}/instellingen`
export const ACCREDITATIONS = `${REGISTER}/erkenningen`

export const REGISTERING = 'registry-keeping'
export const PROGRAMMING = 'programme-keeping'

/** A change of programmes, institutions or accreditations. */
export function programming<T>(door: Door, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return door.change(PROGRAMMING, work)
}
