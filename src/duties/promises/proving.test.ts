import { expect, test } from 'vitest'
import { AppError } from '#kernel/error.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { workerOf } from '#world/worker.ts'
import { type World, world } from '#world/world.ts'
import type { Check } from './check.ts'
import { newestFindings, newestProofs, readProofs, toProofs } from './proof.ts'
import { prove } from './proving.ts'

function check(run: Check['run'], change: Partial<Check> = {}): Check {
  const says = { nl: 'iets', en: 'something' }
  return { name: 'something', says, keeps: ['ledger'], codes: {}, run, ...change }
}

const kept = check(async () => ({ lookedAt: 5, findings: [] }))
const broken = check(async () => ({ lookedAt: 5, findings: [{ code: 'LATE', subject: 'x' }] }))

async function count({ owner }: World, table: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`select count(*) from ${table}`)
  return Number(rows[0]?.count)
}

test('what a check found is kept, with the number of things it looked at', async () => {
  const there = await world()
  const worker = workerOf(there)
  await prove(worker, there.organisation, [kept])
  await prove(worker, there.organisation, [broken])
  expect(await inProof(worker, there.organisation, readProofs)).toMatchObject([
    {
      check: 'something',
      state: 'broken',
      lookedAt: 5,
      wrong: 1,
      found: [{ code: 'LATE', amount: 1 }],
    },
  ])
  expect(await count(there, 'proofs')).toBe(2)
})

test('anyone may see whether a check found something, and only who oversees what', async () => {
  const there = await world()
  await prove(workerOf(there), there.organisation, [broken])
  const { proofs } = await there.store.publicly(there.organisation, { proofs: newestProofs })
  expect(toProofs(proofs)).toMatchObject([{ check: 'something', state: 'broken', wrong: 1 }])
  const asked = there.store.publicly(there.organisation, { findings: newestFindings })
  await expect(asked).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  const officer = await there.account('Officer', ['officer'])
  const answers = await there.store.list(officer.for('oversight'), 'promises', {
    proofs: newestProofs,
    findings: newestFindings,
  })
  expect(toProofs(answers.proofs, answers.findings)).toMatchObject([
    { found: [{ code: 'LATE', amount: 1 }] },
  ])
})

test('a check that fails counts as broken, and the others still run', async () => {
  const there = await world()
  const failing = check(() => Promise.reject(new AppError('STATEMENT_MISSING')), {
    name: 'failing',
  })
  const crashing = check(() => Promise.reject(new TypeError('secret words')), { name: 'crashing' })
  const proofs = await prove(workerOf(there), there.organisation, [failing, crashing, kept])
  expect(proofs).toMatchObject([
    { state: 'broken', findings: [{ code: 'CHECK_FAILED', subject: 'STATEMENT_MISSING' }] },
    { state: 'broken', findings: [{ code: 'CHECK_FAILED', subject: 'TypeError' }] },
    { state: 'kept' },
  ])
})

test('of many findings some are kept and all are counted', async () => {
  const there = await world()
  const findings = Array.from({ length: 900 }, (_, n) => ({ code: 'LATE', subject: String(n) }))
  const many = check(async () => ({ lookedAt: 1_000, findings }))
  const [proof] = await prove(workerOf(there), there.organisation, [many])
  expect(proof).toMatchObject({ wrong: 900 })
  expect(await count(there, 'findings')).toBe(200)
})

test('a weekly check that was kept is left till it is due, unless all are asked for', async () => {
  const there = await world()
  const worker = workerOf(there)
  const weekly = check(kept.run, { everyHours: 168 })
  expect(await prove(worker, there.organisation, [weekly])).toHaveLength(1)
  expect(await prove(worker, there.organisation, [weekly])).toHaveLength(0)
  expect(await prove(worker, there.organisation, [weekly], { all: true })).toHaveLength(1)
  await there.owner.query(`update proofs set ran_at = now() - interval '168 hours'`)
  expect(await prove(worker, there.organisation, [weekly])).toHaveLength(1)
})

test('a weekly check that was broken runs again the next time', async () => {
  const there = await world()
  const worker = workerOf(there)
  const weekly = check(broken.run, { everyHours: 168 })
  await prove(worker, there.organisation, [weekly])
  expect(await prove(worker, there.organisation, [weekly])).toHaveLength(1)
})

test('proofs go after two years, and their findings with them', async () => {
  const there = await world()
  const worker = workerOf(there)
  await prove(worker, there.organisation, [broken])
  await there.owner.query(`update proofs set ran_at = now() - interval '3 years'`)
  await prove(worker, there.organisation, [kept])
  expect(await count(there, 'proofs')).toBe(1)
  expect(await count(there, 'findings')).toBe(0)
})
