import { expect, test } from 'vitest'
import { type World, world } from '#world/world.ts'

async function silencing({ owner }: World): Promise<unknown[]> {
  const { rows } = await owner.query<{ kind: string; place: string }>(
    'select kind, place from evidence_guards() where silences',
  )
  return rows
}

test('nothing can silence the guards but the function that destroys in sets', async () => {
  const here = await world()
  const { rows } = await here.owner.query<{ kind: string }>('select kind from evidence_guards()')
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['role', 'function']))
  expect(await silencing(here)).toEqual([])
})

test('a role, a function or a setting that could is found', async () => {
  const here = await world()
  const found: [string, unknown][] = [
    [
      'grant set on parameter session_replication_role to gestand_app',
      { kind: 'role', place: 'gestand_app' },
    ],
    [
      `create function quietly() returns text language sql as
       $$ select set_config('session_replication_role', 'replica', true) $$`,
      { kind: 'function', place: 'quietly' },
    ],
    [
      `create function calmly() returns void language sql
       set session_replication_role = replica as $$ select $$`,
      { kind: 'function', place: 'calmly' },
    ],
    [
      'alter role gestand_keys set session_replication_role = replica',
      { kind: 'setting', place: 'gestand_keys' },
    ],
  ]
  for (const [step, finding] of found) {
    // Roles are shared with other tests: what is granted is never seen outside this transaction.
    await here.owner.query('begin')
    await here.owner.query(step)
    expect(await silencing(here)).toEqual([finding])
    await here.owner.query('rollback')
  }
})
