import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** A programme, with the version that people start now. */
export interface ProgrammeLine {
  readonly id: string
  readonly code: string
  readonly nameNl: string
  readonly nameEn: string
  readonly retiredOn: string | null
  readonly version: number | null
  readonly versionStartsOn: string | null
  readonly months: number | null
  /** Institutions that may train for it now. */
  readonly places: number
}

/** All programmes by name. */
export const listProgrammes = written(sql<ProgrammeLine>`
  select p.id, p.code, p.name_nl as "nameNl", p.name_en as "nameEn",
    p.retired_on::text as "retiredOn", v.number as version, v.starts_on::text as "versionStartsOn",
    v.months, coalesce(t.places, 0)::integer as places
  from programmes p
  left join lateral (
    select * from programme_versions w where w.programme_id = p.id
      and w.starts_on <= gestand.today() order by w.starts_on desc limit 1) v on true
  left join (
    select programme_id, count(*) as places from training_places() group by programme_id) t
    on t.programme_id = p.id
  order by p.name_nl, p.id limit 1000`)

/** A version with what it demands. */
export interface VersionLine {
  readonly id: string
  readonly number: number
  readonly startsOn: string
  readonly months: number
  readonly requirements: readonly { readonly nl: string; readonly en: string }[]
}

/** The versions of a programme, the newest first. */
export function listVersions(programmeId: string): WrittenQuery<VersionLine> {
  return written(sql<VersionLine>`
    select v.id, v.number, v.starts_on::text as "startsOn", v.months, coalesce((
      select json_agg(json_build_object('nl', r.text_nl, 'en', r.text_en) order by r.place)
      from programme_requirements r where r.version_id = v.id), '[]') as requirements
    from programme_versions v where v.programme_id = ${programmeId}
    order by v.starts_on desc limit 50`)
}

export interface NewProgramme {
  readonly id: string
  /** Capitals, digits and hyphens, at most 20. */
  readonly code: string
  readonly nameNl: string
  readonly nameEn: string
}

/** @throws `DUPLICATE` for a code that there is. */
export async function addProgramme(tx: Transaction, programme: NewProgramme): Promise<void> {
  const { id, code, nameNl, nameEn } = programme
  await tx.run(from.insertInto('programmes').values({ id, code, name_nl: nameNl, name_en: nameEn }))
}

export interface NewVersion {
  readonly id: string
  readonly programmeId: string
  /** ISO date from which people start with this version. */
  readonly startsOn: string
  readonly months: number
  /** At most 99, in both languages. */
  readonly requirements: readonly { readonly nl: string; readonly en: string }[]
}

/**
 * Adds the next version of a programme. Who is in training stays with theirs.
 *
 * @throws `DUPLICATE` when another version starts that day.
 */
export async function addVersion(tx: Transaction, version: NewVersion): Promise<void> {
  const { id, programmeId, startsOn, months, requirements } = version
  await tx.run(
    written(sql`insert into programme_versions (id, programme_id, number, starts_on, months)
      select ${id}::uuid, ${programmeId}::uuid, coalesce(max(number), 0) + 1, ${startsOn}::date,
        ${months}::integer
      from programme_versions where programme_id = ${programmeId}::uuid`),
  )
  if (requirements.length === 0) return
  await tx.run(
    from.insertInto('programme_requirements').values(
      requirements.map(({ nl, en }, index) => ({
        id: randomUUID(),
        version_id: id,
        place: index + 1,
        text_nl: nl,
        text_en: en,
      })),
    ),
  )
}

/**
 * Lets nobody start a programme any more from a day on.
 *
 * @throws `NOT_FOUND`
 */
export async function retireProgramme(
  tx: Transaction,
  { id, on }: { readonly id: string; readonly on: string },
): Promise<void> {
  const retired = await tx.run(
    from.updateTable('programmes').set({ retired_on: on }).where('id', '=', id).returning('id'),
  )
  if (retired.length === 0) throw new AppError('NOT_FOUND')
}
