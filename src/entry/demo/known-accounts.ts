import { type DemoAccounts, listDemoAccounts } from './accounts.ts'
import { bureauToday } from './bureau.ts'
import { practiceToday } from './practice.ts'
import { REGISTER_ORGANISATION } from './registry/load.ts'
import { listRegisterAccounts } from './registry/people.ts'
import { DEMO_ORGANISATION, SECOND_ORGANISATION } from './seed/statements.ts'

let known: readonly DemoAccounts[] | undefined

/**
 * Everybody in the demonstration, of each organisation. Who there is does not depend on the day,
 * and takes a while to work out: it is done once.
 */
export function knownAccounts(): readonly DemoAccounts[] {
  known ??= [
    { organisation: DEMO_ORGANISATION, accounts: listDemoAccounts(bureauToday()) },
    { organisation: SECOND_ORGANISATION, accounts: listDemoAccounts(practiceToday()) },
    { organisation: REGISTER_ORGANISATION, accounts: listRegisterAccounts() },
  ]
  return known
}
