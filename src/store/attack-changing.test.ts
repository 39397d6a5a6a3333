// Changes by somebody with the application's own connection, who stops acting halfway a statement:
// nothing passes for a change of the system, and no guard is skipped.
import { expect, test } from 'vitest'
import { Attacker, roleOf, scene, startDossier } from '#world/attacker.ts'

const REFUSED = ['GS404', '42501']

const SIGNED_OUT = `set_config('gestand.session', '', true)`
const SIGNED_IN = `set_config('gestand.session', current_setting('gestand.spare'), true)`
const ROLE_LEFT = `set_config('role', 'none', true)`
const ROLE_TAKEN = `set_config('role', '${roleOf('coaching')}', true)`
const ROLE_OF_OTHERS = `set_config('role', '${roleOf('administration')}', true)`

/** Notes of the opened dossier; in the second row, and after the last, something happens. */
function insertion(first: string, last = first): string {
  return `insert into notes (dossier_id, category, body, source, channel)
    select (select opened()), 'conversation-reports', '\\x00', 'client', case
      when n = 2 and ${first} is not null then 'conversation'
      when n = 3 and ${last} is not null then 'conversation'
      else 'conversation' end
    from generate_series(1, 3) n`
}

const STATEMENTS = {
  'shows no session from the second row on': insertion(SIGNED_OUT),
  'shows no session for one row': insertion(SIGNED_OUT, SIGNED_IN),
  'leaves its role from the second row on': insertion(ROLE_LEFT),
  'leaves its role for one row': insertion(ROLE_LEFT, ROLE_TAKEN),
  'takes the role of others for one row': insertion(ROLE_OF_OTHERS, ROLE_TAKEN),
  'shows no session once the row is there': `${insertion('0')} returning ${SIGNED_OUT}`,
  'leaves its role once the row is there': `${insertion('0')} returning ${ROLE_LEFT}`,
  'shows no session while it changes': `update notes set channel = ${SIGNED_OUT} || 'phone'`,
  'leaves its role after it changed': `update notes set channel = 'phone' returning ${ROLE_LEFT}`,
} as const

async function attacker() {
  const { there, coach, dossierId } = await scene()
  const eve = new Attacker(await there.attack())
  expect(await eve.openAndEnter(coach, 'coaching', dossierId)).toBe('opened')
  await eve.rows(`select set_config('gestand.spare', $1, true)`, [coach.session.toString('hex')])
  const unclaimed = async (): Promise<number> => {
    const { rowCount } = await there.owner.query(
      `select from ledger where account_id is null and subject = 'notes'`,
    )
    return rowCount ?? 0
  }
  return { there, eve, unclaimed }
}

test('no change comes of a statement in which somebody stops acting', async () => {
  const { eve, unclaimed } = await attacker()
  for (const [what, text] of Object.entries(STATEMENTS)) {
    expect(REFUSED, what).toContain(await eve.attempt(text))
  }
  // Whoever acts changes rows as before, and the lines name them.
  expect(await eve.attempt(insertion('0'))).toBe(3)
  expect(await eve.attempt(`update notes set channel = 'phone'`)).toBe(5)
  await eve.leave('commit')
  expect(await unclaimed()).toBe(0)
})

test('the same statements pass without the guard, and their lines name nobody', async () => {
  const { there, eve, unclaimed } = await attacker()
  await eve.leave()
  await there.owner.query(
    'drop trigger acting_row on notes; drop trigger acting_statement on notes',
  )
  expect(await unclaimed()).toBe(0)
  const coach = await there.account('Tom Visser', ['coach'])
  await eve.openAndEnter(coach, 'coaching', await startDossier(there, coach))
  expect(await eve.attempt(STATEMENTS['shows no session from the second row on'])).toBe(3)
  await eve.leave('commit')
  expect(await unclaimed()).toBe(3)
})
