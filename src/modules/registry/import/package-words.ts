import type { PackageWords } from '#duties/package/words.ts'

/** What tables of a register that was taken over are called in a package that people read. */
export const IMPORT_PACKAGE_WORDS: PackageWords = {
  tables: {
    likenesses: { nl: 'Mogelijk dezelfde persoon', en: 'Possibly the same person' },
  },
  columns: {},
  values: {
    birth: { nl: 'dezelfde naam en geboortedatum', en: 'the same name and date of birth' },
    email: { nl: 'hetzelfde e-mailadres', en: 'the same email address' },
    same: { nl: 'één persoon', en: 'one person' },
    different: { nl: 'twee personen', en: 'two people' },
  },
}
