import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** When the practice ends, the successor reaches no more than clients chose, and they were told. */
export const successionLimited: Check = {
  name: 'succession-limited',
  says: {
    nl: 'een opvolger krijgt alleen de dossiers waarvan de cliënt dat koos, en elke cliënt hoort het op tijd',
    en: 'a successor gets only the dossiers whose clients chose so, and each client is told in time',
  },
  keeps: ['succession', 'activities.succession', 'relations.successor'],
  looksAt: { nl: 'opvolgers en dossiers', en: 'successors and dossiers' },
  codes: {
    SUCCESSOR_EARLY: {
      nl: 'iemand heeft de functie van opvolger terwijl de praktijk niet eindigt ({count})',
      en: 'somebody has the function of successor while the practice does not end ({count})',
    },
    NOT_CHOSEN: {
      nl: 'dossiers zijn overgedragen zonder dat de cliënt dat koos ({count})',
      en: 'dossiers were handed over without their clients having chosen so ({count})',
    },
    NOT_TOLD: {
      nl: 'cliënten hebben na twee weken nog geen bericht ({count})',
      en: 'clients were not told within two weeks ({count})',
    },
    NOT_SETTLED: {
      nl: 'dossiers zijn na de laatste dag niet overgedragen of afgesloten ({count})',
      en: 'dossiers were neither handed over nor closed after the last day ({count})',
    },
  },
  run: (tx) => judgeRows(tx, sql`select subject, code from evidence_succession()`),
}
