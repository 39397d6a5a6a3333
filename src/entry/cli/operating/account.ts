import { type Command, UsageError } from '#entry/cli/command.ts'
import { suggest } from '#statement/suggestion.ts'
import { inviteFromShell } from './account-invitation.ts'
import { resetFromShell } from './second-factor.ts'

const ACTS = { invite: inviteFromShell, 'reset-second-factor': resetFromShell } as const

export const command: Command = {
  name: 'account',
  summary: 'Invites somebody to work for an organisation, or helps who lost the second factor.',
  usage:
    'invite EMAIL --org ORG --name NAME --functions FUNCTION[,FUNCTION] [--title TITLE] [--language nl|en] [--json] | reset-second-factor EMAIL --org ORG [--json]',
  details: `invite
  This is how the first administrator gets in; administrators invite the others on their pages.
  Sends a mail with a link, or prints the link where there is no mail server. The link is good for
  a week and works once. An earlier invitation to the same address no longer works. The functions
  are words of the statement: administrator, officer, coach.

reset-second-factor
  For who lost both the authenticator app and the recovery codes. Be sure that it is them who ask,
  by seeing or calling them: from then on the password alone is enough, until they set up a new app
  when they sign in. Every session ends, they are told by mail, and it stands in the ledger.`,
  run: async ([act = '', ...rest]) => {
    if (isAct(act)) return ACTS[act](rest)
    const known = Object.keys(ACTS)
    const meant = suggest(act, known)
    throw new UsageError(
      meant === undefined
        ? `say what to do: ${known.join(', ')}`
        : `there is no "${act}". Did you mean "${meant}"?`,
    )
  },
}

function isAct(word: string): word is keyof typeof ACTS {
  return Object.hasOwn(ACTS, word)
}
