import { expect, test } from 'vitest'
import { z } from 'zod'
import { wholeNumber } from '#entry/web/pages/work/input.ts'
import { faultsOf } from './faults.ts'

test('what may stay empty says of what is filled in what is wrong with it', () => {
  const budget = z.union([z.literal(''), wholeNumber({ minimum: 0, maximum: 10 })])
  const input = z.object({ budget, party: z.union([z.literal(''), z.uuid()]) })
  const { error } = input.safeParse({ budget: '10,5', party: 'x' })
  expect(error && faultsOf(error).map(({ name, message }) => [name, message])).toMatchObject([
    ['budget', { nl: 'Vul een heel getal in van 0 tot en met 10.' }],
    ['party', { nl: 'Kies een van de mogelijkheden.' }],
  ])
  expect(input.safeParse({ budget: '', party: '' }).success).toBe(true)
})
