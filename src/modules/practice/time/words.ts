import type { PackageWords } from '#duties/package/words.ts'
import type { Text } from '#kernel/language.ts'
import type { LedgerWords } from '#ledger/words.ts'

/** What time can be spent on: none of these words tells what troubles a client. */
export const TIME_KINDS = {
  consult: { nl: 'gesprek', en: 'consult' },
  preparation: { nl: 'voorbereiding', en: 'preparation' },
  report: { nl: 'uitwerken', en: 'writing up' },
  contact: { nl: 'contact per telefoon of bericht', en: 'contact by telephone or message' },
  mail: { nl: 'e-mail', en: 'email' },
  meeting: { nl: 'overleg', en: 'meeting' },
  research: { nl: 'uitzoekwerk', en: 'research' },
  travel: { nl: 'reistijd', en: 'travel' },
  administration: { nl: 'administratie', en: 'administration' },
  other: { nl: 'overig', en: 'other' },
} as const satisfies Record<string, Text>

export type TimeKind = keyof typeof TIME_KINDS

/** The words in which the ledger tells of time registration. */
export const TIME_LEDGER_WORDS: Pick<LedgerWords, 'subjects' | 'acts' | 'lists'> = {
  subjects: {
    time_entries: { nl: 'bestede tijd', en: 'time spent' },
    time_remarks: { nl: 'een opmerking bij bestede tijd', en: 'a remark on time spent' },
    time_corrections: { nl: 'een correctie van bestede tijd', en: 'a correction of time spent' },
  },
  acts: {
    'inserted time_entries': { nl: 'legde bestede tijd vast', en: 'recorded time spent' },
    'updated time_entries': { nl: 'wijzigde bestede tijd', en: 'changed time spent' },
    'deleted time_entries': { nl: 'haalde bestede tijd weg', en: 'took out time spent' },
  },
  lists: {
    week: { nl: 'de eigen uren van een week', en: 'one’s own hours of a week' },
  },
}

/** What time registration is called in a package. */
export const TIME_PACKAGE_WORDS: PackageWords = {
  tables: {
    time_entries: { nl: 'tijdregistratie', en: 'time registration' },
    time_remarks: { nl: 'opmerkingen bij de tijdregistratie', en: 'remarks on time spent' },
    time_corrections: { nl: 'correcties van de tijdregistratie', en: 'corrections of time spent' },
  },
  columns: {
    billable: { nl: 'Te factureren', en: 'To be invoiced' },
    consult_id: { nl: 'Gesprek', en: 'Consult' },
    corrected_at: { nl: 'Gewijzigd op', en: 'Corrected at' },
    corrected_by: { nl: 'Gewijzigd door', en: 'Corrected by' },
    day: { nl: 'Dag', en: 'Day' },
    entry_id: { nl: 'Regel', en: 'Entry' },
    invoice_line: { nl: 'Regel van de factuur', en: 'Line of the invoice' },
    kind: { nl: 'Soort', en: 'Kind' },
    removed: { nl: 'Weggehaald', en: 'Taken out' },
  },
  values: TIME_KINDS,
}
