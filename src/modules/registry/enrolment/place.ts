import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'

/** An institution that may train for a programme now. */
export interface TrainingPlace {
  readonly programmeId: string
  readonly partyId: string
  readonly name: string
  readonly city: string
  readonly sort: 'care' | 'training'
}

/** A version of a programme that people start now. */
export interface OpenProgramme {
  readonly programmeId: string
  readonly versionId: string
  readonly code: string
  readonly nameNl: string
  readonly nameEn: string
  readonly months: number
}

/** The programmes that people start now, by the version that is in force, by name. */
export const listOpenProgrammes = written(sql<OpenProgramme>`
  select distinct on (p.name_nl, p.id) p.id as "programmeId", v.id as "versionId", p.code,
    p.name_nl as "nameNl", p.name_en as "nameEn", v.months
  from programmes p join programme_versions v on v.programme_id = p.id
  where v.starts_on <= gestand.today() and (p.retired_on is null or p.retired_on > gestand.today())
  order by p.name_nl, p.id, v.starts_on desc limit 1000`)

/** Who may train now: for one programme, or for any. */
export function listTrainingPlaces(programmeId?: string): WrittenQuery<TrainingPlace> {
  return written(sql<TrainingPlace>`
    select programme_id as "programmeId", party_id as "partyId", name, city, sort
    from training_places(${programmeId ?? null}::uuid)`)
}
