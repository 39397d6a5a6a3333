import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { PROJECT } from '#kernel/project.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { parseStatement, type Statement } from '#statement/index.ts'
import { readStatementFolder } from '#store/statement-files.ts'
import type { Check } from './check.ts'
import { type NewestProof, type PromiseBasis, promiseStates } from './promise-state.ts'

const NOW = new Date('2026-11-23T12:00:00Z')

let statement: Statement

beforeAll(async () => {
  const folder = await readStatementFolder(join(PROJECT, 'statements', 'reintegration'))
  const parsed = parseStatement(folder)
  if (!parsed.statement) throw new Error('the example cannot be read')
  statement = parsed.statement
})

function check(name: string, keeps: readonly string[]): Check {
  return {
    name,
    keeps,
    says: { nl: `${name} klopt`, en: `${name} holds` },
    codes: { LATE: { nl: '{count} te laat', en: '{count} late' } },
    run: async () => ({ lookedAt: 1, findings: [] }),
  }
}

function proof(name: string, change: Partial<NewestProof> = {}): NewestProof {
  const ranAt = new Date(NOW.getTime() - 3_600_000)
  return { check: name, state: 'kept', lookedAt: 12, wrong: 0, ranAt, touches: [], ...change }
}

function stateOf(id: string, basis: Partial<PromiseBasis>) {
  const states = promiseStates({
    statement,
    vocabulary: VOCABULARY,
    checks: [],
    proofs: [],
    now: NOW,
    ...basis,
  })
  return states.find(({ clause }) => clause === id)
}

const shown = [check('shown', ['statement-shown']), check('published', ['statement-published'])]

test('a clause of which all checks found nothing wrong is kept, with what they looked at', () => {
  const proofs = [proof('shown'), proof('published', { lookedAt: 3 })]
  expect(stateOf('rei-03', { checks: shown, proofs })).toMatchObject({
    state: 'kept',
    unchecked: [],
    checks: [
      { name: 'shown', state: 'kept', lookedAt: 12, wrong: [] },
      { name: 'published', state: 'kept', lookedAt: 3 },
    ],
  })
})

test('one check that found something breaks the clause, and says what in words', () => {
  const broken = proof('shown', {
    state: 'broken',
    wrong: 2,
    found: [{ code: 'LATE', amount: 2, touches: [] }],
  })
  expect(stateOf('rei-03', { checks: shown, proofs: [broken, proof('published')] })).toMatchObject({
    state: 'broken',
    checks: [{ state: 'broken', wrong: [{ nl: '2 te laat', en: '2 late' }] }, { state: 'kept' }],
  })
})

test('who may not see findings is told how many there are', () => {
  const broken = proof('shown', { state: 'broken', wrong: 7 })
  const state = stateOf('rei-03', { checks: shown, proofs: [broken, proof('published')] })
  expect(state?.checks[0]?.wrong).toEqual([
    { nl: 'afwijkingen gevonden (7)', en: 'deviations found (7)' },
  ])
})

test('what touches one mechanism breaks the clauses that rest on it, and no others', () => {
  const hanging = check('hangs', ['statement-shown', 'statement-versions'])
  const proofs = [proof('hangs', { state: 'broken', wrong: 1, touches: ['statement-versions'] })]
  expect(stateOf('rei-19', { checks: [hanging], proofs })?.checks[0]?.state).toBe('broken')
  expect(stateOf('rei-03', { checks: [hanging], proofs })?.checks[0]?.state).toBe('kept')
})

test('what touches nothing that is promised breaks all that the check is about', () => {
  const hanging = check('hangs', ['statement-shown'])
  const proofs = [proof('hangs', { state: 'broken', wrong: 1, touches: ['categories.secret'] })]
  expect(stateOf('rei-03', { checks: [hanging], proofs })?.checks[0]?.state).toBe('broken')
})

test('a check that can show that something fails does not show that it works', () => {
  const breaking = { ...check('hangs', []), breaks: ['statement-shown'] }
  const kept = stateOf('rei-03', { checks: [breaking], proofs: [proof('hangs')] })
  expect(kept).toMatchObject({ state: 'no-mechanism' })
  expect(kept?.unchecked).toContain('statement-shown')
  const proofs = [proof('hangs', { state: 'broken', wrong: 1 })]
  expect(stateOf('rei-03', { checks: [breaking], proofs })?.state).toBe('broken')
})

test('a check that could not finish breaks the clause', () => {
  const failed = proof('shown', {
    state: 'broken',
    wrong: 1,
    found: [{ code: 'CHECK_FAILED', amount: 1, touches: [] }],
  })
  const state = stateOf('rei-03', { checks: shown, proofs: [failed, proof('published')] })
  expect(state?.checks[0]?.wrong[0]?.en).toBe('the check could not be carried out')
})

test('a check that did not run for 26 hours, or never, makes the clause stale', () => {
  const old = proof('shown', { ranAt: new Date(NOW.getTime() - 26.1 * 3_600_000) })
  const young = proof('shown', { ranAt: new Date(NOW.getTime() - 25.9 * 3_600_000) })
  const published = proof('published')
  expect(stateOf('rei-03', { checks: shown, proofs: [old, published] })?.state).toBe('stale')
  expect(stateOf('rei-03', { checks: shown, proofs: [young, published] })?.state).toBe('kept')
  expect(stateOf('rei-03', { checks: shown, proofs: [published] })?.state).toBe('stale')
})

test('a check that runs once a week is not stale after a day', () => {
  const weekly = { ...check('shown', ['statement-shown', 'statement-published']), everyHours: 168 }
  const old = proof('shown', { ranAt: new Date(NOW.getTime() - 100 * 3_600_000) })
  expect(stateOf('rei-03', { checks: [weekly], proofs: [old] })?.state).toBe('kept')
})

test('a clause of which one mechanism has no check is not called kept', () => {
  const [only] = shown
  if (!only) throw new Error('no check')
  expect(stateOf('rei-03', { checks: [only], proofs: [proof('shown')] })).toMatchObject({
    state: 'no-mechanism',
    unchecked: ['statement-published'],
  })
})

test('a pattern with a star keeps every mechanism of its section', () => {
  const state = stateOf('rei-01', {
    checks: [check('rights', ['relations.*', 'recipients.*'])],
    proofs: [proof('rights')],
  })
  expect(state).toMatchObject({ state: 'kept', unchecked: [] })
})

test('what people keep is organisational, and lapses when nobody reviews it in time', () => {
  expect(stateOf('rei-08', {})).toMatchObject({
    state: 'organisational',
    people: { evidence: 'paper-register', until: '2027-09-01', lapsed: false },
  })
  const later = stateOf('rei-08', { now: new Date('2027-10-01') })
  expect(later?.people?.lapsed).toBe(true)
  const reviews = new Map([['rei-08', '2027-09-15']])
  const reviewed = stateOf('rei-08', { now: new Date('2027-10-01'), reviews })
  expect(reviewed?.people).toMatchObject({ until: '2028-09-15', lapsed: false })
})

test('every clause of the statement has a state and its words in both languages', () => {
  const states = promiseStates({
    statement,
    vocabulary: VOCABULARY,
    checks: [],
    proofs: [],
    now: NOW,
  })
  expect(states.length).toBeGreaterThanOrEqual(19)
  expect(states.filter(({ text }) => text.nl === '' || text.en === '')).toEqual([])
})
