import { sql } from 'kysely'
import type { Catalogue } from '#statement/index.ts'
import type { Check } from './promises/check.ts'
import { judgeRows } from './promises/judging.ts'
import { readApplied } from './promises/statements-applied.ts'

/** Days for which it is told that a suggestion was lost. */
const TOLD_DAYS = 30
/** Days that a mail may be on its way. */
const ON_ITS_WAY_DAYS = 2

/** What readers suggest at the statement reaches whoever is responsible for it. */
export function suggestionsArrive(catalogue: Catalogue): Check {
  return {
    name: 'suggestions-arrive',
    says: {
      nl: 'wat lezers bij de verklaring voorstellen, komt aan bij wie er verantwoordelijk voor is',
      en: 'what readers suggest at the statement reaches whoever is responsible for it',
    },
    keeps: ['suggestions'],
    looksAt: {
      nl: 'suggesties, en het adres waar zij heen gaan',
      en: 'suggestions, and the address that they go to',
    },
    codes: {
      SUGGESTION_NO_ADDRESS: {
        nl: 'de verklaring noemt geen adres van wie verantwoordelijk is, dus suggesties kunnen niet',
        en: 'the statement names no address of whoever is responsible, so nothing can be suggested',
      },
      SUGGESTION_LOST: {
        nl: 'suggesties zijn niet aangekomen: het adres neemt ze niet aan ({count})',
        en: 'suggestions did not arrive: the address does not take them ({count})',
      },
      SUGGESTION_WAITS: {
        nl: 'suggesties wachten al dagen op een mailserver die ze aanneemt ({count})',
        en: 'suggestions have waited for days for a mail server that takes them ({count})',
      },
    },
    run: async (tx) => {
      const [{ statement }] = await readApplied(tx, catalogue)
      const { responsible } = statement.declarations.contacts
      const judged = await judgeRows(
        tx,
        sql`select e.mail_id as subject, case
            when e.failed and e.left_at > now() - make_interval(days => ${TOLD_DAYS})
              then 'SUGGESTION_LOST'
            when e.tried and not e.sent and not e.failed
              and e.left_at < now() - make_interval(days => ${ON_ITS_WAY_DAYS})
              then 'SUGGESTION_WAITS' end as code
          from evidence_suggestions() e`,
      )
      const nowhere = { code: 'SUGGESTION_NO_ADDRESS', subject: 'contacts.responsible' }
      const missing = responsible ? [] : [nowhere]
      return {
        lookedAt: judged.lookedAt + 1,
        findings: [...judged.findings, ...missing],
        wrong: (judged.wrong ?? 0) + missing.length,
      }
    },
  }
}
