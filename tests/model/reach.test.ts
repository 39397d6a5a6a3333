// What is kept of who reaches what stays what it follows from, whatever happens in whatever order.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scene, startDossier } from '#world/attacker.ts'
import type { World } from '#world/world.ts'

const SEED = 20_261_123
const HISTORIES = 60

interface Setting {
  readonly there: World
  readonly dossiers: readonly string[]
  readonly people: readonly string[]
}

/** Two dossiers, four people, and absences of each who works there with each other one. */
async function setting(): Promise<Setting> {
  const { there, coach, client, dossierId } = await scene()
  const dossiers = [dossierId, await startDossier(there, coach)]
  const partner = await there.account('Partner', ['coach'])
  const substitute = await there.account('Substitute', ['coach'])
  const people = [coach, client, partner, substitute].map(({ id }) => id)
  await there.owner.query(
    `insert into absences (account_id, substitute_id, starts_on, ends_on)
     select a.account_id, b.account_id, gestand.today() + days, gestand.today() + days + 2
     from members a join members b on b.account_id <> a.account_id, unnest('{-1,3}'::int[]) days`,
  )
  await there.relate(partner.id, dossierId, 'partner-coach')
  await there.owner.query(
    `insert into relations (dossier_id, holder_id, relation, absence_id)
     select $1, substitute_id, 'substitute', id from absences
     where account_id = $2 and substitute_id = any ($3) and starts_on < gestand.today()`,
    [dossierId, coach.id, [partner.id, substitute.id]],
  )
  return { there, dossiers, people }
}

const MOMENTS = ['null', `now() - interval '1 day'`, `now() + interval '1 day'`]

const CONSENT = `with asked as (
    insert into consent_requests
      (dossier_id, consent, holder_id, item_id, wording, language, statement)
    select dossier_id, case when absence_id is null then 'partner-access' else 'substitution' end,
      holder_id, absence_id, '', 'nl', 4
    from relations where dossier_id = $1 and holder_id = $2
    returning id, dossier_id)
  insert into consents (request_id, dossier_id, decision) select id, dossier_id, 'given' from asked`
const WITHDRAW = `insert into withdrawals (request_id, dossier_id)
  select c.request_id, c.dossier_id from consents c join consent_requests q on q.id = c.request_id
  where q.dossier_id = $1 and q.holder_id = $2 on conflict do nothing`
const SHORTEN = `update absences set ends_on = starts_on
  where substitute_id = $2 and $1::uuid is not null`
const LENGTHEN = `update absences set ends_on = ends_on + 3
  where substitute_id = $2 and $1::uuid is not null`
const RELATE = ['partner-coach', 'responsible-coach', 'client', 'substitute'].map(
  (relation) => `insert into relations (dossier_id, holder_id, relation, absence_id)
    select $1, $2, '${relation}', case '${relation}' when 'substitute' then (
      select id from absences where substitute_id = $2 order by id limit 1) end
    on conflict do nothing`,
)
const MOVE = MOMENTS.flatMap((moment) => [
  `update relations set until = ${moment} where dossier_id = $1 and holder_id = $2`,
  `update members set left_at = ${moment} where account_id = $2 and $1::uuid is not null`,
  `update dossiers set restricted_at = ${moment} where id = $1 and $2::uuid is not null`,
  `update dossiers set expires_on = (${moment})::date where id = $1 and $2::uuid is not null`,
  `update consents set expires_at = ${moment} where dossier_id = $1 and $2::uuid is not null`,
])
const LEAVE = `delete from relations
  where dossier_id = $1 and holder_id = $2 and relation <> 'client'`

/** Something that happens, as SQL. Parameters: a dossier, a person. */
const happenings = fc.oneof(
  fc.constantFrom(CONSENT, WITHDRAW, SHORTEN, LENGTHEN),
  fc.constantFrom(...RELATE, ...MOVE, LEAVE),
)

const histories = fc.array(
  fc.tuple(happenings, fc.constantFrom(0, 0, 0, 1), fc.constantFrom(0, 1, 2, 2, 3, 3)),
  { minLength: 1, maxLength: 14 },
)

type History = readonly (readonly [string, number, number])[]

/** Lets a history happen and answers with what is kept of reach and should not be, or lacks. */
async function live({ there, dossiers, people }: Setting, history: History): Promise<unknown[]> {
  const { owner } = there
  await owner.query('begin')
  try {
    for (const [happening, dossier, person] of history) {
      await owner.query('savepoint step')
      // What the rules of a module refuse did not happen.
      await owner
        .query(happening, [dossiers[dossier], people[person]])
        .catch(() => owner.query('rollback to step'))
    }
    const { rows } = await owner.query<{ object: string }>('select object from evidence_reach()')
    return rows
  } finally {
    await owner.query('rollback')
  }
}

test('after any history what is kept of reach is what follows from it', async () => {
  const here = await setting()
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      expect(await live(here, history)).toEqual([])
    }),
    { seed: SEED, numRuns: HISTORIES },
  )
})

test.each(['relations', 'consents', 'withdrawals', 'dossiers', 'members', 'absences'])(
  'without the triggers on %s it would not be',
  async (table) => {
    const here = await setting()
    await here.there.owner.query(`alter table ${table} disable trigger user`)
    const { failed } = await fc.check(
      fc.asyncProperty(histories, async (history) => (await live(here, history)).length === 0),
      { seed: SEED, numRuns: 4 * HISTORIES, endOnFailure: true },
    )
    expect(failed).toBe(true)
  },
)
