import { expect, test } from 'vitest'
import { groupLines } from './grouping.ts'
import type { LedgerLine } from './telling.ts'

let last = 100

/** A line so many seconds ago: lines are made newest first. */
function line(secondsAgo: number, change: Partial<LedgerLine> = {}): LedgerLine {
  last -= 1
  return {
    id: last,
    at: new Date(1_790_000_000_000 - secondsAgo * 1000),
    accountId: 'coach',
    activity: 'coaching',
    act: 'opened',
    subject: null,
    dossierId: 'd1',
    item: null,
    amount: null,
    ...change,
  }
}

function counts(lines: readonly LedgerLine[], silent: readonly string[] = []): number[] {
  return groupLines(lines, silent).map(({ ids }) => ids.length)
}

test('the same within a minute is one group, whatever happened in between', () => {
  const written = line(10, { act: 'inserted', subject: 'notes' })
  expect(counts([line(0), written, line(20), line(59)])).toEqual([3, 1])
})

test('a minute later a new group begins', () => {
  expect(counts([line(0), line(60), line(61)])).toEqual([1, 2])
})

test.each([
  { accountId: 'other' },
  { activity: 'substitution' },
  { act: 'refused' },
  { subject: 'notes' },
  { dossierId: 'd2' },
  { amount: 3 },
])('entries that differ in %j are told apart', (change) => {
  expect(counts([line(0), line(1, change)])).toEqual([1, 1])
})

test('of silent tables nothing is told', () => {
  const part = line(1, { act: 'inserted', subject: 'document_contents' })
  expect(counts([line(0), part], ['document_contents'])).toEqual([1])
})
