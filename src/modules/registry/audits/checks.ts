import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** Nobody looks in a portfolio longer than was asked for. */
const looksBounded: Check = {
  name: 'looks-bounded',
  says: {
    nl: 'wie in een portfolio mag kijken, mag dat niet langer dan gevraagd',
    en: 'whoever may look in a portfolio, may do so no longer than was asked for',
  },
  keeps: ['looks-bounded'],
  looksAt: { nl: 'werkgevers en auditoren bij een portfolio', en: 'employers and auditors' },
  codes: {
    LOOK_WITHOUT_END: {
      nl: 'iemand mag zonder einddatum in een portfolio kijken ({count})',
      en: 'somebody may look in a portfolio without an end ({count})',
    },
    LOOK_TOO_LONG: {
      nl: 'iemand mag langer in een portfolio kijken dan gevraagd ({count})',
      en: 'somebody may look in a portfolio longer than was asked for ({count})',
    },
    LOOK_UNASKED: {
      nl: 'iemand mag in een portfolio kijken zonder dat het is gevraagd ({count})',
      en: 'somebody may look in a portfolio that nobody asked for ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select e.dossier_id as subject, case
        when e.until is null then 'LOOK_WITHOUT_END'
        when e.latest is null then 'LOOK_UNASKED'
        when (e.until at time zone 'Europe/Amsterdam')::date > e.latest + 1 then 'LOOK_TOO_LONG'
        end as code
      from evidence_looks() e`,
    ),
}

/** Signals went to institutions of the student alone, and stand where the student sees them. */
const signalsTied: Check = {
  name: 'signals-tied',
  says: {
    nl: 'signalen gaan alleen naar instellingen van de student, en de student ziet ze',
    en: 'signals go only to institutions of the student, who sees them',
  },
  keeps: ['signals-tied'],
  looksAt: { nl: 'signalen', en: 'signals' },
  codes: {
    SIGNAL_UNTIED: {
      nl: 'een signaal ging naar een instelling die niets met de student te maken heeft ({count})',
      en: 'a signal went to an institution that has nothing to do with the student ({count})',
    },
    SIGNAL_UNTOLD: {
      nl: 'een signaal staat niet bij de verstrekkingen ({count})',
      en: 'a signal is not among the disclosures ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select e.signal_id as subject, case
        when not e.tied then 'SIGNAL_UNTIED'
        when not e.delivered then 'SIGNAL_UNTOLD'
        end as code
      from evidence_signals() e`,
    ),
}

/** What shows that portfolios are closed again, and signals go where they belong. */
export const AUDIT_CHECKS: readonly Check[] = [looksBounded, signalsTied]
