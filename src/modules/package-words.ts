import { DUTIES_PACKAGE_WORDS } from '#duties/package/own-words.ts'
import { RIGHT_PACKAGE_WORDS } from '#duties/package/right-words.ts'
import { mergePackageWords, type PackageWords } from '#duties/package/words.ts'
import { FINANCE_PACKAGE_WORDS } from './finance/index.ts'
import { PRACTICE_PACKAGE_WORDS, TRAJECTORY_PACKAGE_WORDS } from './practice/index.ts'
import {
  DIPLOMA_PACKAGE_WORDS,
  IMPORT_PACKAGE_WORDS,
  AUDITS_PACKAGE_WORDS,
  REGISTRY_PACKAGE_WORDS,
  SURVEY_PACKAGE_WORDS,
} from './registry/index.ts'

/** The words in which a package is told to people, of the duties and of all modules. */
export const PACKAGE_WORDS: PackageWords = mergePackageWords([
  DUTIES_PACKAGE_WORDS,
  PRACTICE_PACKAGE_WORDS,
  TRAJECTORY_PACKAGE_WORDS,
  FINANCE_PACKAGE_WORDS,
  REGISTRY_PACKAGE_WORDS,
  DIPLOMA_PACKAGE_WORDS,
  IMPORT_PACKAGE_WORDS,
  AUDITS_PACKAGE_WORDS,
  SURVEY_PACKAGE_WORDS,
  RIGHT_PACKAGE_WORDS,
])
