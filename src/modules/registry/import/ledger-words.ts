import type { LedgerWords } from '#ledger/words.ts'

/** The words in which the ledger tells of a register that is taken over. */
export const IMPORT_LEDGER_WORDS: LedgerWords = {
  subjects: {
    register_imports: { nl: 'een lijst om over te nemen', en: 'a list to take over' },
    likenesses: { nl: 'een mogelijk dubbele persoon', en: 'a person who may be there twice' },
  },
  acts: {
    'inserted likenesses': {
      nl: 'merkte op dat iemand er misschien twee keer in staat',
      en: 'noticed that somebody may be there twice',
    },
    'updated likenesses': {
      nl: 'keek na of twee inschrijvingen van één persoon zijn',
      en: 'looked whether two registrations are of one person',
    },
  },
  lists: {
    'register-import': { nl: 'een register om over te nemen', en: 'a register to take over' },
    likenesses: { nl: 'mogelijk dubbele personen', en: 'people who may be there twice' },
  },
  actors: {},
  silent: [],
}
