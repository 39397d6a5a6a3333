import { sql } from 'kysely'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import { from, written } from '#store/query.ts'
import { type OpeningEntry, openingsSince } from './opening-entry.ts'

/** What is known, now, of who had access and when. Times are those of the database. */
export interface AccessFacts {
  readonly dossiers: ReadonlyMap<string, DossierFact>
  /** By dossier. */
  readonly relations: ReadonlyMap<string, readonly RelationFact[]>
  readonly consents: ReadonlyMap<string, readonly ConsentFact[]>
  /** By account. */
  readonly functions: ReadonlyMap<string, readonly FunctionFact[]>
  /** When members left; null for those who did not. */
  readonly members: ReadonlyMap<string, Date | null>
  readonly affiliations: ReadonlyMap<string, readonly string[]>
  /** Rows of access that were changed or taken away: the newest moment by `table key`. */
  readonly changed: ReadonlyMap<string, Date>
}

export interface DossierFact {
  readonly dossier_id: string
  readonly kind: string
  readonly expires_on: string | null
  readonly restricted_at: Date | null
}

export interface RelationFact {
  readonly relation_id: string
  readonly dossier_id: string
  readonly holder_id: string
  readonly relation: string
  readonly since: Date
  readonly until: Date | null
  readonly absence_id: string | null
  readonly absent_id: string | null
  readonly substitute_id: string | null
  readonly starts_on: string | null
  readonly ends_on: string | null
}

export interface ConsentFact {
  readonly dossier_id: string
  readonly consent: string
  readonly holder_id: string | null
  readonly item_id: string | null
  readonly decided_at: Date
  readonly withdrawn_at: Date | null
  readonly expires_at: Date | null
}

export interface FunctionFact {
  readonly account_id: string
  readonly function: string
  readonly since: Date
}

interface MemberFact {
  readonly account_id: string
  readonly left_at: Date | null
}

interface AffiliationFact {
  readonly account_id: string
  readonly party_id: string
}

/** Reads what is known of the dossiers and accounts of these openings. */
export async function readFacts(
  tx: ProofTransaction,
  openings: readonly OpeningEntry[],
  changed: AccessFacts['changed'],
): Promise<AccessFacts> {
  const ids = unique(openings.map(({ dossierId }) => dossierId))
  const accounts = unique(openings.map(({ accountId }) => accountId))
  const dossiers = await tx.evidence(
    written(sql<DossierFact>`select * from evidence_dossiers(${ids}::uuid[])`),
  )
  const relations = await tx.evidence(
    written(sql<RelationFact>`select * from evidence_relations(${ids}::uuid[])`),
  )
  const consents = await tx.evidence(
    written(sql<ConsentFact>`select * from evidence_consents(${ids}::uuid[])`),
  )
  const functions = await tx.evidence(
    written(sql<FunctionFact>`select * from evidence_functions(${accounts}::uuid[])`),
  )
  const members = await tx.evidence(
    written(sql<MemberFact>`select * from evidence_members(${accounts}::uuid[])`),
  )
  const affiliations = await tx.evidence(
    written(sql<AffiliationFact>`select * from evidence_affiliations(${accounts}::uuid[])`),
  )
  return {
    dossiers: new Map(dossiers.map((each) => [each.dossier_id, each])),
    relations: Map.groupBy(relations, (each) => each.dossier_id),
    consents: Map.groupBy(consents, (each) => each.dossier_id),
    functions: Map.groupBy(functions, (each) => each.account_id),
    members: new Map(members.map((each) => [each.account_id, each.left_at])),
    affiliations: toLists(affiliations),
    changed,
  }
}

/** Tables from which access follows and of which rows can change or go. */
const CHANGING = ['relations', 'absences', 'functions', 'members', 'affiliations']
const CHANGES_LIMIT = 100_000

/**
 * Reads which rows of access were changed or taken away in the days that openings are looked at.
 */
export async function readChanges(tx: ProofTransaction): Promise<Map<string, Date>> {
  const rows = await tx.run(
    from
      .selectFrom('ledger')
      .select(['subject', 'item', (eb) => eb.fn.max('at').as('at')])
      .where('act', 'in', ['updated', 'deleted'])
      .where('subject', 'in', CHANGING)
      .where('item', 'is not', null)
      .where('at', '>=', openingsSince)
      .groupBy(['subject', 'item'])
      .limit(CHANGES_LIMIT),
  )
  return new Map(rows.map(({ subject, item, at }) => [`${subject} ${item}`, at]))
}

function toLists(affiliations: readonly AffiliationFact[]): Map<string, string[]> {
  const byAccount = Map.groupBy(affiliations, (each) => each.account_id)
  return new Map([...byAccount].map(([id, list]) => [id, list.map((each) => each.party_id)]))
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
