import { LANGUAGES, type Language } from '#kernel/language.ts'
import { readDeclarations } from './declarations.ts'
import { type Problem, problem, sortProblems } from './problem.ts'
import type { Declarations } from './shape.ts'
import type { StatementText } from './text/block.ts'
import { parseText } from './text/parse.ts'
import { type Places, readYaml } from './yaml.ts'

/** The files of a statement as text. A folder's name is the short name of the organisation. */
export interface StatementFolder {
  readonly organisation: string
  /** `statement.yaml` */
  readonly yaml: string
  /** `text.nl.md` and `text.en.md`; undefined for a file that is missing. */
  readonly texts: Readonly<Record<Language, string | undefined>>
}

/** A statement that has the right shape: its declarations, where they stand, and its texts. */
export interface Statement {
  readonly organisation: string
  readonly declarations: Declarations
  /** Line and column of every key and value of the declarations. */
  readonly places: Places
  readonly texts: Readonly<Record<Language, StatementText>>
}

export interface ParsedStatement {
  /** Undefined when the declarations do not have the shape of a statement. */
  readonly statement: Statement | undefined
  readonly problems: readonly Problem[]
}

const STATEMENT_FILE = 'statement.yaml'

/** Name of the file with the text in a language: `text.nl.md`. */
export function textFile(language: Language): string {
  return `text.${language}.md`
}

/** Short names of organisations: they become names of schemas and roles. */
const ORGANISATION = /^[a-z][a-z0-9]{1,30}$/

/**
 * Reads the files of a statement into a tree. Whether its words exist and its promises can be kept
 * is for `checkStatement`.
 */
export function parseStatement(folder: StatementFolder): ParsedStatement {
  const source = readYaml(STATEMENT_FILE, folder.yaml)
  const { declarations, problems } = readDeclarations(source)
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [language, readText(language, folder.texts[language])]),
  ) as Record<Language, StatementText> // made of every language, just above
  const found = [
    ...(ORGANISATION.test(folder.organisation) ? [] : [badOrganisation(folder.organisation)]),
    ...source.problems,
    ...problems,
    ...LANGUAGES.flatMap((language) => texts[language].problems),
  ]
  const { organisation } = folder
  const statement = declarations && { organisation, declarations, places: source.places, texts }
  return { statement, problems: sortProblems(found) }
}

function readText(language: Language, text: string | undefined): StatementText {
  const file = textFile(language)
  if (text !== undefined) return parseText(file, text)
  const missing = problem('TEXT_MISSING', { file, line: 1, column: 1 }, { file })
  return { file, blocks: [], problems: [missing] }
}

function badOrganisation(value: string): Problem {
  return problem('BAD_ORGANISATION', { file: STATEMENT_FILE, line: 1, column: 1 }, { value })
}
