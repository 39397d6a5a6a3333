import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Statement } from '#statement/index.ts'

interface Section {
  /** What entries of the section are: "de verwerking". */
  readonly says: Text
  readonly words: Readonly<Record<string, { readonly says: Text }>>
}

const SECTIONS: Readonly<Record<string, Section>> = {
  kinds: { says: { nl: 'soort dienst', en: 'kind of service' }, words: VOCABULARY.kinds },
  categories: {
    says: { nl: 'soort gegevens', en: 'kind of data' },
    words: VOCABULARY.categories,
  },
  activities: { says: { nl: 'verwerking', en: 'activity' }, words: VOCABULARY.activities },
  relations: { says: { nl: 'toegang van', en: 'access of' }, words: VOCABULARY.relations },
  consents: { says: { nl: 'toestemming voor', en: 'consent to' }, words: VOCABULARY.consents },
  retention: { says: { nl: 'bewaartermijn van', en: 'retention of' }, words: VOCABULARY.parts },
  rights: { says: { nl: 'recht op', en: 'right to' }, words: VOCABULARY.rights },
}

const RECIPIENT: Text = { nl: 'ontvanger', en: 'recipient' }
const CONTACT: Text = { nl: 'bereikbaarheid', en: 'contact' }

/** What keeps a clause, in words: "bewaartermijn van het digitale dossier". */
export function mechanismWords(mechanism: string, { declarations }: Statement): Text {
  const [section = '', entry] = mechanism.split('.')
  if (entry === undefined) return VOCABULARY.mechanisms[section]?.says ?? plainly(section)
  if (section === 'recipients') {
    const { name, kind } = declarations.recipients?.[entry] ?? { name: undefined, kind: entry }
    return joined(RECIPIENT, name ? plainly(name) : VOCABULARY.recipientKinds[kind]?.says)
  }
  if (section === 'contacts') return joined(CONTACT, plainly(`contacts.${entry}`))
  const known = SECTIONS[section]
  return known ? joined(known.says, known.words[entry]?.says ?? plainly(entry)) : plainly(mechanism)
}

function joined(first: Text, second: Text = plainly('')): Text {
  return { nl: `${first.nl} ${second.nl}`.trim(), en: `${first.en} ${second.en}`.trim() }
}

function plainly(word: string): Text {
  return { nl: word, en: word }
}
