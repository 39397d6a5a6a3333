import { AppError } from '#kernel/error.ts'
import { compile, parseStatement, type StatementFolder } from '#statement/index.ts'
import { apply } from '#store/apply.ts'
import { migrateOrganisation } from '#store/organisation.ts'
import type { Owner } from '#store/owner.ts'
import { toSource } from '#store/statement-files.ts'
import { readWholeCatalogue } from './catalogue.ts'

/**
 * Makes an organisation out of its statement, or makes a new version of the statement true.
 *
 * @returns How many dossiers got another end date.
 * @throws `STATEMENT_WRONG` when the statement has errors; nothing has changed then.
 */
export async function provision(owner: Owner, folder: StatementFolder): Promise<number> {
  const { statement } = parseStatement(folder)
  if (!statement) throw new AppError('STATEMENT_WRONG')
  const catalogue = await readWholeCatalogue()
  const plan = compile(statement, catalogue)
  await migrateOrganisation(owner, folder.organisation, statement.declarations.controller.name)
  return apply(owner, { plan, catalogue, source: toSource(folder) })
}
