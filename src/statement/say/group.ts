import type { ShapeNode } from '#statement/descriptor.ts'
import { describe } from '#statement/descriptor.ts'
import { SWITCH_WORDS } from './closed.ts'
import { sayDuration } from './duration.ts'
import { type Content, joinContent, plain, type Speaker } from './speech.ts'
import { sayEmail, sayWord } from './value.ts'

/**
 * Says a declaration that has parts of its own: a category, a recipient, a right, or a whole list
 * of them.
 */
export function sayGroup(
  speaker: Speaker,
  path: readonly string[],
  node: ShapeNode,
): Content | undefined {
  const { declarations, vocabulary, language } = speaker
  const [section = '', entry] = path
  if (path.length === 1) {
    if (section === 'recipients') return sayRecipients(speaker)
    const words = node.propertyNames?.words
    if (words === undefined) return undefined
    const keys = Object.keys(declarations[section as 'kinds']) // a record, as its node says
    return joinContent(
      keys.map((key) => plain(sayWord(vocabulary, words, key, language))),
      language,
    )
  }
  if (path.length !== 2 || entry === undefined) return undefined
  if (section === 'recipients') return sayRecipient(speaker, entry)
  if (section === 'contacts') return sayContact(speaker, entry)
  if (section === 'rights') return sayRight(speaker, entry)
  const words = describe([section])?.propertyNames?.words
  return words === undefined ? undefined : plain(sayWord(vocabulary, words, entry, language))
}

function sayRecipients(speaker: Speaker): Content {
  const keys = Object.keys(speaker.declarations.recipients ?? {})
  return joinContent(
    keys.map((key) => sayRecipient(speaker, key)),
    speaker.language,
  )
}

/** By name, and by its kind when it has none. */
function sayRecipient({ declarations, vocabulary, language }: Speaker, key: string): Content {
  const recipient = declarations.recipients?.[key]
  if (!recipient) return plain(key)
  return plain(recipient.name ?? sayWord(vocabulary, 'recipientKinds', recipient.kind, language))
}

function sayContact({ declarations, language }: Speaker, key: string): Content | undefined {
  const contacts = declarations.contacts
  const contact = contacts[key as keyof typeof contacts] // an own key: something stands there
  if (!contact) return undefined
  const phone = { nl: 'telefoon', en: 'telephone' }[language]
  return [
    ...(contact.name === undefined ? [] : plain(`${contact.name}, `)),
    ...sayEmail(contact.email),
    ...(contact.phone === undefined ? [] : plain(`, ${phone} ${contact.phone}`)),
  ]
}

/** When a right is answered: "meteen", "binnen één maand", "op elk moment zelf, …". */
function sayRight({ declarations, vocabulary, language }: Speaker, key: string) {
  const right = declarations.rights[key]
  if (!right) return undefined
  const words = (name: string) => SWITCH_WORDS[name]?.[language] ?? name
  const term = right.within && sayDuration(right.within, language)
  const parts = [
    right['self-service'] ? words('self-service') : undefined,
    right['at-once'] ? words('at-once') : undefined,
    term && { nl: `binnen ${term}`, en: `within ${term}` }[language],
  ].filter((part) => part !== undefined)
  const [first = '', ...rest] = parts
  const asked = { nl: 'en op verzoek', en: 'and on request' }[language]
  const when = [first, ...rest.map((part) => `${asked} ${part}`)].join(', ')
  if (right.after === undefined) return parts.length > 0 ? plain(when) : undefined
  const after = { nl: 'na', en: 'after' }[language]
  return plain(`${when}, ${after} ${sayWord(vocabulary, 'events', right.after, language)}`)
}
