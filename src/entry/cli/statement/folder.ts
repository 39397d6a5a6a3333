import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { LANGUAGES, type Language } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import {
  type Catalogue,
  checkFolder,
  type Problem,
  readCatalogue,
  type Statement,
  type StatementFolder,
} from '#statement/index.ts'
import { print, UsageError } from '#entry/cli/command.ts'

/** Where the comments on the tables stand, from the top of the project. */
const DATABASE = join(import.meta.dirname, '..', '..', '..', '..', 'database', 'organisation')

/**
 * Reads the files of a statement. The name of the folder is the short name of the organisation; for an older version
 * (`reintegration/versions/3`) it is that of the folder above `versions`.
 */
export async function readFolder(path: string): Promise<StatementFolder> {
  const folder = resolve(path)
  const yaml = await readOptional(join(folder, 'statement.yaml'))
  if (yaml === undefined) throw new UsageError(`there is no statement.yaml in ${path}`)
  const texts = await Promise.all(
    LANGUAGES.map(async (language) => [
      language,
      await readOptional(join(folder, `text.${language}.md`)),
    ]),
  )
  return {
    organisation: organisationOf(folder),
    yaml,
    texts: Object.fromEntries(texts) as Record<Language, string | undefined>, // every language
  }
}

/** Reads a statement that can be applied; tells what is wrong with it when it cannot. */
export async function readSound(path: string): Promise<Statement | undefined> {
  const { statement, problems, sound } = checkFolder(await readFolder(path), VOCABULARY)
  if (sound && statement) return statement
  printProblems(path, problems)
  return undefined
}

/** The tables as their comments describe them. */
export async function readTables(): Promise<Catalogue> {
  const names = (await readdir(DATABASE)).filter((name) => name.endsWith('.sql')).toSorted()
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(DATABASE, name), 'utf8') })),
  )
  const { catalogue, problems } = readCatalogue(files, VOCABULARY)
  const [first] = problems
  if (first) throw new Error(`${first.file}:${first.line} ${first.code} ${first.message.en}`)
  return catalogue
}

/** Writes problems as compilers do: `DIR/statement.yaml:12:3 error CODE sentence`. */
export function printProblems(
  folder: string,
  problems: readonly Problem[],
  language: Language = 'en',
): void {
  const asked = { nl: 'Bedoelde u', en: 'Did you mean' }[language]
  for (const { file, line, column, severity, code, message, suggestion } of problems) {
    const meant = suggestion === undefined ? '' : ` ${asked} "${suggestion}"?`
    print(
      `${join(folder, file)}:${line}:${column} ${severity} ${code} ${message[language]}${meant}`,
    )
  }
}

/** The language that was asked for on the command line. */
export function readLanguage(written: string): Language {
  const language = LANGUAGES.find((each) => each === written)
  if (!language) throw new UsageError(`--language is one of ${LANGUAGES.join(', ')}`)
  return language
}

/** The folders that were given, exactly as many as the command needs. */
export function readFolders(positionals: readonly string[], amount: number): readonly string[] {
  if (positionals.length === amount) return positionals
  throw new UsageError(amount === 1 ? 'give one folder' : `give ${amount} folders`)
}

function organisationOf(folder: string): string {
  const above = dirname(folder)
  return basename(basename(above) === 'versions' ? dirname(above) : folder)
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
