import { AppError } from '#kernel/error.ts'
import { checkFolder, compile, type StatementFolder } from '#statement/index.ts'
import { findApplied } from '#store/applied-statement.ts'
import type { Application } from '#store/application.ts'
import { apply, isLater } from '#store/apply.ts'
import { migrateOrganisation } from '#store/organisation.ts'
import type { Owner } from '#store/owner.ts'
import { announce } from '#store/publication.ts'
import { toSource, toStatementFolder } from '#store/statement-files.ts'
import { readWholeCatalogue } from './catalogue.ts'

/**
 * Makes an organisation out of its statement, or makes a new version of the statement true.
 *
 * @returns How many dossiers got another end date.
 * @throws `STATEMENT_WRONG` when the statement has errors; what `apply` refuses with. Nothing has
 *   changed then.
 */
export async function provision(owner: Owner, folder: StatementFolder): Promise<number> {
  return apply(owner, await prepare(owner, folder))
}

/** What came of a statement: it is true, or it will be. */
export interface Published {
  readonly applied: boolean
  /** ISO date from which it holds. */
  readonly inForce: string
  /** How many dossiers got another end date. */
  readonly dossiers: number
}

/**
 * Makes a statement true when its day has come, and announces it otherwise: then the worker makes
 * it true on that day.
 *
 * @throws As `provision`, save for `IN_FORCE_LATER`.
 */
export async function publish(owner: Owner, folder: StatementFolder): Promise<Published> {
  const application = await prepare(owner, folder)
  const { inForce } = application.plan
  if (await isLater(owner, application.plan)) {
    await announce(owner, application)
    return { applied: false, inForce, dossiers: 0 }
  }
  return { applied: true, inForce, dossiers: await apply(owner, application) }
}

/** Reads the statement, and sees to it that there are tables to apply it to. */
async function prepare(owner: Owner, folder: StatementFolder): Promise<Application> {
  const catalogue = await readWholeCatalogue()
  const { statement, sound } = checkFolder(folder, catalogue.vocabulary)
  if (!statement || !sound) throw new AppError('STATEMENT_WRONG')
  const plan = compile(statement, catalogue)
  const { name } = statement.declarations.controller
  await migrateOrganisation(owner, folder.organisation, name)
  return { name, plan, catalogue, source: toSource(folder) }
}

/**
 * Brings an organisation's tables up to date after an upgrade. When there were new files, the
 * statement in force is applied again, because what it reaches depends on the tables.
 */
export async function upgrade(owner: Owner, organisation: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    'select name from gestand.organisations where id = $1',
    [organisation],
  )
  const fresh = await migrateOrganisation(owner, organisation, rows[0]?.name ?? organisation)
  if (fresh.length === 0) return
  const applied = await findApplied(owner, organisation)
  if (applied) await provision(owner, toStatementFolder(organisation, applied.source))
}
