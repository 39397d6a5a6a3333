import { sql } from 'kysely'
import { cards, cell } from '#modules/practice/card-query.ts'
import type { PersonName } from '#modules/practice/person.ts'
import type { Access } from '#store/access.ts'
import { from, type RowsOf } from '#store/query.ts'

/** As many as are listed at most. */
export const PAPER_MOST = 1_000

/** The paper files within reach that were not destroyed, and paper that was left behind. */
export function registerReads(access: Access): RegisterReads {
  return buildReads(access)
}

export type RegisterReads = ReturnType<typeof buildReads>

function buildReads(access: Access) {
  return {
    files: cards(access)
      .leftJoin('paper_files as f', 'f.dossier_id', 'd.id')
      .leftJoin(sql<{ dossier_id: string; due_on: string }>`paper_due()`.as('u'), (join) =>
        join.on(sql<boolean>`u.dossier_id = d.id`),
      )
      .select([
        'd.id',
        'd.reference',
        cell<string>(access, 'c', 'given_name').as('given_name'),
        cell<string>(access, 'c', 'initials').as('initials'),
        cell<string>(access, 'c', 'prefix').as('prefix'),
        cell<string>(access, 'c', 'family_name').as('family_name'),
        'f.label',
        'f.place',
        'f.out_since',
        sql<string | null>`u.due_on::text`.as('due_on'),
        sql<boolean>`f.out_with = (select actor())`.as('mine'),
        sql<boolean>`coalesce(f.out_since
          < gestand.today()::timestamp at time zone 'Europe/Amsterdam', false)`.as('overnight'),
      ])
      .where(sql<boolean>`(f.dossier_id is not null or u.dossier_id is not null)`)
      .where('f.destroyed_on', 'is', null)
      .orderBy(sql`f.out_since nulls last`)
      .orderBy('f.place')
      .orderBy('d.reference')
      .limit(PAPER_MOST),
    leftovers: from
      .selectFrom('paper_leftovers')
      .select(['id', 'label', 'place', 'left_at'])
      .where('destroyed_on', 'is', null)
      .orderBy('left_at')
      .limit(PAPER_MOST),
  }
}

export interface RegisteredFile {
  readonly dossierId: string
  readonly reference: string
  readonly name?: PersonName
  /** Undefined where no paper was recorded, and it must be confirmed that there is none. */
  readonly label?: string
  readonly place?: string
  readonly outSince?: Date
  /** Whether whoever looks has it. */
  readonly mine: boolean
  /** Out since yesterday or longer. */
  readonly overnight: boolean
  /** ISO date on which it must be gone, when that is within a month. */
  readonly dueOn?: string
}

export interface PaperRegister {
  readonly files: readonly RegisteredFile[]
  readonly leftovers: readonly {
    readonly id: string
    readonly label: string
    readonly place: string
    readonly left_at: Date
  }[]
}

/** What `registerReads` answered. */
export function readRegister(
  rows: {
    readonly [Name in keyof RegisterReads]: RowsOf<RegisterReads[Name]>
  },
): PaperRegister {
  return { files: rows.files.map(readRow), leftovers: rows.leftovers }
}

function readRow(row: RowsOf<RegisterReads['files']>[number]): RegisteredFile {
  return {
    dossierId: row.id,
    reference: row.reference,
    ...(row.family_name !== null && {
      name: {
        familyName: row.family_name,
        ...(row.given_name && { givenName: row.given_name }),
        ...(row.initials && { initials: row.initials }),
        ...(row.prefix && { prefix: row.prefix }),
      },
    }),
    ...(row.label !== null && { label: row.label }),
    ...(row.place !== null && { place: row.place }),
    ...(row.out_since !== null && { outSince: row.out_since }),
    mine: row.mine,
    overnight: row.overnight,
    ...(row.due_on !== null && { dueOn: row.due_on }),
  }
}
