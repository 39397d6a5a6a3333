import { agreementStands, recordedAgreements } from '#duties/recipients/agreement-term.ts'
import { LANGUAGES } from '#kernel/language.ts'
import type { Catalogue } from '#statement/index.ts'
import { from } from '#store/query.ts'
import type { Check } from './check.ts'
import { dutchDay } from '#jobs/dutch-zone.ts'
import { readApplied } from './statements-applied.ts'

/** The statement in force and every earlier one can be read, in each language. */
export function statementsPublished(catalogue: Catalogue): Check {
  return {
    name: 'statements-published',
    says: {
      nl: 'deze verklaring en alle eerdere versies zijn openbaar te lezen',
      en: 'this statement and all earlier versions can be read in public',
    },
    keeps: ['statement-published', 'statement-versions', 'contacts.*', 'officer-contact'],
    looksAt: { nl: 'versies van de verklaring', en: 'versions of the statement' },
    codes: {
      VERSION_GONE: {
        nl: 'eerdere versies zijn niet meer te lezen ({count})',
        en: 'earlier versions can no longer be read ({count})',
      },
      TEXT_MISSING: {
        nl: 'van een versie ontbreekt de tekst in een taal ({count})',
        en: 'a version lacks its text in a language ({count})',
      },
      NOT_PUBLIC: {
        nl: 'de verklaring is niet openbaar te lezen',
        en: 'the statement cannot be read in public',
      },
    },
    run: async (tx) => {
      const versions = await readApplied(tx, catalogue)
      const applied = await tx.run(
        from
          .selectFrom('ledger')
          .select('item')
          .distinct()
          .where('act', '=', 'applied')
          .where('subject', '=', 'statements'),
      )
      const readable = new Set(versions.map(({ version }) => String(version)))
      const gone = applied.filter(({ item }) => item !== null && !readable.has(item))
      const mute = versions.filter(({ statement }) =>
        LANGUAGES.some((language) => statement.texts[language].blocks.length === 0),
      )
      const open = await tx.query(
        `select from pg_policies where schemaname = $1 and tablename = 'statements'
         and permissive = 'PERMISSIVE' and qual = 'true' and roles = '{public}'`,
        [`org_${tx.organisation}`],
      )
      return {
        lookedAt: versions.length,
        findings: [
          ...gone.map(({ item }) => ({
            code: 'VERSION_GONE',
            subject: `version ${item}`,
            touches: ['statement-versions'],
          })),
          ...mute.map(({ version }) => ({ code: 'TEXT_MISSING', subject: `version ${version}` })),
          ...(open.rows.length === 0 ? [{ code: 'NOT_PUBLIC', subject: 'statements' }] : []),
        ],
      }
    },
  }
}

/** With every recipient that needs one there is an agreement that has not lapsed. */
export function agreementsInForce(catalogue: Catalogue): Check {
  return {
    name: 'agreements-in-force',
    says: {
      nl: 'met elke ontvanger die gegevens voor ons verwerkt is een geldige overeenkomst',
      en: 'there is a valid agreement with every recipient that processes data for us',
    },
    keeps: ['recipients.*'],
    looksAt: { nl: 'ontvangers', en: 'recipients' },
    codes: {
      AGREEMENT_LAPSED: {
        nl: 'overeenkomsten zijn verlopen ({count})',
        en: 'agreements have lapsed ({count})',
      },
    },
    run: async (tx) => {
      const [{ statement }] = await readApplied(tx, catalogue)
      const today = dutchDay(new Date())
      const recipients = Object.entries(statement.declarations.recipients ?? {})
      const recorded = await tx.evidence(recordedAgreements)
      const known = new Set(recorded.map(({ recipient }) => recipient))
      const fits = ([word, { agreement }]: (typeof recipients)[number]) =>
        (!agreement && !known.has(word)) ||
        agreementStands(word, agreement?.until, { recorded, day: today })
      return {
        lookedAt: recipients.length,
        findings: recipients
          .filter((recipient) => !fits(recipient))
          .map(([name]) => ({
            code: 'AGREEMENT_LAPSED',
            subject: name,
            touches: [`recipients.${name}`],
          })),
      }
    },
  }
}
