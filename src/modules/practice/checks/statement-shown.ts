import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** No engagement became active before the statement was shown to the client. */
export const statementShown: Check = {
  name: 'statement-shown-first',
  says: {
    nl: 'geen dienst begon voordat de verklaring aan de cliënt was getoond',
    en: 'no service began before the statement was shown to the client',
  },
  keeps: ['statement-shown'],
  looksAt: { nl: 'diensten die zijn begonnen', en: 'services that began' },
  codes: {
    NOT_SHOWN: {
      nl: 'diensten begonnen zonder dat de verklaring was getoond ({count})',
      en: 'services began without the statement having been shown ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select dossier_id as subject,
        case when shown_at is null or shown_at > activated_at then 'NOT_SHOWN' end as code
      from evidence_activations()`,
    ),
}
