import type { PackageWords } from '#duties/package/words.ts'
import type { Text } from '#kernel/language.ts'
import type { LedgerWords } from '#ledger/words.ts'

/** Where a print went. */
export const PRINT_WENT = {
  file: { nl: 'in het papieren dossier', en: 'in the paper file' },
  client: { nl: 'meegegeven aan de cliënt', en: 'given along to the client' },
  destroyed: { nl: 'na gebruik vernietigd', en: 'destroyed after use' },
} as const satisfies Record<string, Text>

export type PrintWent = keyof typeof PRINT_WENT

/** What can be printed. */
export const PRINT_KINDS = {
  document: { nl: 'document', en: 'document' },
  summary: { nl: 'samenvatting', en: 'summary' },
  note: { nl: 'notitie', en: 'note' },
  hours: { nl: 'tijdregistratie', en: 'time registration' },
} as const satisfies Record<string, Text>

export type PrintKind = keyof typeof PRINT_KINDS

/** What can be done with a paper file. */
export const PAPER_ACTS = {
  placed: { nl: 'neergelegd', en: 'put away' },
  taken: { nl: 'meegenomen', en: 'taken out' },
  returned: { nl: 'teruggelegd', en: 'brought back' },
  destroyed: { nl: 'vernietigd', en: 'destroyed' },
} as const satisfies Record<string, Text>

export type PaperAct = keyof typeof PAPER_ACTS

/** What the registration of paper refuses. */
export const PAPER_ERRORS = {
  PAPER_UNPLACED: {
    nl: 'Van dit dossier is nog geen papieren dossier vastgelegd. Leg eerst vast waar het ligt.',
    en: 'No paper file of this dossier was recorded yet. Record first where it lies.',
  },
  PAPER_DESTROYED: {
    nl: 'Dit papieren dossier is al vernietigd.',
    en: 'This paper file was destroyed already.',
  },
  PAPER_OUT: {
    nl: 'Dit papieren dossier is al meegenomen. Leg eerst vast dat het terug is.',
    en: 'This paper file was taken out already. Record first that it is back.',
  },
  PAPER_IN: {
    nl: 'Dit papieren dossier ligt al op zijn plaats.',
    en: 'This paper file is in its place already.',
  },
  PAPER_IN_FUTURE: {
    nl: 'Die dag is nog niet geweest. Kies vandaag of een eerdere dag.',
    en: 'That day has not come yet. Choose today or an earlier day.',
  },
} satisfies Record<string, Text>

/** The words in which the ledger tells of paper. */
export const PAPER_LEDGER_WORDS: Pick<LedgerWords, 'subjects' | 'acts' | 'lists'> = {
  subjects: {
    paper_items: { nl: 'een afdruk', en: 'a print' },
    paper_moves: { nl: 'een verplaatsing van papier', en: 'a move of paper' },
    paper_leftovers: { nl: 'achtergebleven papier', en: 'paper that was left behind' },
  },
  acts: {
    'inserted paper_items': { nl: 'drukte iets af', en: 'printed something' },
    'updated paper_items': {
      nl: 'legde vast waar een afdruk bleef',
      en: 'recorded where a print went',
    },
    'inserted paper_moves': {
      nl: 'legde vast waar het papieren dossier is',
      en: 'recorded where the paper file is',
    },
    'updated paper_leftovers': {
      nl: 'vernietigde achtergebleven papier',
      en: 'destroyed paper that was left behind',
    },
  },
  lists: { paper: { nl: 'de papieren dossiers', en: 'the paper files' } },
}

/** What the register of paper is called in a package. */
export const PAPER_PACKAGE_WORDS: PackageWords = {
  tables: {
    paper_files: { nl: 'het papieren dossier', en: 'the paper file' },
    paper_items: { nl: 'afdrukken', en: 'prints' },
    paper_moves: { nl: 'waar het papieren dossier was', en: 'where the paper file was' },
  },
  columns: {
    act: { nl: 'Wat', en: 'What' },
    begun_at: { nl: 'Sinds', en: 'Since' },
    destroyed_by: { nl: 'Vernietigd door', en: 'Destroyed by' },
    destroyed_on: { nl: 'Vernietigd op', en: 'Destroyed on' },
    item_id: { nl: 'Stuk', en: 'Item' },
    label: { nl: 'Etiket', en: 'Label' },
    moved_at: { nl: 'Vastgelegd op', en: 'Recorded at' },
    moved_by: { nl: 'Door', en: 'By' },
    out_since: { nl: 'Meegenomen op', en: 'Taken out at' },
    out_with: { nl: 'Meegenomen door', en: 'Taken out by' },
    place: { nl: 'Plaats', en: 'Place' },
    printed_at: { nl: 'Afgedrukt op', en: 'Printed at' },
    printed_by: { nl: 'Afgedrukt door', en: 'Printed by' },
    told_on: { nl: 'Herinnerd op', en: 'Reminded on' },
    went: { nl: 'Waar het bleef', en: 'Where it went' },
  },
  values: { ...PAPER_ACTS, ...PRINT_WENT, ...PRINT_KINDS },
}
