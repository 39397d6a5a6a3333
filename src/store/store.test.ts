import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { from } from './query.ts'

async function startClient(coach: WorldAccount, { store }: World): Promise<string> {
  return store.change(coach.for('intake'), async (tx) => {
    const dossier = await tx.startDossier({ kind: 're-integration' })
    const { dossierId } = dossier
    await dossier.run(
      from.insertInto('clients').values({ dossier_id: dossierId, family_name: 'Bakker' }),
    )
    await dossier.run(from.insertInto('engagements').values({ dossier_id: dossierId }))
    return dossierId
  })
}

const names = from.selectFrom('clients').select(['dossier_id', 'family_name'])
const notes = from.selectFrom('notes').select(['id', 'body'])

async function writeNote(coach: WorldAccount, dossierId: string, { store }: World): Promise<void> {
  await store.changeDossier(coach.for('coaching'), dossierId, (tx) =>
    tx.run(
      from.insertInto('notes').values({
        dossier_id: dossierId,
        category: 'conversation-reports',
        body: tx.seal('notes.body', 'Wil graag weer aan het werk.'),
        source: 'client',
        channel: 'conversation',
      }),
    ),
  )
}

test('a coach lists and opens the dossiers that the coach is responsible for', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const dossierId = await startClient(coach, there)
  await writeNote(coach, dossierId, there)
  const { clients } = await there.store.list(coach.for('coaching'), 'caseload', { clients: names })
  expect(clients).toEqual([{ dossier_id: dossierId, family_name: 'Bakker' }])
  const { dossier, answers } = await there.store.open(coach.for('coaching'), dossierId, { notes })
  expect(answers.notes.map((note) => dossier.unseal('notes.body', note.body))).toEqual([
    'Wil graag weer aan het werk.',
  ])
})

test('another coach neither lists nor opens them, and the refusal is in the ledger', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const other = await there.account('Other', ['coach'])
  const dossierId = await startClient(coach, there)
  const { clients } = await there.store.list(other.for('coaching'), 'caseload', { clients: names })
  expect(clients).toEqual([])
  const opening = there.store.open(other.for('coaching'), dossierId, { notes })
  await expect(opening).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { rows } = await there.owner.query(
    `select act, account_id from ledger where act = 'refused'`,
  )
  expect(rows).toEqual([{ act: 'refused', account_id: other.id }])
})

test('asked in one moment, each reads in the dossier that was opened for it, and who was refused reads nothing', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const other = await there.account('Other', ['coach'])
  const dossierIds = await Promise.all([0, 1, 2].map(() => startClient(coach, there)))
  await there.owner.query(`insert into notes (dossier_id, category, body, source, channel)
    select id, 'conversation-reports', '\\x00', 'client', 'conversation' from dossiers`)
  const whose = { notes: from.selectFrom('notes').select('dossier_id') }
  const asked = dossierIds.flatMap((dossierId) =>
    [other, coach].map((account) => ({ account, dossierId })),
  )
  const read = await Promise.allSettled(
    asked.map(({ account, dossierId }) =>
      there.store.open(account.for('coaching'), dossierId, whose),
    ),
  )
  for (const [index, { account, dossierId }] of asked.entries()) {
    expect(read[index]).toMatchObject(
      account === other
        ? { status: 'rejected', reason: { code: 'NOT_FOUND' } }
        : { value: { answers: { notes: [{ dossier_id: dossierId }] } } },
    )
  }
})

test('where openings fail nothing is read, by those of the round before neither', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const dossierId = await startClient(coach, there)
  await there.store.open(coach.for('coaching'), dossierId, { notes })
  await there.owner.query('alter function open_dossiers rename to open_no_more')
  const again = there.store.open(coach.for('coaching'), dossierId, { notes })
  await expect(again).rejects.toThrow('open_dossiers')
  await there.owner.query('alter function open_no_more rename to open_dossiers')
  expect(await there.store.open(coach.for('coaching'), dossierId, { notes })).toBeDefined()
})

test('a session that ended enters nothing', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const dossierId = await startClient(coach, there)
  await there.owner.query('update gestand.sessions set ended_at = now()')
  const list = there.store.list(coach.for('coaching'), 'caseload', { clients: names })
  await expect(list).rejects.toMatchObject({ code: 'SIGNED_OUT' })
  const opening = there.store.open(coach.for('coaching'), dossierId, { notes })
  await expect(opening).rejects.toMatchObject({ code: 'SIGNED_OUT' })
})

test('staff without a second factor enter nothing', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const dossierId = await startClient(coach, there)
  await there.owner.query('update gestand.sessions set strong = false')
  const list = there.store.list(coach.for('coaching'), 'caseload', { clients: names })
  await expect(list).rejects.toMatchObject({ code: 'SECOND_FACTOR_MISSING' })
  const opening = there.store.open(coach.for('coaching'), dossierId, { notes })
  await expect(opening).rejects.toMatchObject({ code: 'SECOND_FACTOR_MISSING' })
})

test('an activity reads no column that the statement does not give it', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const officer = await there.account('Officer', ['officer'])
  await startClient(coach, there)
  const list = there.store.list(officer.for('oversight'), 'clients', { clients: names })
  await expect(list).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})

test('an activity that the statement does not declare does not exist', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const list = there.store.list(coach.for('spying'), 'clients', { clients: names })
  await expect(list).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('every change is in the ledger, by whoever made it', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const dossierId = await startClient(coach, there)
  await writeNote(coach, dossierId, there)
  const { rows } = await there.owner.query(
    `select act, subject from ledger where dossier_id = $1 and account_id = $2 order by id`,
    [dossierId, coach.id],
  )
  expect(rows).toEqual([
    { act: 'inserted', subject: 'relations' },
    { act: 'started', subject: null },
    { act: 'inserted', subject: 'value_sources' },
    { act: 'inserted', subject: 'clients' },
    { act: 'inserted', subject: 'engagements' },
    { act: 'opened', subject: null },
    { act: 'inserted', subject: 'notes' },
  ])
})

test('a dossier that does not exist is not found', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const opening = there.store.open(coach.for('coaching'), randomUUID(), { notes })
  await expect(opening).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
