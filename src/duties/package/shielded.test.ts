import { beforeEach, expect, test } from 'vitest'
import { from } from '#store/query.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'

let here: Bureau
beforeEach(async () => {
  here = await bureau()
})

const SHIELDS = {
  restricted: 'insert into restrictions (dossier_id) select id from dossiers',
  'past its term and held': `with expired as (
      update dossiers set expires_on = gestand.today() - 1 returning id)
    insert into holds (dossier_id, reason, ends_on, placed_by)
      select id, 'complaint', gestand.today() + 30, gen_random_uuid()
    from expired`,
}
const DOSSIERS = { rows: from.selectFrom('dossiers').select('id') }

/** What an account sees of its dossiers in an activity: in a list, and opened. */
async function sees(who: WorldAccount, activity: string): Promise<[number, boolean]> {
  const { store } = here.there
  const { rows } = await store.list(who.for(activity), 'package', DOSSIERS)
  const opened = await store.open(who.for(activity), here.dossierId, {}).then(
    () => true,
    () => false,
  )
  return [rows.length, opened]
}

test.each(Object.entries(SHIELDS))(
  'cas-18: what is %s shows to nobody, and is in the package of the person all the same',
  async (_, shield) => {
    await here.there.owner.query(shield)
    expect(await sees(here.client, 'subject-access')).toEqual([1, true])
    expect(await sees(here.client, 'self-service')).toEqual([0, false])
    expect(await sees(here.coach, 'coaching')).toEqual([0, false])
    expect((await here.there.owner.query('select object from evidence_reach()')).rows).toEqual([])
  },
)

test('what is on its way out is in no package, whatever the person asks meanwhile', async () => {
  const { owner } = here.there
  await owner.query(SHIELDS.restricted)
  await owner.query(`select order_erasure(id, 'dossier', 'choice') from dossiers`)
  expect(await sees(here.client, 'subject-access')).toEqual([0, false])
  await owner.query('update restrictions set lifted_at = now(), by_person = true')
  expect(await sees(here.client, 'self-service')).toEqual([0, false])
})

test('without its guard, lifting a restriction would show what is on its way out', async () => {
  const { owner } = here.there
  await owner.query(SHIELDS.restricted)
  await owner.query(`select order_erasure(id, 'dossier', 'choice') from dossiers`)
  await owner.query(`do $$ begin execute replace(
    pg_get_functiondef('shield_dossier()'::regprocedure), $g$o.part = 'dossier'$g$, 'false');
    end $$`)
  await owner.query('update restrictions set lifted_at = now(), by_person = true')
  expect(await sees(here.client, 'self-service')).toEqual([1, true])
})
