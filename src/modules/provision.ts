import { AppError } from '#kernel/error.ts'
import { checkFolder, compile, type StatementFolder } from '#statement/index.ts'
import { findApplied } from '#store/applied-statement.ts'
import { apply } from '#store/apply.ts'
import { migrateOrganisation } from '#store/organisation.ts'
import type { Owner } from '#store/owner.ts'
import { toSource, toStatementFolder } from '#store/statement-files.ts'
import { readWholeCatalogue } from './catalogue.ts'

/**
 * Makes an organisation out of its statement, or makes a new version of the statement true.
 *
 * @returns How many dossiers got another end date.
 * @throws `STATEMENT_WRONG` when the statement has errors; nothing has changed then.
 */
export async function provision(owner: Owner, folder: StatementFolder): Promise<number> {
  const catalogue = await readWholeCatalogue()
  const { statement, sound } = checkFolder(folder, catalogue.vocabulary)
  if (!statement || !sound) throw new AppError('STATEMENT_WRONG')
  const plan = compile(statement, catalogue)
  await migrateOrganisation(owner, folder.organisation, statement.declarations.controller.name)
  return apply(owner, { plan, catalogue, source: toSource(folder) })
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
