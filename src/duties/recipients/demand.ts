import { sql } from 'kysely'
import type { Access } from '#store/access.ts'
import { type RowsOf, type WrittenQuery, written } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import { refusing } from '#store/refusal.ts'
import type { Transaction } from '#store/transaction.ts'

/** The activity in which demands are recorded and decided on. */
export const LEGAL_DISCLOSURE = 'legal-disclosure'

/** What an authority demands from one dossier on the ground of a law. */
export interface NewDemand {
  /** Number of the dossier: `2026-00012`. */
  readonly dossierNumber: string
  readonly authority: string
  /** The article that obliges the organisation. */
  readonly article: string
  /** Their own number. */
  readonly reference: string
  /** What they demand, in words. */
  readonly scope: string
  /** Kinds of data that may go to them, and no others. */
  readonly categories: readonly string[]
  /** ISO date. */
  readonly receivedOn: string
  /** While the law forbids to tell the person: the last day of that, and the article. */
  readonly silence?: { readonly until: string; readonly article: string } | undefined
}

/**
 * Records a demand. Nothing leaves by it before somebody else approves.
 *
 * @param tx In activity `legal-disclosure`.
 * @throws `DOSSIER_UNKNOWN`, `CATEGORY_UNDECLARED` when the dossier cannot hold such data,
 * `DEMAND_NOT_RECEIVED`, `DUPLICATE`; `NOT_FOUND` for whoever may not.
 */
export async function recordDemand(tx: Transaction, id: string, demand: NewDemand): Promise<void> {
  const { dossierNumber, authority, article, reference, scope, categories, silence } = demand
  const facts = {
    authority,
    article,
    reference,
    scope,
    categories,
    received_on: demand.receivedOn,
    silent_until: silence?.until ?? null,
    silence_article: silence?.article ?? null,
  }
  await tx.run(
    written(
      sql`select demand_disclosure(${id}::uuid, ${dossierNumber}, ${JSON.stringify(facts)}::jsonb)`,
    ),
  )
}

export interface DemandDecision {
  readonly id: string
  readonly decision: 'approved' | 'rejected'
  readonly reason: string
}

/**
 * Decides on a demand that somebody else recorded.
 *
 * @throws `OWN_DEMAND`, `NOT_FOUND`; `DEMAND_DECIDED` when somebody decided before.
 */
export async function decideDemand(
  tx: Transaction,
  { id, decision, reason }: DemandDecision,
): Promise<void> {
  await refusing(tx.run(written(sql`select decide_demand(${id}::uuid, ${decision}, ${reason})`)), {
    demand_decisions_pkey: 'DEMAND_DECIDED',
  })
}

/** A demand with what was decided about it. */
export interface DemandLine {
  readonly id: string
  readonly reference: string
  readonly authority: string
  readonly article: string
  readonly scope: string
  readonly categories: readonly string[]
  /** ISO dates. */
  readonly receivedOn: string
  readonly silentUntil: string | null
  readonly silenceArticle: string | null
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly decision: 'approved' | 'rejected' | null
  readonly reason: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  /** How many items were handed over. */
  readonly handedOver: number
}

/** As many as are listed at most. */
export const DEMANDS_MOST = 500

/** Demands, those that wait for a decision first: in activity `legal-disclosure`. */
export const listDemands = written(sql<DemandLine>`
  select m.id, m.reference, m.authority, m.article, m.scope, m.categories,
    m.received_on as "receivedOn", m.silent_until as "silentUntil",
    m.silence_article as "silenceArticle", m.recorded_by as "recordedBy",
    m.recorded_at as "recordedAt", d.decision, d.reason, d.decided_by as "decidedBy",
    d.decided_at as "decidedAt",
    coalesce((select h.items from handed_over() h where h.demand_id = m.id), 0) as "handedOver"
  from legal_demands m left join demand_decisions d on d.demand_id = m.id
  order by d.demand_id is not null, m.received_on desc, m.id limit ${DEMANDS_MOST}`)

/** One demand; no row when there is none. */
export function findDemand(id: string): WrittenQuery<DemandLine> {
  return written(sql<DemandLine>`
    select m.id, m.reference, m.authority, m.article, m.scope, m.categories,
      m.received_on as "receivedOn", m.silent_until as "silentUntil",
      m.silence_article as "silenceArticle", m.recorded_by as "recordedBy",
      m.recorded_at as "recordedAt", d.decision, d.reason, d.decided_by as "decidedBy",
      d.decided_at as "decidedAt",
      coalesce((select h.items from handed_over() h where h.demand_id = m.id), 0)
        as "handedOver"
    from legal_demands m left join demand_decisions d on d.demand_id = m.id
    where m.id = ${id}::uuid`)
}

/** Demands on the opened dossier, for whoever meets them and for the person. */
export function demandReads(access: Access, dossierId: string): DemandReads {
  return buildReads(access, dossierId)
}

export type DemandReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    demands: selectReadable(access, 'legal_demands', {
      needs: [
        'id',
        'authority',
        'article',
        'reference',
        'scope',
        'categories',
        'received_on',
        'silent_until',
        'recorded_at',
      ],
      where,
    }),
    demandDecisions: selectReadable(access, 'demand_decisions', {
      needs: ['demand_id', 'decision', 'decided_at'],
      where,
    }),
  }
}

/** A demand on a dossier, as whoever meets it and the person read it. */
export interface DemandView {
  readonly id: string
  readonly authority: string
  readonly article: string
  readonly reference: string
  readonly scope: string
  readonly categories: readonly string[]
  readonly receivedOn: string
  /** The last day on which the person may not be told. */
  readonly silentUntil: string | null
  readonly decision: 'approved' | 'rejected' | undefined
}

/** Demands on a dossier, the newest first. */
export function readDemands(
  rows: {
    readonly [Name in keyof DemandReads]: RowsOf<DemandReads[Name]>
  },
): DemandView[] {
  const decisions = new Map(rows.demandDecisions.map((row) => [row.demand_id, row.decision]))
  return rows.demands
    .toSorted((a, b) => b.recorded_at.getTime() - a.recorded_at.getTime())
    .map((row) => {
      const decision = decisions.get(row.id)
      return {
        id: row.id,
        authority: row.authority,
        article: row.article,
        reference: row.reference,
        scope: row.scope,
        categories: row.categories,
        receivedOn: row.received_on,
        silentUntil: row.silent_until,
        decision:
          decision === undefined ? undefined : decision === 'approved' ? 'approved' : 'rejected',
      }
    })
}
