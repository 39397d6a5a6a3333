import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Access } from '#store/access.ts'
import { from } from '#store/query.ts'
import type { OrganisationTables } from '#store/tables.ts'
import { MARKS, searchWords } from './plain-text.ts'
import type { ServiceState } from './service-view.ts'

/** A query of dossiers, joined with the cards that an activity may read. */
export type CardQuery = SelectQueryBuilder<
  OrganisationTables & { d: OrganisationTables['dossiers'] },
  'd',
  object
>

/** Tables by the letter they have in the query. */
const TABLES = {
  c: 'clients',
  e: 'engagements',
  p: 'parties',
  m: 'open_matters',
  l: 'last_consults',
} as const

type Letter = keyof typeof TABLES

/** Dossiers of the practice within reach, with what the activity may read of their cards. */
export function cards(access: Access): CardQuery {
  const can = (letter: Letter): boolean => access.can(TABLES[letter], 'select')
  const query = from
    .selectFrom('dossiers as d')
    .$if(can('c'), (q) => q.innerJoin('clients as c', 'c.dossier_id', 'd.id'))
    .$if(can('e'), (q) => q.leftJoin('engagements as e', 'e.dossier_id', 'd.id'))
    .$if(can('e') && can('p'), (q) =>
      q.leftJoin('parties as p', (join) => join.on(sql<boolean>`p.id = e.party_id`)),
    )
    .$if(can('m'), (q) => q.leftJoin('open_matters as m', 'm.dossier_id', 'd.id'))
    .$if(can('l'), (q) => q.leftJoin('last_consults as l', 'l.dossier_id', 'd.id'))
  // Which tables are joined is known only now; columns are named through `cell`, which knows it
  // too.
  return query
}

/** Joins for what a page shows beside its dossiers `d`, as far as the activity may read it. */
export function besideJoins(access: Access): RawBuilder<unknown> {
  const joins = (['e', 'p', 'm', 'l'] as const)
    .filter((letter) => access.can(TABLES[letter], 'select'))
    .filter((letter) => letter !== 'p' || access.can(TABLES.e, 'select'))
    .map((letter) => {
      const on = letter === 'p' ? sql`p.id = e.party_id` : sql`${sql.ref(letter)}.dossier_id = d.id`
      return sql`left join ${sql.table(TABLES[letter])} as ${sql.ref(letter)} on ${on}`
    })
  return sql.join(joins, sql` `)
}

/** A column of a joined table, or nothing when the activity may not read it. */
export function cell<T>(access: Access, letter: Letter, column: string): RawBuilder<T | null> {
  const joined = letter !== 'p' || access.can(TABLES.e, 'select')
  return joined && access.can(TABLES[letter], 'select', column)
    ? sql<T | null>`${sql.ref(`${letter}.${column}`)}`
    : sql<T | null>`null`
}

/** The state of the service; nothing when the activity may not know it. */
export function stateOfCard(access: Access): RawBuilder<ServiceState | null> {
  return knowsState(access)
    ? sql<ServiceState>`coalesce(d.service_state, 'intake')`
    : sql<null>`null::text`
}

/** Whether the activity may know how far a service is. */
export function knowsState(access: Access): boolean {
  return access.can('dossiers', 'select', 'service_state')
}

/** Only the cards that hold every word of a search in the name or the reference. */
export function holding(access: Access, query: CardQuery, search: string): CardQuery {
  const names = ['given_name', 'initials', 'prefix', 'family_name'].map(
    (column) => sql`coalesce(${cell<string>(access, 'c', column)}, '')`,
  )
  const text = plainSql(sql`(${sql.join(names, sql` || ' ' || `)} || ' ' || d.reference)`)
  return searchWords(search).reduce(
    (built, word) => built.where(sql<boolean>`position(${word}::text in ${text}) > 0`),
    query,
  )
}

/** As `plain`, in SQL. Most names have no accent, and taking those off is what costs. */
export function plainSql(text: RawBuilder<unknown>): RawBuilder<string> {
  const bare = sql`regexp_replace(normalize(${text}, nfd), ${sql.lit(MARKS)}, '', 'g')`
  return sql<string>`case when octet_length(${text}) = length(${text}) then lower(${text})
    else translate(lower(${bare}), 'ı', 'i') end`
}
