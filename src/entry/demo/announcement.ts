import { DEMO_PASSWORD, demoSecretUri } from './account.ts'
import type { DemoAccount } from './accounts.ts'

/** Clients that the terminal names; the page names all. */
const CLIENTS_NAMED = 1

/**
 * What the terminal says after the address: with which accounts to look around, and how.
 *
 * @param organisations The accounts of each, the first one's first.
 */
export function sayAccounts(organisations: readonly (readonly DemoAccount[])[]): string[] {
  const [accounts = [], ...rest] = organisations
  const clients = accounts.filter(({ role }) => role === 'client')
  const others = accounts.filter(({ role }) => role !== 'client')
  const named = [...clients.slice(0, CLIENTS_NAMED), ...others]
  return [
    '',
    'This is a demonstration with fictional people. Sign in as one of them:',
    ...named.map(({ email, about }) => `  ${email.padEnd(40)}${about.en}`),
    `  … and ${clients.length - CLIENTS_NAMED} more clients on the page /demo/accounts,`,
    `  where ${rest.flat().length} people of other organisations are too`,
    '',
    `Everybody's password:  ${DEMO_PASSWORD}`,
    'Whoever works for the bureau is asked for a code too: it stands on /demo/accounts, or put this',
    `in an authenticator app:  ${demoSecretUri()}`,
  ]
}
