// With the application's own connection and any SQL: no content without an opening that is in the
// ledger.
import { expect, test } from 'vitest'
import { Attacker, OPEN, SCHEMA, scene, startDossier } from '#world/attacker.ts'
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

const wanted = (account: WorldAccount, dossierId: string): unknown[] => [
  [account.session],
  ['self-service'],
  [dossierId],
]

test('an opening counts when its line is committed, and stays whatever comes after', async () => {
  const { eve, there, client, dossierId } = await attacker()
  expect(await eve.openAndEnter(client, 'self-service', dossierId)).toBe('opened')
  expect(await eve.rows('select city from profiles')).toEqual([{ city: 'Utrecht' }])
  await eve.leave('rollback')
  expect(await countOpenings(there, client)).toBe(1)
})

test('whoever opens, reads and rolls back has read nothing', async () => {
  const { eve, there, client, dossierId } = await attacker()
  await eve.client.query('begin')
  expect(await eve.rows(OPEN, wanted(client, dossierId))).toEqual([{ outcome: 'opened' }])
  expect(await eve.enterHere(client, 'self-service', dossierId)).toBe('refused')
  expect(await eve.rows('select city from profiles')).toEqual([])
  await eve.leave('rollback')
  expect(await countOpenings(there, client)).toBe(0)
})

test('with the guard taken away the same trick reads, and leaves no line', async () => {
  const { eve, there, client, dossierId } = await attacker()
  await there.owner.query(`do $$ begin
    execute replace(pg_get_functiondef('enter(bytea, text, uuid)'::regprocedure),
      'l.xid is distinct from pg_current_xact_id_if_assigned()', 'true');
  end $$`)
  await eve.client.query('begin')
  await eve.rows(OPEN, wanted(client, dossierId))
  expect(await eve.enterHere(client, 'self-service', dossierId)).toBe('opened')
  expect(await eve.rows('select city from profiles')).toHaveLength(1)
  await eve.leave('rollback')
  expect(await countOpenings(there, client)).toBe(0)
})

test('a savepoint does not part an opening from its line', async () => {
  const { eve, there, client, dossierId } = await attacker()
  await eve.client.query('begin; select pg_current_xact_id(); savepoint before')
  await eve.rows(OPEN, wanted(client, dossierId))
  await eve.client.query('release before; savepoint after')
  expect(await eve.enterHere(client, 'self-service', dossierId)).toBe('refused')
  await eve.client.query('rollback; reset role; begin; savepoint before')
  await eve.rows(OPEN, wanted(client, dossierId))
  await eve.client.query('rollback to before; commit')
  expect(await eve.enter(client, 'self-service', dossierId)).toBe('refused')
  await eve.leave()
  expect(await countOpenings(there, client)).toBe(0)
})

test('an opening that is not committed yet opens nothing elsewhere', async () => {
  const { eve, there, client, dossierId } = await attacker()
  const mallory = new Attacker(await there.attack())
  await mallory.client.query('begin')
  await mallory.rows(OPEN, wanted(client, dossierId))
  expect(await eve.enter(client, 'self-service', dossierId)).toBe('refused')
  await eve.leave()
  await mallory.client.query('commit')
  expect(await eve.enter(client, 'self-service', dossierId)).toBe('opened')
})

test('an opening in one message with the reading is committed too', async () => {
  const { eve, there, client, dossierId } = await attacker()
  const session = `'\\x${client.session.toString('hex')}'::bytea`
  const open = `select ${SCHEMA}.open_dossiers(array[${session}], '{self-service}', '{${dossierId}}')`
  const enter = `select ${SCHEMA}.enter(${session}, 'self-service', '${dossierId}')`
  const read = `set local role ${SCHEMA}__self_service; select city from ${SCHEMA}.profiles`
  const results: unknown = await eve.client.query(`begin; ${open}; ${enter}; ${read}; rollback`)
  expect(JSON.stringify(results)).not.toContain('Utrecht')
  await eve.client.query(`begin; ${open}; commit; begin; ${enter}; ${read}; rollback`)
  expect(await countOpenings(there, client)).toBe(1)
})

test('an opening lasts ten seconds', async () => {
  const { eve, there, client, dossierId } = await attacker()
  const openedAgo = (seconds: number) =>
    there.owner.query(
      `insert into ledger (at, account_id, activity, act, dossier_id)
       values (now() - $1 * interval '1 second', $2, 'self-service', 'opened', $3)`,
      [seconds, client.id, dossierId],
    )
  await openedAgo(11)
  expect(await eve.enter(client, 'self-service', dossierId)).toBe('refused')
  await eve.leave()
  await openedAgo(8)
  expect(await eve.enter(client, 'self-service', dossierId)).toBe('opened')
})

test('an opening is of one account, for one activity and in one dossier', async () => {
  const { eve, there, coach, client, dossierId } = await attacker()
  const partner = await there.account('Partner', ['coach'])
  const other = await startDossier(there, coach)
  await there.relate(client.id, other, 'client')
  expect(await eve.open(client, 'self-service', dossierId)).toBe('opened')
  for (const [account, activity, dossier] of [
    [coach, 'self-service', dossierId],
    [partner, 'self-service', dossierId],
    [client, 'coaching', dossierId],
    [client, 'self-service', other],
  ] as const) {
    expect(await eve.enter(account, activity, dossier)).toBe('refused')
    await eve.leave()
  }
  expect(await eve.enter(client, 'self-service', dossierId)).toBe('opened')
})

test('an opening needs a session that is still good, and a dossier that may still be seen', async () => {
  const { eve, there, client, dossierId } = await attacker()
  await eve.open(client, 'self-service', dossierId)
  await there.owner.query('update dossiers set restricted_at = now()')
  expect(await eve.enter(client, 'self-service', dossierId)).toBe('refused')
  await eve.leave()
  await there.owner.query('update dossiers set restricted_at = null')
  await there.owner.query('update gestand.sessions set ended_at = now()')
  expect(await eve.enter(client, 'self-service', dossierId)).toBe('signed-out')
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
  const [row] = await eve.rows(`select ${SCHEMA}.start_dossier('re-integration') as id`)
  const [act] = await eve.rows(`select current_setting('gestand.act') as act`)
  await eve.leave('rollback')
  await eve.client.query('begin')
  await eve.take('intake')
  await eve.rows(`select set_config('gestand.act', $1, true)`, [act?.['act']])
  expect(await eve.rows('select id from dossiers where id = $1', [row?.['id']])).toEqual([])
})

test('lists are noted with the receipt of an entry; a receipt that is made up notes nothing', async () => {
  const { eve, there, coach } = await attacker()
  const [row] = await eve.rows(`select ${SCHEMA}.enter($1, 'coaching') as answer`, [coach.session])
  const [, , , , , , , at, receipt = ''] = String(row?.['answer']).split('|')
  const line = { at, account: coach.id, activity: 'coaching', subject: 'forged', amount: 1 }
  const note = (lists: object[]) =>
    eve.rows(`select ${SCHEMA}.record_lists($1)`, [JSON.stringify(lists)])
  await note([
    { ...line, receipt: receipt.replace(/./, (c) => (c === '0' ? '1' : '0')) },
    { ...line, receipt: null },
    { ...line, receipt, account: '00000000-0000-4000-8000-000000000000' },
    { ...line, receipt, activity: 'self-service' },
    { ...line, receipt, at: new Date(0).toISOString() },
    { ...line, receipt, subject: 'true' },
  ])
  const { rows } = await there.owner.query(`select subject from ledger where act = 'listed'`)
  expect(rows).toEqual([{ subject: 'true' }])
})
