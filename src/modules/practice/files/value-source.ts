import { sql } from 'kysely'
import type { OpenedDossier, Opening } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { DossierRows } from '#modules/practice/dossier-reads.ts'
import type { Channel, Provenance, Source } from '#modules/practice/words.ts'

type SealedIn = 'notes' | 'documents' | 'value_sources'

/** The column with who a source was, when it was said. */
export function sealSource(
  tx: OpenedDossier,
  table: SealedIn,
  name: string | undefined,
): { source_name?: Buffer } {
  return name ? { source_name: tx.seal(`${table}.source_name`, name) } : {}
}

/**
 * Says from whom the details came that this transaction changed. Without it the database takes them
 * to come from the client.
 */
export async function sayValueSource(
  tx: OpenedDossier,
  { source, sourceName, channel }: Provenance,
): Promise<void> {
  await tx.run(
    from
      .updateTable('value_sources')
      .set({ source, channel, ...sealSource(tx, 'value_sources', sourceName) })
      .where('dossier_id', '=', tx.dossierId)
      .where('changed_at', '=', sql<Date>`now()`),
  )
}

/** From whom a detail of the client came. */
export interface ValueSource extends Provenance {
  /** Table and column: `profiles.city`. */
  readonly value: string
  readonly changedAt: Date
}

/** From whom the details of a client came, the newest first. */
export function readValueSources(
  opening: Opening,
  { valueSources }: Pick<DossierRows, 'valueSources'>,
): ValueSource[] {
  return valueSources
    .map((row) => ({
      value: row.value,
      source: row.source as Source, // the table takes no other words
      ...(row.source_name && {
        sourceName: opening.unseal('value_sources.source_name', row.source_name),
      }),
      channel: row.channel as Channel,
      changedAt: row.changed_at,
    }))
    .toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
}
