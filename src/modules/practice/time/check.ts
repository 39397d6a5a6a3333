import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** Of every consult the time was recorded, or taken out with a trace. */
export const timeRecorded: Check = {
  name: 'time-recorded',
  says: {
    nl: 'van elk gesprek is de tijd vastgelegd',
    en: 'of each consult the time was recorded',
  },
  keeps: ['time-registration'],
  looksAt: { nl: 'gesprekken', en: 'consults' },
  codes: {
    CONSULT_UNTIMED: {
      nl: 'van gesprekken is geen tijd vastgelegd ({count})',
      en: 'of consults no time was recorded ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select consult_id as subject, case when not recorded then 'CONSULT_UNTIMED' end as code
      from evidence_consult_time()`,
    ),
}
