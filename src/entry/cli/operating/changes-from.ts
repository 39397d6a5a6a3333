import { readWholeCatalogue } from '#modules/catalogue.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { compile, diffStatements, parseStatement, type Statement } from '#statement/index.ts'
import { findApplied } from '#store/applied-statement.ts'
import type { Owner } from '#store/owner.ts'
import { toStatementFolder } from '#store/statement-files.ts'
import { wantedBy } from '#store/wanted.ts'
import { type ChangeWithEffect, countEffects } from './effects.ts'

/**
 * What a statement would change in the installation, with its effect on the data there; undefined
 * when the organisation does not exist yet.
 */
export async function changesFrom(
  owner: Owner,
  statement: Statement,
): Promise<ChangeWithEffect[] | undefined> {
  const { organisation } = statement
  const applied = await findApplied(owner, organisation)
  if (!applied) return undefined
  const before = parseStatement(toStatementFolder(organisation, applied.source)).statement
  if (!before) return undefined
  const catalogue = await readWholeCatalogue()
  const wanted = wantedBy(compile(statement, catalogue), catalogue)
  const changes = diffStatements(before, statement, VOCABULARY)
  return countEffects(owner, { organisation, wanted }, changes)
}
