// With the application's own connection and any SQL: no content without an opening that is in the
// ledger.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { askConsent, Attacker, OPEN, SCHEMA, scene, startDossier } from '#world/attacker.ts'
import type { World, WorldAccount } from '#world/world.ts'

async function attacker(): Promise<Awaited<ReturnType<typeof scene>> & { eve: Attacker }> {
  const there = await scene()
  return { ...there, eve: new Attacker(await there.there.attack()) }
}

async function countOpenings({ owner }: World, account: WorldAccount): Promise<number> {
  const { rows } = await owner.query(
    `select from ledger where act = 'opened' and account_id = $1`,
    [account.id],
  )
  return rows.length
}

const READ = 'select city from profiles'
const SHUT = 'GS404'

test('an opening counts when its line is committed, and stays whatever comes after', async () => {
  const { eve, there, client, dossierId } = await attacker()
  expect(await eve.openAndEnter(client, 'self-service', dossierId)).toBe('opened')
  expect(await eve.rows(READ)).toEqual([{ city: 'Utrecht' }])
  await eve.leave('rollback')
  expect(await countOpenings(there, client)).toBe(1)
})

test('whoever opens, reads and rolls back has read nothing', async () => {
  const { eve, there, client, dossierId } = await attacker()
  await eve.client.query('begin')
  expect(await eve.open(client, 'self-service', dossierId)).toBe('opened')
  await eve.enterHere(client, 'self-service', eve.opening)
  expect(await eve.attempt(READ)).toBe(SHUT)
  await eve.leave('rollback')
  expect(await countOpenings(there, client)).toBe(0)
})

test('with the guard taken away the same trick reads, and leaves no line', async () => {
  const { eve, there, client, dossierId } = await attacker()
  await there.owner.query(`do $$ begin
    execute replace(pg_get_functiondef('opened(text)'::regprocedure),
      'l.xid is distinct from pg_current_xact_id_if_assigned()', 'true');
  end $$`)
  await eve.client.query('begin')
  await eve.open(client, 'self-service', dossierId)
  await eve.enterHere(client, 'self-service', eve.opening)
  expect(await eve.attempt(READ)).toBe(1)
  await eve.leave('rollback')
  expect(await countOpenings(there, client)).toBe(0)
})

test('a savepoint does not part an opening from its line', async () => {
  const { eve, there, client, dossierId } = await attacker()
  await eve.client.query('begin; select pg_current_xact_id(); savepoint before')
  await eve.open(client, 'self-service', dossierId)
  await eve.client.query('release before; savepoint after')
  await eve.enterHere(client, 'self-service', eve.opening)
  expect(await eve.attempt(READ)).toBe(SHUT)
  await eve.client.query('rollback; reset role; begin; savepoint before')
  await eve.open(client, 'self-service', dossierId)
  await eve.client.query('rollback to before; commit')
  await eve.enter(client, 'self-service', eve.opening)
  expect(await eve.attempt(READ)).toBe(SHUT)
  await eve.leave()
  expect(await countOpenings(there, client)).toBe(0)
})

test('an opening that is not committed yet opens nothing elsewhere', async () => {
  const { eve, there, client, dossierId } = await attacker()
  const mallory = new Attacker(await there.attack())
  await mallory.client.query('begin')
  await mallory.open(client, 'self-service', dossierId)
  await eve.enter(client, 'self-service', mallory.opening)
  expect(await eve.attempt(READ)).toBe(SHUT)
  await eve.leave()
  await mallory.client.query('commit')
  await eve.enter(client, 'self-service', mallory.opening)
  expect(await eve.attempt(READ)).toBe(1)
})

