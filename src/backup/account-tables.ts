import { quoted } from '#store/owner.ts'
import { schemaOf } from '#store/store.ts'

/**
 * What the platform holds of the people of an organisation, and which column names the account.
 * Sessions, links by mail, waiting mail and tries are not in it: none may come back.
 */
export const ACCOUNT_TABLES = [
  { table: 'accounts', account: 'id' },
  { table: 'passwords', account: 'account_id' },
  { table: 'second_factors', account: 'account_id' },
  { table: 'recovery_codes', account: 'account_id' },
] as const

/** The accounts that work for an organisation, act for a party or stand in a relation to it. */
export function accountsOf(organisation: string): string {
  const schema = quoted(schemaOf(organisation))
  return `select account_id from ${schema}.members
    union select holder_id from ${schema}.relations
    union select account_id from ${schema}.affiliations`
}
