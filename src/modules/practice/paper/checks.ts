import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** Every print is in the ledger, and every one that was kept is in a registered file. */
export const printsTold: Check = {
  name: 'prints-told',
  says: {
    nl: 'elke afdruk staat in het logboek, en ligt op een plaats die bekend is',
    en: 'every print is in the ledger, and lies in a place that is known',
  },
  keeps: ['print-log'],
  looksAt: { nl: 'afdrukken', en: 'prints' },
  codes: {
    PRINT_UNTOLD: {
      nl: 'afdrukken staan niet in het logboek ({count})',
      en: 'prints are not in the ledger ({count})',
    },
    PRINT_UNPLACED: {
      nl: 'van afdrukken is niet bekend waar ze liggen ({count})',
      en: 'of prints it is not known where they lie ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select print_id as subject, case when not told then 'PRINT_UNTOLD'
          when not filed then 'PRINT_UNPLACED' end as code
        from evidence_prints()`,
    ),
}

/** No paper file is out overnight, and none is left of a dossier that is gone. */
export const paperInPlace: Check = {
  name: 'paper-in-place',
  says: {
    nl: 'papieren dossiers liggen ’s nachts op hun plaats',
    en: 'paper files are in their place overnight',
  },
  keeps: ['paper-register'],
  looksAt: { nl: 'papieren dossiers', en: 'paper files' },
  codes: {
    OUT_OVERNIGHT: {
      nl: 'papieren dossiers zijn niet teruggelegd ({count})',
      en: 'paper files were not brought back ({count})',
    },
    LEFT_BEHIND: {
      nl: 'papier van dossiers die er niet meer zijn, is nog niet vernietigd ({count})',
      en: 'paper of dossiers that are gone was not destroyed yet ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select dossier_id as subject, case when out_overnight then 'OUT_OVERNIGHT'
          when left_over then 'LEFT_BEHIND' end as code
        from evidence_paper_files()`,
    ),
}
