import { sql } from 'kysely'
import type { Authority } from '#kernel/authority.ts'
import { AppError } from '#kernel/error.ts'
import { type Intake, startEngagement } from '#modules/practice/engagement.ts'
import { addParty, parties } from '#modules/practice/party.ts'
import type { Newcomer } from '#duties/erasure/trace.ts'
import { readKinds } from '#duties/statement-in-force.ts'
import { written } from '#store/query.ts'
import type { Store } from '#store/store.ts'
import type { Transaction } from '#store/transaction.ts'
import type { ImportedClient } from './client.ts'
import { intakeIdsOf } from './intake-id.ts'
import { type Admission, isAdmission, judgeRow } from './judgement.ts'
import { readKnownClients } from './known-client.ts'
import type { ImportOutcome, RowOutcome } from './outcome.ts'
import type { ImportRow } from './row.ts'

export interface ImportOptions {
  /** Tells what would happen, and writes nothing. */
  readonly dryRun?: boolean
  /** ISO date of today: services that ended before it are left out. */
  readonly today: string
  /** Tells of each whether they were erased on request before, and when (ISO date). */
  readonly erasedAmong?: (newcomers: readonly Newcomer[]) => Promise<(string | undefined)[]>
}

/**
 * Stores the clients of a list that was read, in one transaction: all that can come in, or
 * nothing when a row is refused. Each begins as by hand, with a service that is not active yet. A
 * row goes to the coach whose email address it names, and without one to whoever imports.
 * Rows that this account imported before are left out, and so are clients within reach who have
 * that service: the same list twice is once.
 *
 * @param authority In activity `intake`.
 * @throws `DUPLICATE` when the same list is being imported at the same moment; as
 * `startEngagement`.
 */
export function importClients(
  store: Store,
  authority: Authority,
  rows: readonly ImportRow[],
  options: ImportOptions,
): Promise<ImportOutcome> {
  return store.change(authority, async (tx) => {
    const judged = await judgeRows(tx, authority, rows, options)
    const admitted = judged.filter(isAdmission)
    const erased = await findErased(admitted, options)
    const outcomes = judged.map((each) => {
      return isAdmission(each) ? newClient(each, erased.get(each.line)) : each
    })
    const refused = outcomes.some(({ outcome }) => outcome === 'refused')
    const stored = !options.dryRun && !refused
    if (stored) await storeAll(tx, admitted)
    return { stored, rows: outcomes }
  })
}

function newClient({ line, samePersonAs }: Admission, erasedOn: string | undefined): RowOutcome {
  const knownPerson = samePersonAs !== undefined
  return { line, outcome: 'new', knownPerson, ...(erasedOn !== undefined && { erasedOn }) }
}

/** Of those who come in, the day on which they were erased before, by line. */
async function findErased(
  admitted: readonly Admission[],
  { erasedAmong }: ImportOptions,
): Promise<Map<number, string>> {
  const days = (await erasedAmong?.(admitted.map(({ client }) => client))) ?? []
  return new Map(
    admitted.flatMap(({ line }, index) => {
      const day = days[index]
      return day === undefined ? [] : [[line, day] as const]
    }),
  )
}

async function judgeRows(
  tx: Transaction,
  { organisation, activity }: Authority,
  rows: readonly ImportRow[],
  { today }: ImportOptions,
): Promise<(Admission | RowOutcome)[]> {
  const intakeIds = intakeIdsOf(rows, `${organisation} ${await readImporter(tx, activity)}`)
  const circumstances = {
    kinds: await readKinds(tx, organisation),
    known: await readKnownClients(tx),
    intakeIds,
    imported: await readImported(tx, [...intakeIds.values()]),
    coachesByEmail: await readCoaches(tx, rows),
    today,
  }
  return rows.map((row) => judgeRow(row, circumstances))
}

/**
 * The account that imports. That it may start dossiers is asked here, so that a dry run tells it
 * too.
 */
async function readImporter(tx: Transaction, activity: string): Promise<string> {
  const [row] = await tx.run(
    written(sql<{ id: string; may: boolean }>`
      select account_id as id, ${activity} = any (activities) as may from whoami()`),
  )
  if (!row?.may) throw new AppError('DOSSIER_NOT_STARTED')
  return row.id
}

/** The coaches whom the rows name, by email address in small letters. */
async function readCoaches(
  tx: Transaction,
  rows: readonly ImportRow[],
): Promise<ReadonlyMap<string, string>> {
  const named = rows.flatMap(({ client }) => client?.coachEmail?.toLowerCase() ?? [])
  const found = await tx.run(
    written(sql<{ email: string; id: string }>`
      select email, account_id as id from coaches_by_email(${[...new Set(named)]}::text[])`),
  )
  return new Map(found.map(({ email, id }) => [email, id]))
}

async function readImported(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.run(
    written(sql<{ id: string }>`select id from begun_intakes(${ids}::uuid[]) as id`),
  )
  return new Set(rows.map((row) => row.id))
}

async function storeAll(tx: Transaction, admitted: readonly Admission[]): Promise<void> {
  const principals = await readPrincipals(tx)
  for (const admission of admitted) {
    const principalId = await principalOf(tx, admission.client, principals)
    await startEngagement(tx, intakeOf(admission, principalId))
  }
}

/** Parties by name in small letters. */
type Principals = Map<string, string>

async function readPrincipals(tx: Transaction): Promise<Principals> {
  const rows = await tx.run(parties)
  return new Map(rows.map((row) => [row.name.toLowerCase(), row.id]))
}

/** The principal of that name; one that is not known yet is added. */
async function principalOf(
  tx: Transaction,
  { principal }: ImportedClient,
  principals: Principals,
): Promise<string | undefined> {
  if (!principal) return undefined
  const known = principals.get(principal.toLowerCase())
  if (known) return known
  const id = await addParty(tx, { name: principal })
  principals.set(principal.toLowerCase(), id)
  return id
}

function intakeOf(admission: Admission, principalId: string | undefined): Intake {
  const { client, intakeId, coachId, samePersonAs } = admission
  const { givenName, initials, prefix, familyName, email, phone, houseNumber } = client
  const { bornOn, street, houseNumberAddition, postcode, city } = client
  return {
    id: intakeId,
    kind: client.service,
    person: { givenName, initials, prefix, familyName, email, phone },
    profile: {
      bornOn,
      street,
      houseNumber,
      houseNumberAddition,
      postcode,
      city,
    },
    principalId,
    orderReference: client.reference,
    orderedOn: client.startedOn,
    coachId,
    samePersonAs,
  }
}
