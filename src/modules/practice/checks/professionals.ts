import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/**
 * No question went to another professional, and no answer was stored, but through the gate and
 * under a consent for that question to that professional. A minute's patience, as a withdrawal may
 * bear the time of a transaction that ended before it.
 */
export const professionalsConsented: Check = {
  name: 'professionals-consented',
  says: {
    nl: 'elke vraag aan een andere professional en elk antwoord rust op toestemming met diens naam',
    en: 'each question to another professional and each answer rests on consent that names them',
  },
  keeps: [
    'professional-requests',
    'categories.professional-information',
    'consents.professional-request',
  ],
  looksAt: { nl: 'vragen en antwoorden', en: 'questions and answers' },
  codes: {
    NOT_CONSENTED: {
      nl: 'zonder toestemming op naam gevraagd of bewaard ({count})',
      en: 'asked or stored without consent by name ({count})',
    },
    NOT_GATED: {
      nl: 'buiten de poort om verstuurd ({count})',
      en: 'sent past the gate ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select subject, case
        when not same_item or decided_at is null or decided_at > at + interval '1 minute'
          or withdrawn_at < at - interval '1 minute' or expires_at < at - interval '1 minute'
          then 'NOT_CONSENTED'
        when not gated then 'NOT_GATED'
        end as code
      from evidence_professional_requests()`,
    ),
}
