import { randomUUID } from 'node:crypto'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { Expecter } from './words.ts'

export interface NewExpectation {
  /** UUID of the form. */
  readonly id?: string
  readonly holder: Expecter
  /** At most 2,000 characters. */
  readonly body: string
}

/**
 * Writes down what somebody expects of the trajectory; what was written before stays. Clients write
 * their own alone.
 *
 * @throws `NOT_FOUND` for a client who writes for somebody else; `DOSSIER_CLOSED`; `DUPLICATE`.
 */
export async function writeExpectation(
  tx: OpenedDossier,
  { id = randomUUID(), holder, body }: NewExpectation,
): Promise<void> {
  await tx.run(
    from.insertInto('expectations').values({
      id,
      dossier_id: tx.dossierId,
      holder,
      body: tx.seal('expectations.body', body),
    }),
  )
}
