import type { RecipientWord, Vocabulary } from '#statement/catalogue.ts'
import { type Problem, problem } from '#statement/problem.ts'
import type { Declarations } from '#statement/shape.ts'
import type { Statement } from '#statement/statement.ts'
import { findWord } from '#statement/vocabulary.ts'

/** Countries of the European Economic Area: elsewhere a transfer needs a safeguard. */
const EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  ),
)

/** Data go only to recipients that may have them, under an agreement where one is needed. */
export function checkRecipients(statement: Statement, vocabulary: Vocabulary): Problem[] {
  const recipients = Object.entries(statement.declarations.recipients ?? {})
  return recipients.flatMap(([word, recipient]) => {
    const kind = findWord(vocabulary.recipientKinds, recipient.kind)
    if (!kind) return []
    if (kind.barred) {
      const place = statement.places.value(['recipients', word, 'kind'])
      return [problem('RECIPIENT_BARRED', place, { kind: recipient.kind })]
    }
    return [
      ...agreementProblems(statement, word, recipient, kind),
      ...transferProblems(statement, word, recipient, kind),
    ]
  })
}

type Recipient = NonNullable<Declarations['recipients']>[string]

function agreementProblems(
  { declarations, places }: Statement,
  word: string,
  recipient: Recipient,
  kind: RecipientWord,
): Problem[] {
  const place = places.key(['recipients', word])
  const problems: Problem[] = []
  if ((recipient.gets ?? []).length === 0) {
    problems.push(problem('RECIPIENT_WITHOUT_CATEGORY', place, { word }))
  }
  const until = recipient.agreement?.until
  if (kind.needsAgreement && until === undefined) {
    problems.push(problem('AGREEMENT_MISSING', place, { word }))
  }
  if (until !== undefined && until < declarations['in-force']) {
    const at = places.value(['recipients', word, 'agreement', 'until'])
    problems.push(problem('AGREEMENT_LAPSED', at, { word, until }))
  }
  return problems
}

function transferProblems(
  { places }: Statement,
  word: string,
  { country, safeguard }: Recipient,
  kind: RecipientWord,
): Problem[] {
  if (country === undefined) {
    const place = places.key(['recipients', word])
    return kind.needsAgreement ? [problem('COUNTRY_MISSING', place, { word })] : []
  }
  if (EEA.has(country) || safeguard) return []
  const place = places.value(['recipients', word, 'country'])
  return [problem('TRANSFER_WITHOUT_SAFEGUARD', place, { word, country })]
}