test('an opening in one message with the reading is committed too', async () => {
  const { eve, there, client, dossierId } = await attacker()
  const secret = client.session.toString('hex')
  const open = `select set_config('gestand.opening', opening::text, false)
    from ${SCHEMA}.open_dossiers(array['\\x${secret}'::bytea], '{self-service}', '{${dossierId}}')`
  const enter = `set gestand.session = '${secret}'; set local role ${SCHEMA}__self_service`
  const read = `${enter}; select city from ${SCHEMA}.profiles`
  await expect(eve.client.query(`begin; ${open}; ${read}; rollback`)).rejects.toMatchObject({
    code: SHUT,
  })
  await eve.client.query('rollback')
  const results: unknown = await eve.client.query(
    `begin; ${open}; commit; begin; ${read}; rollback`,
  )
  expect(JSON.stringify(results)).toContain('Utrecht')
  expect(await countOpenings(there, client)).toBe(1)
})

test('an opening lasts ten seconds', async () => {
  const { eve, there, client, dossierId } = await attacker()
  const openedAgo = async (seconds: number): Promise<string> => {
    const { rows } = await there.owner.query<{ id: number }>(
      `insert into ledger (at, account_id, activity, act, dossier_id)
       values (now() - $1 * interval '1 second', $2, 'self-service', 'opened', $3) returning id`,
      [seconds, client.id, dossierId],
    )
    return String(rows[0]?.id)
  }
  await eve.enter(client, 'self-service', await openedAgo(11))
  expect(await eve.attempt(READ)).toBe(SHUT)
  await eve.leave()
  await eve.enter(client, 'self-service', await openedAgo(8))
  expect(await eve.attempt(READ)).toBe(1)
})

test('an opening is of one account, for one activity and in one dossier', async () => {
  const { eve, there, coach, client, dossierId } = await attacker()
  const partner = await there.account('Partner', ['coach'])
  const other = await startDossier(there, coach)
  await there.relate(client.id, other, 'client')
  await there.relate(client.id, dossierId, 'responsible-coach')
  expect(await eve.open(client, 'self-service', dossierId)).toBe('opened')
  for (const [account, activity] of [
    [coach, 'self-service'],
    [partner, 'self-service'],
    [client, 'coaching'],
  ] as const) {
    await eve.enter(account, activity, eve.opening)
    expect(await eve.attempt('select dossier_id, city from profiles')).toBe(SHUT)
    await eve.leave()
  }
  await eve.enter(client, 'self-service', eve.opening)
  expect(await eve.rows('select dossier_id from profiles')).toEqual([{ dossier_id: dossierId }])
})

test('only the line of an opening opens: of a refusal, an act or nothing it does not', async () => {
  const { eve, there, client, dossierId } = await attacker()
  const { rows } = await there.owner.query<{ id: number }>(
    `insert into ledger (account_id, activity, act, dossier_id)
     select $1, 'self-service', act, $2
     from unnest('{refused,listed,inserted,started}'::text[]) act returning id`,
    [client.id, dossierId],
  )
  for (const opening of [...rows.map(({ id }) => String(id)), '0', '-1', '999999999']) {
    await eve.enter(client, 'self-service', opening)
    expect(await eve.attempt(READ), opening).toBe(SHUT)
    await eve.leave()
  }
  await eve.enter(client, 'self-service', 'x')
  expect(await eve.attempt(READ)).toBe('22P02')
})

test('an opening needs a session that is still good, and a dossier that may still be seen', async () => {
  const { eve, there, client, dossierId } = await attacker()
  await eve.open(client, 'self-service', dossierId)
  await there.owner.query('update dossiers set restricted_at = now()')
  await eve.enter(client, 'self-service', eve.opening)
  expect(await eve.attempt(READ)).toBe(SHUT)
  await eve.leave()
  await there.owner.query('update dossiers set restricted_at = null')
  await eve.enter(client, 'self-service', eve.opening)
  expect(await eve.attempt(READ)).toBe(1)
  await there.owner.query('update gestand.sessions set ended_at = now()')
  expect(await eve.attempt(READ)).toBe(SHUT)
})

