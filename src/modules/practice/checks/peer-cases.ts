import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** Colleagues read what was confirmed and nothing else, and nothing is left after their meeting. */
export const peerCasesBounded: Check = {
  name: 'peer-cases-bounded',
  says: {
    nl: 'collega’s lezen alleen nagekeken versies, en na hun bijeenkomst is er niets meer',
    en: 'colleagues read checked versions only, and after their meeting nothing is left',
  },
  keeps: ['anonymised-cases', 'activities.peer-review', 'categories.shared-case'],
  looksAt: { nl: 'gedeelde casussen', en: 'shared cases' },
  codes: {
    UNCHECKED: {
      nl: 'gedeeld zonder dat de professional deze tekst nakeek ({count})',
      en: 'shared without the professional having checked this text ({count})',
    },
    LEFT_BEHIND: {
      nl: 'een dag na de bijeenkomst nog niet weg ({count})',
      en: 'not gone a day after the meeting ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select 'peer_cases ' || case_id as subject, case
        when not confirmed then 'UNCHECKED'
        when days_over >= 1 then 'LEFT_BEHIND'
        end as code
      from evidence_peer_cases()`,
    ),
}
