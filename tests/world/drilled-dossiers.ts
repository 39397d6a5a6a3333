import type { Owner } from '#store/owner.ts'

/** What is known of a dossier: by this the database is judged. */
export interface Dossier {
  readonly notes: Set<string>
  /** Questions for consent that were answered with yes, and whether that was withdrawn. */
  readonly consents: Map<string, 'standing' | 'withdrawn'>
  /** Relations, and whether they ended. */
  readonly relations: Map<string, 'standing' | 'ended'>
  expired: boolean
  restricted: boolean
  paused: boolean
}

/** What the database has. */
export async function readDossiers(owner: Owner): Promise<Map<string, Dossier>> {
  const { rows } = await owner.query<{
    id: string
    expired: boolean
    restricted: boolean
    paused: boolean
    notes: string[]
    consents: Record<string, 'standing' | 'withdrawn'>
    relations: Record<string, 'standing' | 'ended'>
  }>(
    `select d.id, coalesce(d.expires_on <= gestand.today(), false) as expired,
       d.restricted_at is not null as restricted, d.paused_activities <> '{}' as paused,
       array(select n.id from notes n where n.dossier_id = d.id) as notes,
       (select coalesce(jsonb_object_agg(q.id, case when s.request_id is null then 'withdrawn'
           else 'standing' end), '{}') from consent_requests q
         left join standing_consents s on s.request_id = q.id
         where q.dossier_id = d.id) as consents,
       (select coalesce(jsonb_object_agg(r.id, case when r.until is null then 'standing'
           else 'ended' end), '{}') from relations r where r.dossier_id = d.id) as relations
     from dossiers d`,
  )
  return new Map(
    rows.map(({ id, notes, consents, relations, ...rest }) => [
      id,
      {
        ...rest,
        notes: new Set(notes),
        consents: new Map(Object.entries(consents)),
        relations: new Map(Object.entries(relations)),
      },
    ]),
  )
}

/** One line for each thing that is so. */
export function describe(dossiers: ReadonlyMap<string, Dossier>): Set<string> {
  const lines = new Set<string>()
  for (const [id, { notes, consents, relations, expired, restricted, paused }] of dossiers) {
    lines.add(`dossier ${id} expired ${expired} restricted ${restricted} paused ${paused}`)
    for (const note of notes) lines.add(`note ${note}`)
    for (const [key, state] of consents) lines.add(`consent ${key} ${state}`)
    for (const [key, state] of relations) lines.add(`relation ${key} ${state}`)
  }
  return lines
}

/** How two lists of such lines differ. */
export function compare(expected: ReadonlySet<string>, found: ReadonlySet<string>): string[] {
  return [
    ...[...expected].filter((line) => !found.has(line)).map((line) => `missing: ${line}`),
    ...[...found].filter((line) => !expected.has(line)).map((line) => `came back: ${line}`),
  ]
}
