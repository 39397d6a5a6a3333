import type { PackageWords } from '#duties/package/words.ts'
import type { Text } from '#kernel/language.ts'
import type { LedgerWords } from '#ledger/words.ts'
import type { Choice, EndingReason, Outcome } from './ending.ts'

/** Why a practice ends. */
export const ENDING_REASONS: Readonly<Record<EndingReason, Text>> = {
  stopping: { nl: 'wij stoppen', en: 'we stop' },
  illness: { nl: 'langdurige ziekte', en: 'long illness' },
  death: { nl: 'overlijden', en: 'death' },
  bankruptcy: { nl: 'faillissement', en: 'bankruptcy' },
}

/** What a client chooses for a dossier. */
export const CHOICES: Readonly<Record<Choice, Text>> = {
  transfer: { nl: 'overdragen aan de opvolger', en: 'hand over to the successor' },
  close: {
    nl: 'afsluiten en bewaren tot de termijn voorbij is',
    en: 'close and keep until the term is over',
  },
  destroy: { nl: 'vernietigen zodra de wet dat toelaat', en: 'destroy as soon as the law allows' },
}

/** What came of a dossier. */
export const OUTCOMES_OF_ENDING: Readonly<Record<Outcome, Text>> = {
  transferred: { nl: 'overgedragen', en: 'handed over' },
  closed: { nl: 'afgesloten', en: 'closed' },
  destroyed: { nl: 'gaat weg zodra de wet dat toelaat', en: 'goes as soon as the law allows' },
}

export const SUCCESSION_LEDGER_WORDS: Pick<LedgerWords, 'subjects'> = {
  subjects: {
    successors: { nl: 'een opvolger', en: 'a successor' },
    practice_endings: { nl: 'het einde van de praktijk', en: 'the end of the practice' },
    successions: {
      nl: 'wat er met het dossier gebeurt nu de praktijk stopt',
      en: 'what becomes of the dossier now that the practice ends',
    },
  },
}

export const SUCCESSION_PACKAGE_WORDS: PackageWords = {
  tables: {
    successors: { nl: 'opvolgers van de praktijk', en: 'successors of the practice' },
    practice_endings: { nl: 'het einde van de praktijk', en: 'the end of the practice' },
    successions: {
      nl: 'wat er met uw dossier gebeurt nu de praktijk stopt',
      en: 'what becomes of your dossier now that the practice ends',
    },
  },
  columns: {
    ending_id: { nl: 'Einde van de praktijk', en: 'End of the practice' },
    successor_id: { nl: 'Opvolger', en: 'Successor' },
    told_way: { nl: 'Hoe u het hoorde', en: 'How you were told' },
    choice: { nl: 'Keuze', en: 'Choice' },
    settled_at: { nl: 'Uitgevoerd', en: 'Carried out' },
    named_by: { nl: 'Aangewezen door', en: 'Named by' },
    named_at: { nl: 'Aangewezen op', en: 'Named at' },
    choose_by: { nl: 'Kiezen tot en met', en: 'To choose until' },
    declared_by: { nl: 'Gemeld door', en: 'Declared by' },
    declared_at: { nl: 'Gemeld op', en: 'Declared at' },
    carried_at: { nl: 'Geheel uitgevoerd', en: 'Carried out in full' },
    revoked_at: { nl: 'Ingetrokken op', en: 'Taken back at' },
  },
  values: {
    transfer: CHOICES.transfer,
    close: CHOICES.close,
    destroy: CHOICES.destroy,
    transferred: OUTCOMES_OF_ENDING.transferred,
    closed: OUTCOMES_OF_ENDING.closed,
    destroyed: OUTCOMES_OF_ENDING.destroyed,
    mail: { nl: 'per e-mail', en: 'by e-mail' },
  },
}
