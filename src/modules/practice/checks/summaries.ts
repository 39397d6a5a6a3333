import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** A summary was sent before it was answered, answered once, and not changed since it was sent. */
export const summariesInOrder: Check = {
  name: 'summaries-in-order',
  says: {
    nl: 'elke samenvatting is eerst verstuurd, daarna beantwoord en niet meer veranderd',
    en: 'each summary was sent first, then answered, and not changed after that',
  },
  keeps: ['summary-approval'],
  looksAt: { nl: 'samenvattingen', en: 'summaries' },
  codes: {
    CHANGED_AFTER_SENT: {
      nl: 'samenvattingen zijn na verzending veranderd ({count})',
      en: 'summaries were changed after they were sent ({count})',
    },
    ANSWERED_UNSENT: {
      nl: 'samenvattingen zijn beantwoord zonder te zijn verstuurd ({count})',
      en: 'summaries were answered without having been sent ({count})',
    },
    ANSWERED_TWICE: {
      nl: 'samenvattingen zijn zowel goedgekeurd als weersproken ({count})',
      en: 'summaries were both approved and disputed ({count})',
    },
    REPLACED_WRONGLY: {
      nl: 'samenvattingen zijn vervangen terwijl dat niet mocht ({count})',
      en: 'summaries were replaced though they should not have been ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select summary_id as subject, case
        when written_at > sent_at then 'CHANGED_AFTER_SENT'
        when approved_at is not null and disputed_at is not null then 'ANSWERED_TWICE'
        when coalesce(approved_at, disputed_at) < sent_at
          or (sent_at is null and coalesce(approved_at, disputed_at) is not null)
          then 'ANSWERED_UNSENT'
        when replaced_by is not null and (sent_at is null or approved_at is not null)
          then 'REPLACED_WRONGLY'
        end as code
      from evidence_summaries()`,
    ),
}
