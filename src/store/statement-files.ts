import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Language, LANGUAGES } from '#kernel/language.ts'
import type { StatementFolder } from '#statement/index.ts'

/**
 * The files of a statement as they were applied, by name: what the table `statements` keeps as
 * source.
 */
export type StatementSource = Readonly<Record<string, string>>

/** Reads a statement's folder; its name, or the one given, is the organisation's short name. */
export async function readStatementFolder(
  directory: string,
  organisation = basename(directory),
): Promise<StatementFolder> {
  const source = Object.fromEntries(
    await Promise.all(
      (await readdir(directory))
        .filter((name) => name.endsWith('.yaml') || name.endsWith('.md'))
        .map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const),
    ),
  )
  return toStatementFolder(organisation, source)
}

/** The folder that a source was. */
export function toStatementFolder(organisation: string, source: StatementSource): StatementFolder {
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [language, source[`text.${language}.md`]]),
  ) as Record<Language, string | undefined> // made of every language, just above
  return { organisation, yaml: source['statement.yaml'] ?? '', texts }
}

/** What the database keeps of a folder. */
export function toSource({ yaml, texts }: StatementFolder): StatementSource {
  const files = LANGUAGES.map((language) => [`text.${language}.md`, texts[language] ?? ''] as const)
  return { 'statement.yaml': yaml, ...Object.fromEntries(files) }
}
