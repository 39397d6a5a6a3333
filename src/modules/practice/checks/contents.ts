import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { written } from '#store/query.ts'

interface Contents {
  readonly place: string
  readonly kind: string
  readonly category: string
  readonly amount: number
}

/** Content stands only in dossiers of a kind for which the statement names its category. */
export const contentsInKind: Check = {
  name: 'contents-in-kind',
  says: {
    nl: 'elk dossier bevat alleen soorten gegevens die bij zijn dienst horen',
    en: 'each dossier holds only kinds of data that belong to its service',
  },
  keeps: ['kinds-of-service', 'kinds.*', 'categories.*'],
  looksAt: { nl: 'stukken in dossiers', en: 'items in dossiers' },
  codes: {
    OUT_OF_KIND: {
      nl: 'er staan gegevens die niet bij de dienst horen ({count})',
      en: 'there are data that do not belong to the service ({count})',
    },
  },
  run: async (tx) => {
    const contents = await tx.evidence(written(sql<Contents>`select * from evidence_contents()`))
    const { rows } = await tx.query('select distinct kind, category from category_rules')
    const allowed = new Set(rows.map((row) => JSON.stringify(row)))
    const wrong = contents.filter(
      ({ kind, category }) => !allowed.has(JSON.stringify({ kind, category })),
    )
    return {
      lookedAt: contents.reduce((sum, { amount }) => sum + amount, 0),
      findings: wrong.map(({ place, kind, category, amount }) => ({
        code: 'OUT_OF_KIND',
        subject: `${place} ${kind} ${category} ${amount}`,
        touches: ['kinds-of-service', `kinds.${kind}`, `categories.${category}`],
      })),
    }
  },
}
