import { type Catalogue, listClauses } from '#statement/index.ts'
import { countPlanned, drift } from '#store/drift.ts'
import type { Check } from './check.ts'
import { readApplied } from './statements-applied.ts'
import { Touching } from './touching.ts'

/**
 * Grants, roles, policies and rules in the database equal what the statement in force makes of it.
 */
export function rulesEqualStatement(catalogue: Catalogue): Check {
  return {
    name: 'rules-equal-statement',
    says: {
      nl: 'de rechten in de database zijn precies die van deze verklaring',
      en: 'the rights in the database are exactly those of this statement',
    },
    keeps: [
      'access-by-opening',
      'activities.*',
      'relations.*',
      'categories.*',
      'kinds.*',
      'consents.*',
      'retention.dossier',
    ],
    breaks: ['retention.*', 'rights.*', 'recipients.*', 'recipients-gate', 'ledger'],
    looksAt: { nl: 'rollen, rechten en regels', en: 'roles, rights and rules' },
    codes: {
      MISSING: {
        nl: 'rechten of regels ontbreken in de database ({count})',
        en: 'rights or rules are missing in the database ({count})',
      },
      EXTRA: {
        nl: 'rechten of regels in de database staan niet in de verklaring ({count})',
        en: 'rights or rules in the database are not in the statement ({count})',
      },
      CHANGED: {
        nl: 'onderdelen van de database zijn met de hand veranderd ({count})',
        en: 'parts of the database were changed by hand ({count})',
      },
    },
    run: async (tx) => {
      const [{ plan, statement }] = await readApplied(tx, catalogue)
      const clauses = listClauses(statement, catalogue.vocabulary)
      const promised = new Set(clauses.flatMap(({ mechanisms }) => mechanisms))
      const touching = new Touching(plan, catalogue, promised)
      return {
        lookedAt: countPlanned(plan),
        findings: (await drift(tx, plan)).map((difference) => ({
          code: difference.kind.toUpperCase(),
          subject: difference.object,
          touches: touching.mechanismsOf(difference),
        })),
      }
    },
  }
}
