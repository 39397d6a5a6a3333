import type { Text } from '#kernel/language.ts'

/** Where a ledger is not what was signed, and what is wrong there. */
export interface LedgerProblem {
  readonly code: LedgerProblemCode
  /** Id of the checkpoint where it shows. */
  readonly checkpoint: number
  /** The entries that the batch holds now: how many, and the ids of the first and the last. */
  readonly found?: { readonly entries: number; readonly firstId: number; readonly lastId: number }
}

/** What each problem means, to a person. */
export const LEDGER_PROBLEMS = {
  ENTRY_MISSING: {
    nl: 'er zijn regels verdwenen die wel waren vastgelegd',
    en: 'entries that were signed are gone',
  },
  ENTRY_ADDED: {
    nl: 'er zijn later regels tussengevoegd',
    en: 'entries were put in afterwards',
  },
  ENTRY_CHANGED: {
    nl: 'een of meer regels zijn veranderd of verwisseld',
    en: 'one or more entries were changed or exchanged',
  },
  CHECKPOINT_MISSING: {
    nl: 'er ontbreekt een ijkpunt',
    en: 'a checkpoint is missing',
  },
  CHAIN_BROKEN: {
    nl: 'het ijkpunt sluit niet aan op het vorige',
    en: 'the checkpoint does not follow on the one before it',
  },
  SIGNATURE_WRONG: {
    nl: 'de handtekening klopt niet',
    en: 'the signature is wrong',
  },
  KEY_UNKNOWN: {
    nl: 'de sleutel van de handtekening is onbekend',
    en: 'the key of the signature is unknown',
  },
  KEY_CHANGED: {
    nl: 'een andere sleutel tekende zonder dat de vorige die had aangewezen',
    en: 'another key signed, to which the one before did not hand over',
  },
  KEY_NOT_OURS: {
    nl: 'het nieuwste ijkpunt is niet met onze eigen sleutel getekend',
    en: 'the newest checkpoint was not signed with our own key',
  },
  PRUNING_FALSE: {
    nl: 'dat de regels tot hier na hun termijn zijn vernietigd, is niet door ons getekend',
    en: 'that the entries up to here were destroyed after their term was not signed by us',
  },
  CHECKPOINT_LOST: {
    nl: 'een ijkpunt dat eerder is bewaard, bestaat niet meer',
    en: 'a checkpoint that was kept elsewhere no longer exists',
  },
  HISTORY_SPLIT: {
    nl: 'een ijkpunt is anders dan het exemplaar dat eerder is bewaard',
    en: 'a checkpoint differs from the copy that was kept elsewhere',
  },
} satisfies Record<string, Text>

export type LedgerProblemCode = keyof typeof LEDGER_PROBLEMS
