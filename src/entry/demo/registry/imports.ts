import { createHash } from 'node:crypto'
import { addDays, type Day, momentOn } from '#entry/demo/day.ts'
import type { Owner } from '#store/owner.ts'

/** Pairs of registrations that may be of one person. */
const PAIRS = 3

/**
 * The register of before was taken over in two lists, of which the second stopped half-way; and
 * some who came in with the first may be there twice. In the transaction under way, as the owner.
 */
export async function insertImports(owner: Owner, today: Day): Promise<void> {
  const moment = (daysAgo: number): Date => new Date(momentOn(addDays(today, -daysAgo), 60))
  const digest = (name: string): Buffer => createHash('sha256').update(name).digest()
  await owner.query(
    `insert into register_imports (digest, rows, done, taken, left_out, likenesses, started_at,
       touched_at, finished_at)
     values ($1, 4180, 4180, 4152, 28, $5, $3, $3, $3), ($2, 960, 600, 594, 6, 0, $4, $4, null)`,
    [digest('first'), digest('second'), moment(420), moment(3), PAIRS],
  )
  await owner.query(
    `with pairs as (
       select distinct on (d.person_id) t.dossier_id, o.dossier_id as other_id
       from registrants t join dossiers d on d.id = t.dossier_id
       join registrants o on left(o.given_names, 1) = left(t.given_names, 1)
         and o.family_name = t.family_name and o.dossier_id < t.dossier_id
       join dossiers e on e.id = o.dossier_id and e.person_id <> d.person_id
       where not exists (select from relations r join relation_words w on w.relation = r.relation
         where w.subject and r.dossier_id = t.dossier_id)
       order by d.person_id, o.dossier_id
       limit $1),
     alike as (
       update registrants t set born_on = o.born_on, source = 'import'
       from pairs p join registrants o on o.dossier_id = p.other_id
       where t.dossier_id = p.dossier_id)
     insert into likenesses (dossier_id, other_id, reason, found_at)
     select dossier_id, other_id, 'birth', $2 from pairs`,
    [PAIRS, moment(420)],
  )
}
