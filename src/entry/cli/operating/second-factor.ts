import { parseArgs } from 'node:util'
import { type Accounts, listOrganisations, resetSecondFactor } from '#accounts/index.ts'
import { EXIT, type ExitCode, print, printJson, UsageError } from '#entry/cli/command.ts'
import { isAppError } from '#kernel/error.ts'
import { asAccounts } from './as-accounts.ts'
import { requireOrganisation } from './in-organisation.ts'
import { onPlace } from './place.ts'
import type { Owner } from '#store/owner.ts'

/** `gestand account reset-second-factor`: for who lost the app and the recovery codes. */
export async function resetFromShell(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { org: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const [email] = positionals
  if (email === undefined || positionals.length > 1) throw new UsageError('give one e-mail address')
  return onPlace(async (owner, installation) => {
    const organisation = await requireOrganisation(owner, values.org)
    await asAccounts(installation, async (accounts) => {
      await requireAccount(owner, accounts, { email, organisation })
      await resetSecondFactor(accounts, email).catch((error: unknown) => {
        if (!isAppError(error, 'NOT_FOUND')) throw error
        throw new UsageError(`${email} has no second factor`)
      })
    })
    if (values.json) printJson({ organisation, email, reset: true })
    else print(`${email} sets up a new app at the next sign-in; every session has ended`)
    return EXIT.ok
  })
}

/**
 * Guards against a mistyped address: it must be of somebody who has to do with the organisation.
 */
async function requireAccount(
  owner: Owner,
  accounts: Accounts,
  { email, organisation }: { readonly email: string; readonly organisation: string },
): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from gestand.accounts where lower(email) = lower($1)',
    [email.trim()],
  )
  const [account] = rows
  const theirs = account ? await listOrganisations(accounts.platform, account.id) : []
  if (theirs.some((each) => each.organisation === organisation)) return
  throw new UsageError(`${organisation} has no account ${email}`)
}
