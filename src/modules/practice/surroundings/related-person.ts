import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { Access } from '#store/access.ts'
import type { Opening, OpenedDossier } from '#store/opened-dossier.ts'
import { from, type RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import { withinCategories } from '#modules/practice/refusal.ts'
import {
  type Channel,
  type Provenance,
  RELATED_ROLES,
  type RelatedRole,
  type Source,
} from '#modules/practice/words.ts'

/** Longest name of somebody around a client, in characters. */
export const RELATED_NAME_LIMIT = 200

/** Somebody around a client. */
export interface RelatedPerson extends Provenance {
  readonly role: RelatedRole
  readonly name: string
  readonly organisation?: string | undefined
  readonly phone?: string | undefined
  /** By this address the person is found, for the own rights. */
  readonly email?: string | undefined
}

export interface RelatedPersonView extends RelatedPerson {
  readonly id: string
  readonly category: string
  readonly addedAt: Date
}

/**
 * Records somebody around the client, who is a person with rights of their own.
 *
 * @throws `CATEGORY_NOT_ON` when that kind of data was not switched on here; `CATEGORY_BARRED`;
 * `DOSSIER_CLOSED`; `DUPLICATE`.
 */
export async function addRelatedPerson(
  tx: OpenedDossier,
  { id = randomUUID(), ...person }: RelatedPerson & { readonly id?: string },
): Promise<void> {
  const seal = (column: string, text: string | undefined) =>
    text ? { [column]: tx.seal(`related_persons.${column}`, text) } : {}
  const { role, name, organisation, phone, email, source, sourceName, channel } = person
  await withinCategories(
    tx.run(
      from.insertInto('related_persons').values({
        id,
        dossier_id: tx.dossierId,
        // The database puts the person of this address here, or a new one.
        person_id: id,
        category: RELATED_ROLES[role].category,
        role,
        name: tx.seal('related_persons.name', name),
        ...seal('organisation', organisation),
        ...seal('phone', phone),
        ...(email && { email }),
        source,
        ...seal('source_name', sourceName),
        channel,
      }),
    ),
  )
}

/** Removes somebody. @throws `NOT_FOUND` */
export async function removeRelatedPerson(tx: OpenedDossier, id: string): Promise<void> {
  const gone = await tx.run(
    from
      .deleteFrom('related_persons')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (gone.length === 0) throw new AppError('NOT_FOUND')
}

export type RelatedReads = ReturnType<typeof buildReads>

/** The people around a client, for the same round trip as the dossier. */
export function relatedReads(access: Access, dossierId: string): RelatedReads {
  return buildReads(access, dossierId)
}

function buildReads(access: Access, dossierId: string) {
  return {
    related: selectReadable(access, 'related_persons', {
      needs: ['id', 'category', 'role', 'name', 'source', 'channel', 'added_at'],
      shows: ['organisation', 'phone', 'email', 'source_name'],
      where: { dossier_id: dossierId },
    }),
  }
}

/** The people around a client, in the order in which they came. */
export function readRelated(
  opening: Opening,
  rows: RowsOf<RelatedReads['related']>,
): RelatedPersonView[] {
  return rows
    .map((row) => {
      const plain = (column: 'organisation' | 'phone' | 'source_name') => {
        const sealed = row[column]
        return sealed ? opening.unseal(`related_persons.${column}`, sealed) : undefined
      }
      return {
        id: row.id,
        category: row.category,
        role: row.role as RelatedRole, // the table takes no other words
        name: opening.unseal('related_persons.name', row.name),
        organisation: plain('organisation'),
        phone: plain('phone'),
        email: row.email ?? undefined,
        source: row.source as Source,
        sourceName: plain('source_name'),
        channel: row.channel as Channel,
        addedAt: row.added_at,
      }
    })
    .toSorted((a, b) => a.addedAt.getTime() - b.addedAt.getTime())
}
