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
  codes: {
    CHANGED_AFTER_SENT: {
      nl: '{count} samenvattingen zijn na verzending veranderd',
      en: '{count} summaries were changed after they were sent',
    },
    ANSWERED_UNSENT: {
      nl: '{count} samenvattingen zijn beantwoord zonder te zijn verstuurd',
      en: '{count} summaries were answered without having been sent',
    },
    ANSWERED_TWICE: {
      nl: '{count} samenvattingen zijn zowel goedgekeurd als weersproken',
      en: '{count} summaries were both approved and disputed',
    },
    REPLACED_WRONGLY: {
      nl: '{count} samenvattingen zijn vervangen terwijl dat niet mocht',
      en: '{count} summaries were replaced though they should not have been',
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
