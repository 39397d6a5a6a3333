import type { Vocabulary } from '#statement/catalogue.ts'
import type { ConsentRule, RecipientRule } from '#statement/plan.ts'
import type { Declarations } from '#statement/shape.ts'
import { compareWords } from '#statement/sorting.ts'
import { findWord } from '#statement/vocabulary.ts'
import { consentWord } from './rules.ts'

/** The consents that can be asked, and how long a yes lasts; sorted. */
export function compileConsents({ consents = {} }: Declarations): ConsentRule[] {
  return Object.entries(consents)
    .map(([consent, { expires }]) => ({ consent, expires: expires ?? null }))
    .toSorted((a, b) => compareWords(a.consent, b.consent))
}

/** Who outside the organisation may get what, and on which conditions; sorted. */
export function compileRecipients(
  { recipients = {} }: Declarations,
  vocabulary: Vocabulary,
): RecipientRule[] {
  return Object.entries(recipients)
    .map(([recipient, { kind, gets = [], for: purposes = [], after, agreement }]) => ({
      recipient,
      kind,
      gets: [...new Set(gets)].toSorted(),
      purposes: [...new Set(purposes)].toSorted(),
      after: consentWord(after),
      // What nobody knows needs an agreement: the gate stays shut.
      needsAgreement: findWord(vocabulary.recipientKinds, kind)?.needsAgreement ?? true,
      agreementUntil: agreement?.until ?? null,
    }))
    .toSorted((a, b) => compareWords(a.recipient, b.recipient))
}