test('what ends a reach ends the reading that goes on: a relation, a member, a consent', async () => {
  const { eve, there, dossierId } = await attacker()
  const partner = await there.account('Partner', ['coach'])
  const consent = 'partner-access'
  const answer = 'given'
  const request = await askConsent(there, { dossierId, consent, holderId: partner.id, answer })
  await there.relate(partner.id, dossierId, 'partner-coach')
  const ends = [
    `insert into withdrawals (request_id, dossier_id) values ('${request}', '${dossierId}')`,
    `update members set left_at = now() where account_id = '${partner.id}'`,
    `update relations set until = now() where holder_id = '${partner.id}'`,
  ]
  const back = [
    'delete from withdrawals',
    'update members set left_at = null',
    'update relations set until = null',
  ]
  for (const [place, end] of ends.entries()) {
    expect(await eve.openAndEnter(partner, 'coaching', dossierId), end).toBe('opened')
    expect(await eve.attempt('select dossier_id from profiles')).toBe(1)
    await eve.leave()
    await there.owner.query(end)
    await eve.enter(partner, 'coaching', eve.opening)
    expect(await eve.attempt('select dossier_id from profiles'), end).toBe(SHUT)
    await eve.leave()
    await there.owner.query(back[place] ?? '')
  }
})

test('many are opened at once, each by its own right and with its own line', async () => {
  const { eve, there, coach, client, dossierId } = await attacker()
  const other = await startDossier(there, coach)
  const outcomes = await eve.rows(`${OPEN} order by place`, [
    [client.session, client.session, client.session, Buffer.alloc(32), client.session, null],
    ['self-service', 'self-service', 'spying', 'self-service', 'coaching', 'self-service'],
    [dossierId, other, dossierId, dossierId, null, dossierId],
  ])
  expect(outcomes.map((row) => row['outcome'])).toEqual([
    'opened',
    'refused',
    'no-activity',
    'signed-out',
    'refused',
    'signed-out',
  ])
  const { rows } = await there.owner.query(
    'select act, activity, dossier_id from ledger where account_id = $1 order by id',
    [client.id],
  )
  expect(rows).toEqual([
    { act: 'opened', activity: 'self-service', dossier_id: dossierId },
    { act: 'refused', activity: 'self-service', dossier_id: other },
    { act: 'refused', activity: 'coaching', dossier_id: null },
  ])
})

test('an opening stays in the ledger when the change for which it was made fails', async () => {
  const { there, client, dossierId } = await attacker()
  const change = there.store.changeDossier(client.for('self-service'), dossierId, async () => {
    throw new Error('changed my mind')
  })
  await expect(change).rejects.toThrow('changed my mind')
  expect(await countOpenings(there, client)).toBe(1)
})

test('a dossier that was started and rolled back leaves nothing to open', async () => {
  const { eve, coach } = await attacker()
  await eve.enter(coach, 'intake')
  const [row] = await eve.rows(`select ${SCHEMA}.start_dossier('re-integration') as id,
    current_setting('gestand.opening') as opening`)
  await eve.leave('rollback')
  await eve.enter(coach, 'intake', String(row?.['opening']))
  expect(await eve.rows('select id from dossiers where id = $1', [row?.['id']])).toEqual([])
})

test('lists are noted for the session that they were shown to, now, and for no other', async () => {
  const { eve, there, coach, client } = await attacker()
  const line = { at: new Date().toISOString(), activity: 'coaching', subject: 'forged', amount: 1 }
  const session = coach.session.toString('hex')
  const hash = createHash('sha256').update(client.session).digest('hex')
  await eve.rows(`select ${SCHEMA}.record_lists($1)`, [
    JSON.stringify([
      { ...line, session: hash },
      { ...line, session: '00' },
      { ...line, session: null },
      { ...line, session, activity: 'spying' },
      { ...line, session, at: new Date(0).toISOString() },
      { ...line, session, subject: 'true' },
    ]),
  ])
  const { rows } = await there.owner.query(
    `select subject, account_id from ledger where act = 'listed'`,
  )
  expect(rows).toEqual([{ subject: 'true', account_id: coach.id }])
})
