import { sql } from 'kysely'
import type { Check, Finding } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import { PRACTICE_VOCABULARY } from '#modules/practice/vocabulary.ts'

/**
 * The overview per principal holds the client's name, the service and the year, and nothing else.
 */
export const relationLinesBare: Check = {
  name: 'relation-lines-bare',
  says: {
    nl: 'het relatieoverzicht bevat alleen naam, dienst en jaar',
    en: 'the relation overview holds only name, service and year',
  },
  keeps: ['retention.relation-line', 'activities.relation-management', 'categories.relation-line'],
  looksAt: { nl: 'regels en kolommen van het overzicht', en: 'lines and columns of the overview' },
  codes: {
    COLUMN_ADDED: {
      nl: 'het relatieoverzicht heeft kolommen te veel ({count})',
      en: 'the relation overview has columns too many ({count})',
    },
    LINE_HOLDS_MORE: {
      nl: 'regels bevatten iets anders dan naam, dienst en jaar ({count})',
      en: 'lines hold something other than name, service and year ({count})',
    },
  },
  run: async (tx) => {
    const lines = await judgeRows(
      tx,
      sql`select line_id as subject, case
        when not name_is_short or year not between 2000 and 2999
          or service is distinct from coalesce(kind, service)
          or service <> all (${KINDS}::text[]) then 'LINE_HOLDS_MORE'
        end as code
      from evidence_relation_lines()`,
    )
    const columns = await findColumns(tx)
    return {
      lookedAt: lines.lookedAt + columns.lookedAt,
      findings: [...columns.findings, ...lines.findings],
      wrong: columns.findings.length + (lines.wrong ?? 0),
    }
  },
}

const KINDS = Object.keys(PRACTICE_VOCABULARY.kinds)
const KEYS = ['id', 'party_id', 'dossier_id']

async function findColumns(
  tx: ProofTransaction,
): Promise<{ lookedAt: number; findings: Finding[] }> {
  const holds = Object.keys(PRACTICE_VOCABULARY.parts['relation-line']?.holds ?? {})
  const { rows } = await tx.query(
    `select attname as name from pg_attribute
     where attrelid = 'relation_lines'::regclass and attnum > 0 and not attisdropped`,
  )
  const names = rows.map((row) => String((row as { name: unknown }).name)) // as the query says
  const more = names.filter((name) => !holds.includes(name) && !KEYS.includes(name))
  return {
    lookedAt: names.length,
    findings: more.map((name) => ({ code: 'COLUMN_ADDED', subject: `relation_lines.${name}` })),
  }
}
