import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import type { Catalogue } from '#statement/index.ts'
import { written } from '#store/query.ts'

interface Gap {
  readonly place: string
}

interface Category {
  readonly kind: string
  readonly category: string
  readonly included: boolean
}

/** The package with which people take their data along holds all that is held on them. */
export function packageComplete({ tables }: Catalogue): Check {
  const personal = tables.flatMap(({ columns }) =>
    columns.filter(({ category, categoryIn }) => (category ?? categoryIn) !== undefined),
  )
  return {
    name: 'package-complete',
    says: {
      nl: 'wie zijn gegevens opvraagt of meeneemt, krijgt alles wat wij van hem of haar bewaren',
      en: 'whoever asks for the data or takes them along gets everything we hold on them',
    },
    keeps: ['rights.portability', 'rights.access'],
    looksAt: {
      nl: 'kolommen met persoonsgegevens en soorten inhoud',
      en: 'columns with personal data and kinds of content',
    },
    codes: {
      LEFT_OUT: {
        nl: 'gegevens komen niet in het pakket ({count})',
        en: 'data do not get into the package ({count})',
      },
      CATEGORY_LEFT_OUT: {
        nl: 'soorten inhoud komen niet in het pakket ({count})',
        en: 'kinds of content do not get into the package ({count})',
      },
    },
    run: async (tx) => {
      const gaps = await tx.evidence(written(sql<Gap>`select place from evidence_package_gaps()`))
      const categories = await tx.evidence(
        written(sql<Category>`select kind, category, included from evidence_package_categories()`),
      )
      return {
        lookedAt: personal.length + categories.length,
        findings: [
          ...gaps.map(({ place }) => ({ code: 'LEFT_OUT', subject: place })),
          ...categories
            .filter(({ included }) => !included)
            .map(({ kind, category }) => ({
              code: 'CATEGORY_LEFT_OUT',
              subject: `${category} in ${kind}`,
            })),
        ],
      }
    },
  }
}
