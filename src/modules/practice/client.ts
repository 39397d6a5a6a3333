import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import {
  type Person,
  personColumns,
  type Reachability,
  reachabilityColumns,
  sayName,
} from './person.ts'

/**
 * Changes the card of the opened dossier.
 *
 * @throws `NOT_DECLARED` when the activity may not write names: a client may change reachability
 * only.
 */
export async function changeClient(tx: OpenedDossier, person: Person): Promise<void> {
  await tx.run(
    from.updateTable('clients').set(personColumns(person)).where('dossier_id', '=', tx.dossierId),
  )
}

/**
 * Changes how a client can be reached, by the client or by who guides them. What is left out
 * stays as it was.
 */
export async function changeReachability(
  tx: OpenedDossier,
  reachability: Reachability,
): Promise<void> {
  const columns = reachabilityColumns(reachability)
  if (Object.keys(columns).length === 0) return
  await tx.run(from.updateTable('clients').set(columns).where('dossier_id', '=', tx.dossierId))
}

/**
 * The name of the client, as it is said.
 *
 * @throws `NOT_FOUND`
 */
export async function readClientName(tx: OpenedDossier): Promise<string> {
  const [row] = await tx.run(
    from
      .selectFrom('clients')
      .select(['given_name', 'initials', 'prefix', 'family_name'])
      .where('dossier_id', '=', tx.dossierId),
  )
  if (!row) throw new AppError('NOT_FOUND')
  const { given_name: givenName, initials, prefix, family_name: familyName } = row
  return sayName({ givenName, initials, prefix, familyName })
}
