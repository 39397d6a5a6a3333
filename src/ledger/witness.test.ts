import { expect, test } from 'vitest'
import {
  closeAll,
  LEDGER,
  LEDGER_ENTRIES,
  OURS,
  problemsOf,
  sourceOf,
} from '#world/memory-ledger.ts'
import { exportWitness, readWitness } from './witness.ts'

async function exported(): Promise<string> {
  return (await Array.fromAsync(exportWitness(sourceOf(LEDGER)))).join('')
}

test('a cut-off end is found by a witness, and only by it', async () => {
  const witness = readWitness(await exported())
  const cut = {
    ...LEDGER,
    entries: LEDGER_ENTRIES.slice(0, 6),
    checkpoints: LEDGER.checkpoints.slice(0, 2),
  }
  expect(await problemsOf(cut)).toEqual([])
  expect(await problemsOf(cut, { witness })).toEqual(['CHECKPOINT_LOST 3'])
})

test('a history that our own key signed twice is found by a witness, and only by it', async () => {
  const witness = readWitness(await exported())
  const told = LEDGER_ENTRIES.map((entry) => (entry.id === 5 ? { ...entry, act: 'listed' } : entry))
  const split = { ...LEDGER, entries: told, checkpoints: closeAll(told, [103n, 106n, 109n], OURS) }
  expect(await problemsOf(split)).toEqual([])
  expect(await problemsOf(split, { witness })).toEqual(['HISTORY_SPLIT 2', 'HISTORY_SPLIT 3'])
  expect(await problemsOf(LEDGER, { witness })).toEqual([])
})

test('a witness that was altered, or is of another, is refused', async () => {
  const text = await exported()
  expect(() => readWitness(text.replace('"entries":3', '"entries":2'))).toThrow(
    'WITNESS_UNREADABLE',
  )
  expect(() => readWitness('no witness')).toThrow('WITNESS_UNREADABLE')
  expect(() => readWitness('')).toThrow('WITNESS_UNREADABLE')
  const other = { ...readWitness(text), organisation: 'another' }
  await expect(problemsOf(LEDGER, { witness: other })).rejects.toMatchObject({
    code: 'WITNESS_OF_ANOTHER',
  })
})
