import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** A principal hears of progress in agreed fields only, and nobody writes more beside them. */
export const progressAgreed: Check = {
  name: 'progress-agreed',
  says: {
    nl: 'voortgang wordt alleen in afgesproken velden gemeld',
    en: 'progress is reported in agreed fields only',
  },
  keeps: ['agreed-fields'],
  looksAt: {
    nl: 'voortgangsberichten en berichten van en aan opdrachtgevers',
    en: 'reports of progress and messages from and to principals',
  },
  codes: {
    FIELD_NOT_AGREED: {
      nl: 'voortgangsberichten bevatten een veld dat bij de dienst niet is afgesproken ({count})',
      en: 'reports of progress hold a field that was not agreed for the service ({count})',
    },
    OWN_WORDS: {
      nl: 'berichten bevatten eigen woorden waar dat niet mag ({count})',
      en: 'messages hold words of one’s own where they may not ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select item_id as subject, case when field_too_many then 'FIELD_NOT_AGREED'
        when own_words then 'OWN_WORDS' end as code
      from evidence_principal_contact()`,
    ),
}
