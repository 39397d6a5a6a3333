import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { dutchDay } from '#jobs/dutch-zone.ts'
import { judgeRows } from '#duties/promises/judging.ts'
import { type AppliedStatement, readApplied } from '#duties/promises/statements-applied.ts'
import type { Catalogue, Statement } from '#statement/index.ts'
import { findWord } from '#statement/vocabulary.ts'
import { written } from '#store/query.ts'

interface AssessmentRow {
  readonly activity: string
  readonly listed: number
  readonly criteria: number
  readonly reviewOn: string | null
}

/**
 * Every activity that touches special data was screened for its risks, what needs an assessment has
 * one, and none waits to be looked at again.
 */
export function risksAssessed(catalogue: Catalogue): Check {
  return {
    name: 'risks-assessed',
    says: {
      nl: 'van elke verwerking met bijzondere gegevens zijn de risico’s beoordeeld',
      en: 'the risks of every processing with special data were assessed',
    },
    keeps: ['processing-register'],
    looksAt: { nl: 'verwerkingen', en: 'processing activities' },
    codes: {
      RISK_UNSCREENED: {
        nl: 'van een verwerking met bijzondere gegevens zijn de risico’s niet bekeken ({count})',
        en: 'the risks of a processing with special data were not looked at ({count})',
      },
      RISK_UNASSESSED: {
        nl: 'een beoordeling die nodig is, is er nog niet ({count})',
        en: 'an assessment that is needed is not there yet ({count})',
      },
      RISK_REVIEW_OVERDUE: {
        nl: 'een beoordeling moest al opnieuw bekeken zijn ({count})',
        en: 'an assessment should have been looked at again ({count})',
      },
    },
    run: async (tx) => {
      const versions = await readApplied(tx, catalogue)
      const [{ statement }] = versions
      const rows = await tx.evidence(
        written(sql<AssessmentRow>`select activity, listed, criteria, review_on as "reviewOn"
          from evidence_assessments()`),
      )
      const known = new Map(rows.map((row) => [row.activity, row]))
      const today = dutchDay(new Date())
      const activities = Object.keys(statement.declarations.activities)
      return {
        lookedAt: activities.length,
        findings: activities.flatMap((activity) => {
          const row = known.get(activity)
          const since = firstWith(activity, versions)
          const code = row ? judge(row, today) : unscreened(statement, activity, since)
          return code === undefined ? [] : [{ code, subject: activity }]
        }),
      }
    },
  }
}

/** Days in which whoever begins records what was assessed before. */
const RECORD_DAYS = 30
const DAY_MS = 86_400_000

/** When a statement with the activity first came true. */
function firstWith(activity: string, versions: readonly AppliedStatement[]): number {
  const moments = versions
    .filter(({ statement }) => Object.hasOwn(statement.declarations.activities, activity))
    .map(({ appliedAt }) => appliedAt.getTime())
  return Math.min(...moments)
}

function unscreened(
  { declarations }: Statement,
  activity: string,
  since: number,
): string | undefined {
  const { reads = [], writes = [] } = findWord(declarations.activities, activity) ?? {}
  const special = [...reads, ...writes].some(
    (word) => findWord(declarations.categories, word)?.special !== undefined,
  )
  return special && since + RECORD_DAYS * DAY_MS < Date.now() ? 'RISK_UNSCREENED' : undefined
}

const CRITERIA_ENOUGH = 2

function judge(row: AssessmentRow, today: string): string | undefined {
  if (row.reviewOn !== null) return row.reviewOn < today ? 'RISK_REVIEW_OVERDUE' : undefined
  return row.listed > 0 || row.criteria >= CRITERIA_ENOUGH ? 'RISK_UNASSESSED' : undefined
}

/** Days after which what should have gone by itself is missed. */
const PATIENCE = '3 days'

/** Complaints, incidents and old records go when their term is over. */
export const settledDestroyed: Check = {
  name: 'settled-destroyed',
  says: {
    nl: 'klachten, incidenten en oude stukken van het register gaan weg als hun termijn voorbij is',
    en: 'complaints, incidents and old records go when their term is over',
  },
  keeps: ['retention.complaint', 'retention.incident', 'retention.processing-record'],
  looksAt: { nl: 'afgeronde zaken', en: 'settled matters' },
  codes: {
    SETTLED_LEFT: {
      nl: 'wat over de bewaartermijn is, staat er nog ({count})',
      en: 'what is past its term is still there ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select e.subject, case when e.late then 'SETTLED_LEFT' end as code
        from evidence_settled(${PATIENCE}::interval) e`,
    ),
}
