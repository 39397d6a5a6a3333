import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'
import { readApplied } from '#duties/promises/statements-applied.ts'
import type { Catalogue } from '#statement/index.ts'

/** What was late is told for so long after it was mended. */
const TOLD_DAYS = 90
/** Within so many days somebody must know that a complaint arrived. */
const ACKNOWLEDGE_DAYS = 7
/** The term where a statement names none. */
const DEFAULT_TERM = 'P6W'

/** Every complaint is acknowledged, can be handled by somebody and is answered in its term. */
export function complaintsAnswered(catalogue: Catalogue): Check {
  return {
    name: 'complaints-answered',
    says: {
      nl: 'elke klacht is bevestigd en binnen de termijn beantwoord',
      en: 'every complaint was acknowledged, and answered in its term',
    },
    keeps: ['rights.complaint', 'complaint-route'],
    looksAt: { nl: 'klachten', en: 'complaints' },
    codes: {
      COMPLAINT_LATE: {
        nl: 'klachten zijn niet binnen de termijn beantwoord ({count})',
        en: 'complaints were not answered in their term ({count})',
      },
      COMPLAINT_UNACKNOWLEDGED: {
        nl: 'wie klaagde, kreeg geen bericht van ontvangst ({count})',
        en: 'complainants were not told that the complaint arrived ({count})',
      },
      COMPLAINT_NOBODY: {
        nl: 'er is niemand die de klacht mag behandelen ({count})',
        en: 'nobody may handle the complaint ({count})',
      },
    },
    run: async (tx) => {
      const [{ statement }] = await readApplied(tx, catalogue)
      const term = statement.declarations.rights['complaint']?.within ?? DEFAULT_TERM
      return judgeRows(
        tx,
        sql`select e.complaint_id as subject, case
            when coalesce((e.decided_at at time zone 'Europe/Amsterdam')::date, gestand.today())
                > (e.received_on + ${term}::interval)::date
              and coalesce(e.decided_at, now()) > now() - make_interval(days => ${TOLD_DAYS})
              then 'COMPLAINT_LATE'
            when e.decided_at is null and e.acknowledged_at is null
              and e.received_on + ${ACKNOWLEDGE_DAYS}::integer < gestand.today()
              then 'COMPLAINT_UNACKNOWLEDGED'
            when e.decided_at is null and e.handlers = 0 then 'COMPLAINT_NOBODY' end as code
          from evidence_complaints() e`,
      )
    },
  }
}

/** The tables of a complaint, each of which has the policy that keeps it from whom it is about. */
const KEPT_TABLES = [
  'complaint_acknowledgements',
  'complaint_hearings',
  'complaint_outcomes',
  'complaint_subjects',
  'complaints',
]

/** Nobody handled a complaint about themselves, and the database does not show it to them. */
export const complaintsKeptFrom: Check = {
  name: 'complaints-kept-from',
  says: {
    nl: 'wie een klacht betreft, kan haar niet zien en heeft haar niet behandeld',
    en: 'whom a complaint is about cannot see it and did not handle it',
  },
  keeps: ['complaint-impartial'],
  looksAt: { nl: 'klachten en regels in de database', en: 'complaints and rules in the database' },
  codes: {
    COMPLAINT_HANDLED_BY_SUBJECT: {
      nl: 'iemand behandelde een klacht over zichzelf ({count})',
      en: 'somebody handled a complaint about themselves ({count})',
    },
    COMPLAINT_SHOWN: {
      nl: 'de regel die klachten afschermt, ontbreekt ({count})',
      en: 'the rule that shields complaints is missing ({count})',
    },
  },
  run: async (tx) => {
    const judged = await judgeRows(
      tx,
      sql`select e.complaint_id as subject,
          case when e.touched > 0 then 'COMPLAINT_HANDLED_BY_SUBJECT' end as code
        from evidence_complaints() e`,
    )
    const { rows } = await tx.query(
      `select p.tablename from pg_policies p
       join pg_class c on c.relname = p.tablename and c.relnamespace = p.schemaname::regnamespace
       where p.schemaname = $1 and p.policyname = 'core_kept_from'
         and p.permissive = 'RESTRICTIVE' and p.cmd = 'ALL' and c.relrowsecurity`,
      [`org_${tx.organisation}`],
    )
    const shielded = new Set(rows.map((row) => JSON.stringify(row)))
    const shown = KEPT_TABLES.filter(
      (tablename) => !shielded.has(JSON.stringify({ tablename })),
    ).map((subject) => ({ code: 'COMPLAINT_SHOWN', subject }))
    return {
      lookedAt: judged.lookedAt + KEPT_TABLES.length,
      findings: [...judged.findings, ...shown],
    }
  },
}
