import { AccountSeal } from '#accounts/account-seal.ts'
import { hashPassword } from '#accounts/password.ts'
import { sayName } from '#modules/practice/index.ts'
import type { MasterKey } from '#store/master-key.ts'
import { DEMO_PASSWORD, DEMO_SECRET } from '#entry/demo/account.ts'
import { addDays, momentOn } from '#entry/demo/day.ts'
import type { DemoClient, DemoData } from '#entry/demo/shape.ts'
import { acceptedAt } from './acceptance.ts'
import { insertRows } from './insertion.ts'
import type { Load } from './load.ts'

interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly since: Date
  readonly staff: boolean
}

/** Days before the first order on which the bureau opened. */
const OPENED_BEFORE = 60

/**
 * Makes the accounts of everybody, staff with their functions, and parties with whom acts for them.
 */
export async function insertPeople(load: Load, master: MasterKey): Promise<void> {
  const { owner, data } = load
  const since = openedAt(data)
  await insertAccounts(load, [...listStaff(load, since), ...listClients(load)], master)
  await insertRows(
    owner,
    'members',
    data.members.map(({ key, name, title }) => ({
      account_id: load.id(key),
      name,
      title: title.nl,
    })),
  )
  await insertRows(
    owner,
    'functions',
    data.members.flatMap(({ key, functions }) =>
      functions.map((word) => ({ account_id: load.id(key), function: word, since })),
    ),
  )
  await insertRows(
    owner,
    'parties',
    data.parties.map(({ key, name, email }) => ({ id: load.id(key), name, email })),
  )
  await insertRows(
    owner,
    'affiliations',
    data.parties.flatMap(({ key, contacts }) =>
      contacts.map((contact) => ({ party_id: load.id(key), account_id: load.id(contact.key) })),
    ),
  )
}

/** When the bureau opened: before its first order. */
function openedAt({ engagements, today }: DemoData): Date {
  const [first = today] = engagements.map(({ orderedOn }) => orderedOn).toSorted()
  return new Date(momentOn(addDays(first, -OPENED_BEFORE), 0))
}

/** Those who work for the bureau, and those who act for a principal. */
function listStaff(load: Load, since: Date): Person[] {
  const { members, parties } = load.data
  const contacts = parties.flatMap((party) => party.contacts)
  return [
    ...members.map((member) => ({ ...member, staff: true })),
    ...contacts.map((contact) => ({ ...contact, staff: false })),
  ].map(({ key, email, name, staff }) => {
    return { id: load.id(key), email, name, language: 'nl', since, staff }
  })
}

/** Clients who accepted an invitation. */
function listClients(load: Load): Person[] {
  return load.data.clients.flatMap((client) => {
    const since = firstAcceptance(load.data, client)
    if (!since) return []
    const { key, email, language } = client
    return [{ id: load.id(key), email, name: sayName(client), language, since, staff: false }]
  })
}

function firstAcceptance({ engagements }: DemoData, { key }: DemoClient): Date | undefined {
  const moments = engagements.filter(({ client }) => client === key).map(acceptedAt)
  return moments.filter((moment) => moment !== undefined).toSorted((a, b) => +a - +b)[0]
}

/** Everybody has the same password, and staff the same second factor: it is sealed for each. */
async function insertAccounts(
  { owner }: Load,
  people: readonly Person[],
  master: MasterKey,
): Promise<void> {
  const seal = new AccountSeal(master)
  const hashed = await hashPassword(DEMO_PASSWORD)
  await insertRows(
    owner,
    'gestand.accounts',
    people.map(({ id, email, name, language, since }) => {
      return { id, email, name, language, created_at: since }
    }),
  )
  await insertRows(
    owner,
    'gestand.passwords',
    people.map(({ id, since }) => ({
      account_id: id,
      sealed: seal.seal('password', id, hashed),
      master: seal.masterId,
      changed_at: since,
    })),
  )
  await insertRows(
    owner,
    'gestand.second_factors',
    people
      .filter(({ staff }) => staff)
      .map(({ id, since }) => ({
        account_id: id,
        sealed: seal.seal('second-factor', id, DEMO_SECRET),
        master: seal.masterId,
        last_step: 0,
        since,
      })),
  )
}
