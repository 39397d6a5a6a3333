import { sql } from 'kysely'
import { written } from '#store/query.ts'
import type { Check } from './check.ts'

interface SealedColumn {
  readonly place: string
  readonly amount: number
  readonly plain: number
}

/** What must be sealed looks sealed, in every row: nothing was written past the encryption. */
export const contentSealed: Check = {
  name: 'content-sealed',
  says: {
    nl: 'alle inhoud die versleuteld moet zijn, is versleuteld opgeslagen',
    en: 'all content that must be encrypted is stored encrypted',
  },
  keeps: ['sealing'],
  looksAt: { nl: 'versleutelde waarden', en: 'encrypted values' },
  codes: {
    NOT_SEALED: {
      nl: 'er staat inhoud die niet versleuteld is ({count})',
      en: 'there is content that is not encrypted ({count})',
    },
  },
  run: async (tx) => {
    const columns = await tx.evidence(written(sql<SealedColumn>`select * from evidence_sealing()`))
    return {
      lookedAt: columns.reduce((sum, { amount }) => sum + amount, 0),
      findings: columns
        .filter(({ plain }) => plain > 0)
        .map(({ place, plain }) => ({ code: 'NOT_SEALED', subject: `${place} ${plain}` })),
    }
  },
}
