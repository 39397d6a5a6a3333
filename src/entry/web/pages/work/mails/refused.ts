import type { Language, Text } from '#kernel/language.ts'

const REFUSED: Text = {
  nl: '[Bijlage “{name}” is niet overgenomen: dit soort bestand nemen wij niet aan.]',
  en: '[Attachment “{name}” was not taken: we do not take this kind of file.]',
}

/** What is said in a mail of an attachment that was left out. */
export function refusedLine(language: Language): (name: string) => string {
  return (name) => REFUSED[language].replace('{name}', () => name)
}
