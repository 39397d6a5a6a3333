import type { Text } from '#kernel/language.ts'
import type { FormView } from '#modules/practice/index.ts'

/** Words that the pages of forms share. */
export const FORMS = {
  title: { nl: 'Formulieren', en: 'Forms' },
  form: { nl: 'Formulier', en: 'Form' },
  version: { nl: 'Versie', en: 'Version' },
  save: { nl: 'Bewaren', en: 'Save' },
  language: { nl: 'Taal', en: 'Language' },
  name: { nl: 'Titel', en: 'Title' },
  body: { nl: 'Tekst', en: 'Text' },
  markup: {
    nl: 'Begin een regel met # voor een kop, ## voor een tussenkop, - voor een punt van een lijst en ? voor een vraag aan de cliënt. Een lege regel begint een nieuwe alinea.',
    en: 'Begin a line with # for a heading, ## for a sub-heading, - for a point of a list and ? for a question to the client. An empty line begins a new paragraph.',
  },
} satisfies Record<string, Text>

export const LANGUAGE_OPTIONS = [
  { value: 'nl', label: { nl: 'Nederlands', en: 'Dutch' } },
  { value: 'en', label: { nl: 'Engels', en: 'English' } },
] as const

const STATUSES = {
  draft: { label: { nl: 'concept', en: 'draft' }, tone: 'neutral' },
  shared: { label: { nl: 'bij de cliënt', en: 'with the client' }, tone: 'info' },
  answered: { label: { nl: 'ingevuld', en: 'filled in' }, tone: 'info' },
  final: { label: { nl: 'definitief', en: 'final' }, tone: 'success' },
} as const

/** How far a form is. */
export function formStatus({
  final,
  answer,
  sharedAt,
}: FormView): (typeof STATUSES)[keyof typeof STATUSES] {
  if (final) return STATUSES.final
  if (answer) return STATUSES.answered
  return sharedAt ? STATUSES.shared : STATUSES.draft
}
