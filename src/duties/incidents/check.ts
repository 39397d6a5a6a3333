import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'
import { NOTIFY_HOURS } from './incident.ts'

/** What was late is told for so long after it was mended. */
const TOLD_DAYS = 90
/** Days after the decision within which those who run a high risk know. */
const PERSONS_DAYS = 7

/** Every incident is decided on within 72 hours, and whoever must know was told. */
export const incidentsDecided: Check = {
  name: 'incidents-decided',
  says: {
    nl: 'over elk incident is binnen 72 uur besloten, en wie het moest weten, weet het',
    en: 'every incident was decided on within 72 hours, and whoever had to know was told',
  },
  keeps: ['incident-procedure'],
  looksAt: { nl: 'incidenten', en: 'incidents' },
  codes: {
    INCIDENT_UNDECIDED: {
      nl: 'er is niet binnen 72 uur besloten of een incident wordt gemeld ({count})',
      en: 'it was not decided within 72 hours whether an incident is notified ({count})',
    },
    INCIDENT_AUTHORITY_UNTOLD: {
      nl: 'een incident is niet op tijd bij de toezichthouder gemeld ({count})',
      en: 'an incident was not notified to the authority in time ({count})',
    },
    INCIDENT_PERSONS_UNTOLD: {
      nl: 'wie een incident raakt, heeft daarover nog niets gehoord ({count})',
      en: 'people affected by an incident were not told yet ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`with terms as (
          select e.*, e.discovered_at + make_interval(hours => ${NOTIFY_HOURS}) as term,
            now() - make_interval(days => ${TOLD_DAYS}) as told
          from evidence_incidents() e)
        select incident_id as subject, case
          when coalesce(decided_at, now()) > term and coalesce(decided_at, now()) > told
            then 'INCIDENT_UNDECIDED'
          when to_authority and coalesce(authority_at, now()) > term
            and coalesce(authority_at, now()) > told and late_reason is not true
            then 'INCIDENT_AUTHORITY_UNTOLD'
          when to_persons and persons_at is null
            and decided_at < now() - make_interval(days => ${PERSONS_DAYS})
            then 'INCIDENT_PERSONS_UNTOLD' end as code
        from terms`,
    ),
}
