import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { from } from '#store/query.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import {
  type LedgerFilter,
  overseenEntries,
  ownEntries,
  staffNames,
  toLedgerPage,
  toNames,
} from './reading.ts'

async function startDossier({ store }: World, coach: WorldAccount): Promise<string> {
  return store.change(coach.for('intake'), async (tx) => {
    const dossier = await tx.startDossier({ kind: 're-integration' })
    await dossier.run(
      from.insertInto('clients').values({ dossier_id: dossier.dossierId, family_name: 'Bakker' }),
    )
    return dossier.dossierId
  })
}

async function bureau() {
  const there = await world()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const officer = await there.account('Officer', ['officer'])
  const client = await there.account('Client')
  const dossierId = await startDossier(there, coach)
  await there.relate(client.id, dossierId, 'client')
  return { there, coach, officer, client, dossierId }
}

async function oversee(
  { there, officer }: Awaited<ReturnType<typeof bureau>>,
  filter: LedgerFilter,
) {
  const answers = await there.store.list(officer.for('oversight'), 'ledger', {
    entries: overseenEntries(filter),
  })
  return toLedgerPage(answers.entries, filter)
}

test('rei-11, zor-01: a client reads who did what in the own dossier, by name, newest first', async () => {
  const { there, client, coach, dossierId } = await bureau()
  const other = await startDossier(there, coach)
  await there.store.open(coach.for('coaching'), other, {})
  await there.store.open(coach.for('coaching'), dossierId, {})
  const { answers } = await there.store.open(client.for('self-service'), dossierId, {
    entries: ownEntries(dossierId),
    members: staffNames,
  })
  const { lines, next } = toLedgerPage(answers.entries)
  expect(next).toBeUndefined()
  const told = lines.map(({ act, subject, accountId }) => [act, subject, accountId])
  expect(told.slice(0, 4)).toEqual([
    ['opened', null, client.id],
    ['opened', null, coach.id],
    ['inserted', 'relations', null],
    ['inserted', 'clients', coach.id],
  ])
  expect(told).toContainEqual(['started', null, coach.id])
  expect(toNames(answers.members).get(coach.id)).toEqual({ name: 'Ilse Kramer', title: '' })
})

test('rei-11, zor-01: a client does not read the entries of another dossier', async () => {
  const { there, client, coach, dossierId } = await bureau()
  const other = await startDossier(there, coach)
  const { answers } = await there.store.open(client.for('self-service'), dossierId, {
    entries: ownEntries(other),
  })
  expect(answers.entries).toEqual([])
})

test('a coach reads no entries: the statement does not give them', async () => {
  const { there, coach, dossierId } = await bureau()
  const opening = there.store.open(coach.for('coaching'), dossierId, {
    entries: ownEntries(dossierId),
  })
  await expect(opening).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})

test('pages follow on each other without gap or double, also while entries are added', async () => {
  const here = await bureau()
  const { there, coach, dossierId } = here
  for (let n = 0; n < 7; n += 1) await there.store.open(coach.for('coaching'), dossierId, {})
  const { rows } = await there.owner.query<{ count: number }>(
    'select count(*) from ledger where dossier_id = $1',
    [dossierId],
  )
  const ids: number[] = []
  let before: number | undefined
  do {
    const page = await oversee(here, { limit: 3, before, reference: await referenceOf(here) })
    ids.push(...page.lines.map(({ id }) => id))
    await there.store.open(coach.for('coaching'), dossierId, {})
    before = page.next
  } while (before !== undefined)
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a))
  expect(ids).toHaveLength(Number(rows[0]?.count))
})

async function referenceOf({
  there,
  dossierId,
}: Awaited<ReturnType<typeof bureau>>): Promise<string> {
  const { rows } = await there.owner.query<{ reference: string }>(
    'select reference from dossiers where id = $1',
    [dossierId],
  )
  return rows[0]?.reference ?? ''
}

test('an officer filters by act, activity, account, dossier and day', async () => {
  const here = await bureau()
  const { there, coach, client, dossierId } = here
  await there.store.open(coach.for('coaching'), dossierId, {})
  await there.store.open(client.for('self-service'), dossierId, {})
  const reference = await referenceOf(here)
  const { rows } = await there.owner.query<{ day: string }>('select gestand.today() as day')
  const day = rows[0]?.day ?? ''
  const found = async (filter: LedgerFilter) => (await oversee(here, filter)).lines
  expect(await found({ act: 'opened' })).toHaveLength(2)
  expect(await found({ act: 'opened', activity: 'coaching' })).toMatchObject([
    { accountId: coach.id, reference },
  ])
  expect(await found({ accountId: client.id })).toHaveLength(1)
  expect(await found({ reference, act: 'started' })).toHaveLength(1)
  expect(await found({ reference: '1999-00001' })).toEqual([])
  expect((await found({ from: day, until: day })).length).toBeGreaterThan(3)
  expect(await found({ until: '2020-01-01' })).toEqual([])
  expect(await found({ from: '2999-01-01' })).toEqual([])
})

test('what the officer looked at is in the ledger too', async () => {
  const here = await bureau()
  await oversee(here, {})
  await sleep(1_200)
  const { lines } = await oversee(here, { act: 'listed' })
  expect(lines).toMatchObject([
    { subject: 'ledger', accountId: here.officer.id, activity: 'oversight' },
  ])
})
