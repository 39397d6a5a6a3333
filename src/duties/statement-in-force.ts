import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { parseStatement, type Statement } from '#statement/index.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import type { Runner } from '#store/platform.ts'
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
  const { declarations } = await readStatement(tx, tx.opening.organisation)
  const text = declarations.consents?.[consent]?.text[language]
  if (text === undefined) throw new AppError('CONSENT_NOT_DECLARED')
  return { version: declarations.version, text: text.trim() }
}

/** The kinds of service that the statement in force declares. */
export async function readKinds(tx: Runner, organisation: string): Promise<ReadonlySet<string>> {
  const { declarations } = await readStatement(tx, organisation)
  return new Set(Object.keys(declarations.kinds))
}

/**
 * The statement in force. Parsing takes longer than reading: a version is parsed once, as it does
 * not change while its moment of application is the same.
 */
async function readStatement(tx: Runner, organisation: string): Promise<Statement> {
  const [row] = await tx.run(newest.select('applied_at'))
  if (!row) throw new AppError('NOT_FOUND')
  const place = `${organisation} ${row.applied_at.toISOString()}`
  const known = parsed.get(place)
  if (known) return known
  const statement = await parseNewest(tx, organisation)
  if (parsed.size >= PARSED_LIMIT) parsed.clear()
  parsed.set(place, statement)
  return statement
}

const parsed = new Map<string, Statement>()
const PARSED_LIMIT = 100

async function parseNewest(tx: Runner, organisation: string): Promise<Statement> {
  const [row] = await tx.run(newest.select('source'))
  // The column holds what `apply` was given.
  const source = row?.source as StatementSource
  const { statement } = parseStatement(toStatementFolder(organisation, source))
  if (!statement) throw new AppError('NOT_FOUND')
  return statement
}
