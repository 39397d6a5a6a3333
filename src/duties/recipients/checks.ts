import { sql } from 'kysely'
import type { Check, CheckRun, Finding } from '#duties/promises/check.ts'
import { FINDINGS_LIMIT } from '#duties/promises/check.ts'
import { dutchDay } from '#jobs/dutch-zone.ts'
import { judgeRows } from '#duties/promises/judging.ts'
import { type AppliedStatement, readApplied } from '#duties/promises/statements-applied.ts'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import type { Catalogue } from '#statement/index.ts'
import type { RecipientRule } from '#statement/plan.ts'
import { written } from '#store/query.ts'
import { agreementStands, type RecordedAgreement, recordedAgreements } from './agreement-term.ts'

/**
 * Everything that left went to a recipient of the statement of that day, for a purpose and in kinds
 * of data that it names, under an agreement and after consent. The gate itself is not asked.
 */
export function deliveriesPermitted(catalogue: Catalogue): Check {
  return {
    name: 'deliveries-permitted',
    says: {
      nl: 'alles wat naar buiten ging, mocht volgens de verklaring van die dag',
      en: 'everything that left was allowed by the statement of that day',
    },
    keeps: ['recipients-gate', 'recipients.*', 'consents.disclosure'],
    looksAt: { nl: 'verstrekkingen', en: 'deliveries' },
    codes: {
      NOT_GATED: {
        nl: 'stukken zijn verstrekt buiten de poort om ({count})',
        en: 'items were disclosed past the gate ({count})',
      },
      RECIPIENT_UNDECLARED: {
        nl: 'gegevens gingen naar een ontvanger die de verklaring niet noemt ({count})',
        en: 'data went to a recipient that the statement does not name ({count})',
      },
      PURPOSE_UNDECLARED: {
        nl: 'gegevens gingen naar buiten voor een ander doel ({count})',
        en: 'data left for another purpose ({count})',
      },
      CATEGORY_UNDECLARED: {
        nl: 'gegevens gingen naar buiten die deze ontvanger niet krijgt ({count})',
        en: 'data left that this recipient does not get ({count})',
      },
      AGREEMENT_LAPSED: {
        nl: 'gegevens gingen naar een ontvanger zonder geldige overeenkomst ({count})',
        en: 'data went to a recipient without a valid agreement ({count})',
      },
      CONSENT_MISSING: {
        nl: 'gegevens gingen naar buiten zonder toestemming ({count})',
        en: 'data left without consent ({count})',
      },
    },
    run: async (tx) => {
      const versions = await readApplied(tx, catalogue)
      const gated = await judgeRows(
        tx,
        sql`select disclosure_id as subject, case when not passed then 'NOT_GATED' end as code
          from evidence_ungated()`,
      )
      const judged = await lookAtDeliveries(tx, versions)
      return {
        lookedAt: judged.lookedAt,
        findings: [...gated.findings, ...judged.findings].slice(0, FINDINGS_LIMIT),
        wrong: (gated.wrong ?? 0) + (judged.wrong ?? 0),
      }
    },
  }
}

/** What the law made the organisation hand over was approved by a second person, and no more. */
export const demandsApproved: Check = {
  name: 'demands-approved',
  says: {
    nl: 'wat een overheid vorderde, ging pas mee na goedkeuring door een tweede persoon',
    en: 'what an authority demanded left only after a second person had approved',
  },
  keeps: ['legal-demands', 'activities.legal-disclosure'],
  looksAt: { nl: 'verstrekkingen op vordering', en: 'deliveries on demand' },
  codes: {
    DEMAND_NOT_APPROVED: {
      nl: 'gegevens gingen mee zonder goedkeuring door een tweede persoon ({count})',
      en: 'data left without the approval of a second person ({count})',
    },
    DEMAND_EXCEEDED: {
      nl: 'er ging meer mee dan was gevorderd ({count})',
      en: 'more left than was demanded ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select delivery_id as subject, case
        when not demand_stands then 'DEMAND_NOT_APPROVED'
        when not categories <@ demand_categories then 'DEMAND_EXCEEDED'
        end as code
      from evidence_deliveries() where demanded`,
    ),
}

interface DeliveryFact {
  readonly delivery_id: string
  readonly recipient: string
  readonly purpose: string
  readonly categories: readonly string[]
  readonly statement: number | null
  readonly delivered_at: Date
  readonly party_id: string | null
  readonly consent: string | null
  readonly decision: string | null
  readonly same_holder: boolean
  readonly same_dossier: boolean | null
  readonly decided_at: Date | null
  readonly withdrawn_at: Date | null
  readonly expires_at: Date | null
}

const DELIVERIES_LIMIT = 100_000

async function lookAtDeliveries(
  tx: ProofTransaction,
  versions: readonly [AppliedStatement, ...AppliedStatement[]],
): Promise<CheckRun> {
  const facts = await tx.evidence(
    written(sql<DeliveryFact>`
      select * from evidence_deliveries() where not demanded
      order by delivered_at desc limit ${DELIVERIES_LIMIT}`),
  )
  const recorded = await tx.evidence(recordedAgreements)
  const findings: Finding[] = facts.flatMap((fact) => {
    const known = versions.find(({ version }) => version === fact.statement)
    const { plan } = known ?? versions[0]
    const code = judge(fact, plan.recipients, recorded)
    const touches = ['recipients-gate', `recipients.${fact.recipient}`, 'consents.disclosure']
    return code === undefined ? [] : [{ code, subject: fact.delivery_id, touches }]
  })
  return { lookedAt: facts.length, findings, wrong: findings.length }
}

function judge(
  fact: DeliveryFact,
  rules: readonly RecipientRule[],
  recorded: readonly RecordedAgreement[],
): string | undefined {
  const rule = rules.find(({ recipient }) => recipient === fact.recipient)
  if (!rule) return 'RECIPIENT_UNDECLARED'
  const { gets, purposes, needsAgreement, agreementUntil, after } = rule
  if (purposes.length > 0 && !purposes.includes(fact.purpose)) return 'PURPOSE_UNDECLARED'
  if (fact.categories.some((category) => !gets.includes(category))) return 'CATEGORY_UNDECLARED'
  const day = dutchDay(fact.delivered_at)
  if (needsAgreement && !agreementStands(fact.recipient, agreementUntil, { recorded, day })) {
    return 'AGREEMENT_LAPSED'
  }
  return after === null || hadConsent(fact, after) ? undefined : 'CONSENT_MISSING'
}

/** Transactions that run at the same moment may bear each other's times. */
const PATIENCE_MS = 60_000

function hadConsent(fact: DeliveryFact, after: string): boolean {
  const at = fact.delivered_at.getTime()
  const before = (end: Date | null) => end === null || at < end.getTime() + PATIENCE_MS
  return (
    fact.consent === after &&
    fact.decision === 'given' &&
    fact.same_dossier === true &&
    fact.same_holder &&
    fact.decided_at !== null &&
    fact.decided_at.getTime() <= at + PATIENCE_MS &&
    before(fact.withdrawn_at) &&
    before(fact.expires_at)
  )
}
