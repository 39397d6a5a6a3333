import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { type Person, personColumns, type Reachability, reachabilityColumns } from './person.ts'

/**
 * Changes the card of the opened dossier.
 *
 * @throws `NOT_DECLARED` when the activity may not write names: a client may change reachability only.
 */
export async function changeClient(tx: OpenedDossier, person: Person): Promise<void> {
  await tx.run(
    from.updateTable('clients').set(personColumns(person)).where('dossier_id', '=', tx.dossierId),
  )
}

/** Changes how a client can be reached, by the client or by who guides them. What is left out stays as it was. */
export async function changeReachability(
  tx: OpenedDossier,
  reachability: Reachability,
): Promise<void> {
  const columns = reachabilityColumns(reachability)
  if (Object.keys(columns).length === 0) return
  await tx.run(from.updateTable('clients').set(columns).where('dossier_id', '=', tx.dossierId))
}
