import { expect, test } from 'vitest'
import { AppError } from '#kernel/error.ts'
import { describeKind, forEach } from './job.ts'

test('where it fails for one organisation the others still get theirs', async () => {
  const [done, told]: [string[], string[]] = [[], []]
  const work = async (organisation: string): Promise<void> => {
    if (organisation === 'second') throw new Error('Sam Bakker, 1980-01-01')
    done.push(organisation)
  }
  const all = forEach(['first', 'second', 'third'], work, (line) => told.push(line))
  await expect(all).rejects.toMatchObject({ code: 'JOB_FAILED', details: { failed: 1 } })
  expect(done).toEqual(['first', 'third'])
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/^for second: Error at .*job\.test\.ts/)
})

test('where all goes well nothing is told', async () => {
  const told: string[] = []
  await forEach(
    ['first'],
    async () => undefined,
    (line) => told.push(line),
  )
  expect(told).toEqual([])
})

test('an error is described by its kind and place, never by what it says', () => {
  const quoting = Object.assign(new Error('Key (email)=(sam@example.org) exists'), {
    code: '23505',
  })
  expect(describeKind(quoting)).toMatch(/^Error 23505 at /)
  expect(describeKind(quoting)).not.toContain('sam@')
  expect(describeKind(new AppError('LEDGER_BROKEN', { checkpoint: 3 }))).toBe('LEDGER_BROKEN')
  expect(describeKind('sam@example.org')).toBe('string')
})
