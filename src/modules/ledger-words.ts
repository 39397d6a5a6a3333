import { ANSWERING_LEDGER_WORDS } from '#duties/answering-ledger-words.ts'
import { DUTIES_LEDGER_WORDS } from '#duties/ledger-words.ts'
import { PACKAGE_LEDGER_WORDS } from '#duties/package/ledger-words.ts'
import { RETENTION_LEDGER_WORDS } from '#duties/retention/ledger-words.ts'
import { CORE_LEDGER_WORDS } from '#ledger/core-words.ts'
import { type LedgerWords, mergeLedgerWords } from '#ledger/words.ts'
import { FINANCE_LEDGER_WORDS } from './finance/index.ts'
import { PRACTICE_LEDGER_WORDS, TRAJECTORY_LEDGER_WORDS } from './practice/index.ts'
import {
  DIPLOMA_LEDGER_WORDS,
  AUDITS_LEDGER_WORDS,
  EXPORTS_LEDGER_WORDS,
  IMPORT_LEDGER_WORDS,
  REGISTRY_LEDGER_WORDS,
  SURVEY_LEDGER_WORDS,
} from './registry/index.ts'

/** The words in which the ledger is told, of the core and of all modules. */
export const LEDGER_WORDS: LedgerWords = mergeLedgerWords([
  CORE_LEDGER_WORDS,
  DUTIES_LEDGER_WORDS,
  ANSWERING_LEDGER_WORDS,
  PACKAGE_LEDGER_WORDS,
  RETENTION_LEDGER_WORDS,
  PRACTICE_LEDGER_WORDS,
  TRAJECTORY_LEDGER_WORDS,
  FINANCE_LEDGER_WORDS,
  AUDITS_LEDGER_WORDS,
  REGISTRY_LEDGER_WORDS,
  DIPLOMA_LEDGER_WORDS,
  EXPORTS_LEDGER_WORDS,
  IMPORT_LEDGER_WORDS,
  SURVEY_LEDGER_WORDS,
])
