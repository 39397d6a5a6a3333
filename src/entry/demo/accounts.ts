import type { Text } from '#kernel/language.ts'
import type { DemoData, DemoFunction } from './shape.ts'

/** The accounts of one organisation of the demonstration. */
export interface DemoAccounts {
  /** Short name of the organisation. */
  readonly organisation: string
  readonly accounts: readonly DemoAccount[]
}

/** An account with which to look around in the demonstration. */
export interface DemoAccount {
  readonly role:
    | DemoFunction
    | 'client'
    | 'principal'
    | 'registrar'
    | 'employer'
    | 'institute'
    | 'student'
  readonly name: string
  readonly email: string
  /** What somebody is, or whose client: a few words. */
  readonly about: Text
}

/**
 * All accounts of the demonstration, by role and in the order of their story. The day on which the
 * data are looked at makes no difference to who there is.
 */
export function listDemoAccounts(data: DemoData): DemoAccount[] {
  return [...listMembers(data), ...listClients(data), ...listContacts(data)]
}

function listMembers({ members }: DemoData): DemoAccount[] {
  return members.flatMap(({ name, email, title, functions: [role] }) =>
    role === undefined ? [] : [{ role, name, email, about: title }],
  )
}

function listClients({ clients, members, engagements }: DemoData): DemoAccount[] {
  return clients
    .filter(({ hasAccount }) => hasAccount)
    .map(({ key, givenName, prefix, familyName, email }) => {
      const coach = engagements.findLast(({ client }) => client === key)?.coach
      const member = members.find((each) => each.key === coach)?.name ?? ''
      const name = [givenName, prefix, familyName].filter(Boolean).join(' ')
      const about = { nl: `cliënt van ${member}`, en: `client of ${member}` }
      return { role: 'client', name, email, about }
    })
}

function listContacts({ parties }: DemoData): DemoAccount[] {
  return parties.flatMap(({ name: party, contacts }) =>
    contacts.map(({ name, email }) => ({
      role: 'principal' as const,
      name,
      email,
      about: { nl: party, en: party },
    })),
  )
}
