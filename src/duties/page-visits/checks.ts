import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** Nothing is left by which a visitor of another day could be known again. */
const visitorsForgotten: Check = {
  name: 'visitors-forgotten',
  says: {
    nl: 'van bezoekers van de site blijft na de dag zelf niets over dan aantallen',
    en: 'of visitors of the site nothing but amounts is left after the day itself',
  },
  looksAt: { nl: 'dagen', en: 'days' },
  keeps: ['own-statistics', 'retention.page-visit'],
  codes: {
    VISITORS_KNOWN: {
      nl: 'bezoekers van een eerdere dag zijn nog te herkennen ({count})',
      en: 'visitors of an earlier day can still be recognised ({count})',
    },
    VISITS_KEPT: {
      nl: 'bezoekcijfers zijn langer bewaard dan beloofd ({count})',
      en: 'visitor figures were kept longer than promised ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select day::text as subject, case
        -- The clock of the sweep strikes once an hour.
        when salted and gestand.midnight(day + 1) < now() - interval '2 hours'
          then 'VISITORS_KNOWN'
        when late then 'VISITS_KEPT' end as code
      from evidence_page_visits()`,
    ),
}

/** The checks of counting visits to public pages. */
export const PAGE_VISITS_CHECKS: readonly Check[] = [visitorsForgotten]
