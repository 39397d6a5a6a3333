import { expect, test } from 'vitest'
import { PROBLEM_CODES, type ProblemCode, problem } from './problem.ts'

test('every problem is told in whole sentences in both languages', () => {
  for (const code of PROBLEM_CODES) {
    // The list holds the codes and nothing else.
    const { says } = problem(code as ProblemCode, { otherLine: 7 })
    for (const text of [says.nl, says.en]) {
      expect(text, code).toMatch(/^\p{Lu}[^{}]+[.?]$/u)
    }
    expect(says.nl, code).not.toBe(says.en)
  }
})
