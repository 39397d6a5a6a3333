import type { Catalogue } from '#statement/index.ts'
import { findSchemaFaults, SCHEMA_FAULTS } from '#store/schema-faults.ts'
import { readSchemaFacts } from '#store/schema-facts.ts'
import type { Check } from './check.ts'

/** There is no table or column of which it is not known what kind of data is in it. */
export function tablesTold({ tables, vocabulary }: Catalogue): Check {
  return {
    name: 'tables-told',
    says: {
      nl: 'van alles in de database is vastgelegd welk soort gegevens het is, en hoe het is beschermd',
      en: 'of all that is in the database it is told what kind of data it is, and how it is protected',
    },
    keeps: ['categories.*'],
    looksAt: { nl: 'tabellen en kolommen', en: 'tables and columns' },
    codes: SCHEMA_FAULTS,
    run: async (tx) => {
      const facts = await readSchemaFacts(tx, `org_${tx.organisation}`)
      const categories = new Map(
        tables.map(({ name, columns }) => [
          name,
          columns.flatMap(({ category, categoryIn }) => category ?? categoryIn?.of ?? []),
        ]),
      )
      return {
        lookedAt: facts.tables.reduce((sum, { columns }) => sum + 1 + columns.length, 0),
        findings: findSchemaFaults(facts, vocabulary).map(({ code, object }) => ({
          code,
          subject: object,
          touches: [
            ...new Set(categories.get(object.split('.')[0] ?? '')?.map((c) => `categories.${c}`)),
          ],
        })),
      }
    },
  }
}
