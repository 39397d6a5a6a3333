import { parseArgs } from 'node:util'
import { inviteMember, type NewMember } from '#accounts/index.ts'
import { declaredFunctions, withdrawalOfInvitations } from '#duties/administration/invitation.ts'
import { EXIT, type ExitCode, print, printJson, UsageError } from '#entry/cli/command.ts'
import { readLanguage } from '#entry/cli/statement/folder.ts'
import type { Config } from '#entry/config.ts'
import { isAppError } from '#kernel/error.ts'
import { Outbox } from '#jobs/outbox.ts'
import { suggest } from '#statement/suggestion.ts'
import type { Installation } from '#store/install.ts'
import type { Owner } from '#store/owner.ts'
import type { Runner } from '#store/platform.ts'
import { asAccounts } from './as-accounts.ts'
import { inOrganisation, requireOrganisation } from './in-organisation.ts'
import { onPlace } from './place.ts'

/** `gestand account invite`: the way in for the first administrator. */
export async function inviteFromShell(args: readonly string[]): Promise<ExitCode> {
  const asked = readAsked(args)
  return onPlace(async (owner, installation, config) => {
    const organisation = await requireOrganisation(owner, asked.organisation)
    const title = await readTitle(owner, organisation)
    const member = { ...asked, organisation: { id: organisation, title } }
    const path = await invite({ owner, installation, config }, member).catch(explainEmail)
    const link = config.smtpUrl === undefined ? config.publicUrl + path : undefined
    const { email, functions } = asked
    if (asked.json) printJson({ organisation, email, functions, link: link ?? null })
    else if (link === undefined) print(`an invitation waits to be sent to ${email}`)
    else print(`there is no mail server: hand this link over yourself\n${link}`)
    return EXIT.ok
  })
}

interface Asked extends Omit<NewMember, 'organisation'> {
  readonly organisation: string | undefined
  readonly json: boolean
}

function readAsked(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      org: { type: 'string' },
      name: { type: 'string' },
      functions: { type: 'string' },
      title: { type: 'string', default: '' },
      language: { type: 'string', default: 'nl' },
      json: { type: 'boolean', default: false },
    },
  })
  const [email] = positionals
  if (email === undefined || positionals.length > 1) throw new UsageError('give one e-mail address')
  const name = values.name?.trim() ?? ''
  if (name === '') throw new UsageError('say who it is with --name')
  const functions = (values.functions ?? '').split(',').map((word) => word.trim())
  if (functions.includes('')) {
    throw new UsageError('say in which functions with --functions, such as administrator,officer')
  }
  const { org: organisation, title, json } = values
  return {
    organisation,
    email,
    name,
    functions,
    title,
    json,
    language: readLanguage(values.language),
  }
}

interface Place {
  readonly owner: Owner
  readonly installation: Installation
  readonly config: Config
}

async function invite(place: Place, member: NewMember): Promise<string> {
  const { owner, installation, config } = place
  return asAccounts(installation, (accounts) =>
    inOrganisation(owner, member.organisation.id, async (tx) => {
      await requireFunctions(tx, member.functions)
      await tx.run(withdrawalOfInvitations(member.email))
      const outbox = new Outbox(installation.master)
      // Whoever owns the database queues no mail; the accounts do, in a transaction of their own.
      const queue: Outbox['queue'] = async (_, kind, data, recipient) => {
        if (config.smtpUrl === undefined) return
        await outbox.queue(accounts.platform, kind, data, recipient)
      }
      return inviteMember(tx, { queue }, member)
    }),
  )
}

async function requireFunctions(tx: Runner, functions: readonly string[]): Promise<void> {
  const rows = await tx.run(declaredFunctions)
  const known = rows.map(({ relation }) => relation)
  const unknown = functions.find((word) => !known.includes(word))
  if (unknown === undefined) return
  const meant = suggest(unknown, known)
  const help = meant === undefined ? `Known: ${known.join(', ')}` : `Did you mean "${meant}"?`
  throw new UsageError(`the statement in force has no function "${unknown}". ${help}`)
}

async function readTitle(owner: Owner, organisation: string): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    'select name from gestand.organisations where id = $1',
    [organisation],
  )
  return rows[0]?.name ?? organisation
}

function explainEmail(error: unknown): never {
  if (isAppError(error, 'EMAIL_INVALID')) throw new UsageError('that is no e-mail address')
  throw error
}
