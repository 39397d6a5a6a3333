import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** Whoever stood in did so within the absence and with the client's consent. */
export const substitutionBounded: Check = {
  name: 'substitution-bounded',
  says: {
    nl: 'een waarnemer werkte alleen tijdens de afwezigheid en met toestemming van de cliënt',
    en: "a substitute worked only during the absence and with the client's consent",
  },
  keeps: [
    'activities.substitution',
    'relations.substitute',
    'consents.substitution',
    'substitution-announced',
  ],
  looksAt: { nl: 'handelingen van waarnemers', en: 'acts of substitutes' },
  codes: {
    OUTSIDE_ABSENCE: {
      nl: 'een waarnemer werkte buiten de afwezigheid ({count})',
      en: 'a substitute worked outside the absence ({count})',
    },
    NO_ACTIVITY: {
      nl: 'de verklaring belooft waarneming, maar kent geen verwerking waarin dat kan ({count})',
      en: 'the statement promises a substitute, but has no activity in which that can be ({count})',
    },
    NOT_CONSENTED: {
      nl: 'een waarnemer werkte zonder toestemming van de cliënt ({count})',
      en: "a substitute worked without the client's consent ({count})",
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select 'ledger ' || entry_id as subject, case
        when not in_absence then 'OUTSIDE_ABSENCE'
        when not consented then 'NOT_CONSENTED'
        end as code
      from evidence_substitutions(now() - interval '31 days', interval '1 minute')
      union all
      select 'relation ' || relation, 'NO_ACTIVITY'
      from evidence_bare_relations() where relation = 'substitute'`,
    ),
}
