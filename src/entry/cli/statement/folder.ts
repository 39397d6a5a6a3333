import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { print, printJson, UsageError } from '#entry/cli/command.ts'
import { LANGUAGES, type Language } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import {
  checkFolder,
  type Problem,
  type Statement,
  type StatementFolder,
} from '#statement/index.ts'
import { readStatementFolder } from '#store/statement-files.ts'

/**
 * Reads the files of a statement. The name of the folder is the short name of the organisation; for
 * an older version (`reintegration/versions/3`) it is that of the folder above `versions`.
 */
export async function readFolder(path: string): Promise<StatementFolder> {
  const directory = resolve(path)
  if (!existsSync(join(directory, 'statement.yaml'))) {
    throw new UsageError(`there is no statement.yaml in ${path}`)
  }
  return readStatementFolder(directory, organisationOf(directory))
}

/** Reads a statement that can be applied; tells what is wrong with it when it cannot. */
export async function readSound(
  path: string,
  { language, json }: { readonly language: Language; readonly json: boolean | undefined },
): Promise<Statement | undefined> {
  const { statement, problems, sound } = checkFolder(await readFolder(path), VOCABULARY)
  if (sound && statement) return statement
  if (json) printJson({ sound, problems })
  else printProblems(path, problems, language)
  return undefined
}

const SEVERITIES = {
  nl: { error: 'fout', warning: 'waarschuwing' },
  en: { error: 'error', warning: 'warning' },
} as const

/** Writes problems as compilers do: `DIR/statement.yaml:12:3 error CODE sentence`. */
export function printProblems(
  folder: string,
  problems: readonly Problem[],
  language: Language,
): void {
  const asked = { nl: 'Bedoelde u', en: 'Did you mean' }[language]
  for (const { file, line, column, severity, code, message, suggestion } of problems) {
    const meant = suggestion === undefined ? '' : ` ${asked} "${suggestion}"?`
    print(
      `${join(folder, file)}:${line}:${column} ${SEVERITIES[language][severity]} ${code} ${message[language]}${meant}`,
    )
  }
}

/** The language that was asked for on the command line. */
export function readLanguage(written: string): Language {
  const language = LANGUAGES.find((each) => each === written)
  if (!language) throw new UsageError(`--language is one of ${LANGUAGES.join(', ')}`)
  return language
}

/** The one folder that a command needs. */
export function readFolderName(positionals: readonly string[]): string {
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new UsageError('give one folder')
  return folder
}

function organisationOf(folder: string): string {
  const above = dirname(folder)
  return basename(basename(above) === 'versions' ? dirname(above) : folder)
}
