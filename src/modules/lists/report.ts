import type { Language, Text } from '#kernel/language.ts'
import type { Column } from './column.ts'
import type { Problem } from './problem.ts'

/** Words for fields, by their names in code. */
export type FieldWords = Readonly<Record<string, Text>>

const WORDS = {
  column: { nl: 'kolom', en: 'column' },
  line: { nl: 'regel', en: 'line' },
  leftOut: { nl: 'niet overgenomen', en: 'left out' },
  refused: {
    nl: 'niet gelezen: hier lijken burgerservicenummers te staan',
    en: 'not read: these seem to be citizen numbers',
  },
  error: { nl: 'fout', en: 'error' },
  warning: { nl: 'let op', en: 'note' },
} as const satisfies Record<string, Text>

/** What a column is used for, as a line: `kolom C “Geb.datum”: geboortedatum`. */
export function describeColumn(
  column: Column<string>,
  words: FieldWords,
  language: Language,
): string {
  const heading = column.heading === '' ? '' : ` “${column.heading}”`
  const use = column.use === 'refused' ? WORDS.refused : WORDS.leftOut
  const says = words[column.target ?? '']?.[language] ?? use[language]
  return `${WORDS.column[language]} ${column.letter}${heading}: ${says}`
}

/** One problem as a line: `regel 12, kolom C (geboortedatum), fout: Deze datum bestaat niet.` */
export function describeProblem(problem: Problem, words: FieldWords, language: Language): string {
  const field = words[problem.field ?? '']?.[language] ?? ''
  const column = problem.column === undefined ? '' : `${WORDS.column[language]} ${problem.column}`
  const place = column && field ? `${column} (${field})` : column || field
  const line = problem.line === undefined ? '' : `${WORDS.line[language]} ${problem.line}`
  const kind = WORDS[problem.severity][language]
  const where = [line, place, kind].filter((part) => part !== '').join(', ')
  return `${where}: ${problem.says[language]}`
}
