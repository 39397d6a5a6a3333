import { mayAct } from '#duties/acting.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { Transaction } from '#store/transaction.ts'
import type { Answers, Reads } from '#store/store.ts'

export const FINANCE = '/financien'
export const INVOICES = `${FINANCE}/facturen`
export const PAYERS = `${FINANCE}/betalers`
export const BANK = `${FINANCE}/bank`

/**
 * Reads of the books, in one round trip.
 *
 * @throws `NOT_FOUND` for whoever does not keep them.
 */
export function readBooks<R extends Reads>(
  door: Door,
  name: string,
  reads: R,
): Promise<Answers<R>> {
  return door.list('invoicing', name, { mayAct, ...reads })
}

/** A change of invoices, tariffs or payers. */
export function invoicing<T>(door: Door, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return door.change('invoicing', work)
}

/** A change of what is paid or asked. */
export function collecting<T>(door: Door, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return door.change('collecting', work)
}
