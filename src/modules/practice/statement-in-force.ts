import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { parseStatement, type Statement } from '#statement/index.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { type StatementSource, toStatementFolder } from '#store/statement-files.ts'

const newest = from.selectFrom('statements').orderBy('applied_at', 'desc').limit(1)

/**
 * The version of the statement that is in force: the one applied last.
 *
 * @throws `NOT_FOUND` when there is none.
 */
export async function readVersion(tx: OpenedDossier): Promise<number> {
  const [row] = await tx.run(newest.select('version'))
  if (!row) throw new AppError('NOT_FOUND')
  return row.version
}

export interface DeclaredConsent {
  readonly version: number
  /** What the person agrees to, in the words of the statement. */
  readonly text: string
}

/**
 * The words of a consent in the statement in force.
 *
 * @throws `CONSENT_NOT_DECLARED`
 */
export async function readConsentText(
  tx: OpenedDossier,
  consent: string,
  language: Language,
): Promise<DeclaredConsent> {
  const [row] = await tx.run(newest.select(['version', 'applied_at']))
  if (!row) throw new AppError('NOT_FOUND')
  const place = `${tx.opening.organisation} ${row.applied_at.toISOString()}`
  const statement = parsed.get(place) ?? (await parseNewest(tx, place))
  const text = statement.declarations.consents?.[consent]?.text[language]
  if (text === undefined) throw new AppError('CONSENT_NOT_DECLARED')
  return { version: row.version, text: text.trim() }
}

/**
 * Parsing takes longer than reading; a version does not change while its moment of application is
 * the same.
 */
const parsed = new Map<string, Statement>()
const PARSED_LIMIT = 100

async function parseNewest(tx: OpenedDossier, place: string): Promise<Statement> {
  const [row] = await tx.run(newest.select('source'))
  // The column holds what `apply` was given.
  const source = row?.source as StatementSource
  const { statement } = parseStatement(toStatementFolder(tx.opening.organisation, source))
  if (!statement) throw new AppError('NOT_FOUND')
  if (parsed.size >= PARSED_LIMIT) parsed.clear()
  parsed.set(place, statement)
  return statement
}
