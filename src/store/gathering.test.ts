import { expect, test } from 'vitest'
import { Gathering } from './gathering.ts'

/** A gathering whose rounds the test ends, with the questions of each. */
function rounds(): {
  readonly gathering: Gathering<number, number>
  readonly asked: (readonly number[])[]
  readonly answer: () => void
} {
  const asked: (readonly number[])[] = []
  let answer = (): void => undefined
  const gathering = new Gathering<number, number>(async (questions) => {
    asked.push(questions)
    await new Promise<void>((resolve) => (answer = resolve))
    return questions.map((question) => question * 10)
  }, 200)
  return { gathering, asked, answer: () => answer() }
}

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

test('what is asked in one moment goes together, and each gets its own answer', async () => {
  const { gathering, asked, answer } = rounds()
  const answers = Promise.all([gathering.ask(1), gathering.ask(2)])
  await later()
  answer()
  expect(await answers).toEqual([10, 20])
  expect(asked).toEqual([[1, 2]])
})

test('who comes while a round is under way goes with the next, which waits for nobody', async () => {
  const { gathering, asked, answer } = rounds()
  const first = [1, 2, 3].map((question) => gathering.ask(question))
  await later()
  void gathering.ask(4)
  void gathering.ask(5)
  await later()
  expect(asked).toEqual([[1, 2, 3]])
  answer()
  await Promise.all(first)
  expect(asked).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
})

test('whoever is alone does not wait, and a round that failed holds up none after it', async () => {
  let times = 0
  const gathering = new Gathering<number, number>(async (questions) => {
    times += 1
    if (times === 1) throw new Error('no connection')
    return questions
  }, 200)
  await expect(gathering.ask(1)).rejects.toThrow('no connection')
  expect(await gathering.ask(2)).toBe(2)
})
