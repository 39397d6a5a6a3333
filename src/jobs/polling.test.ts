import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startPolling } from './polling.ts'

test('it is done again and again, one at a time, until it is stopped', async () => {
  let now = 0
  let most = 0
  let times = 0
  const stop = startPolling(
    async () => {
      now += 1
      most = Math.max(most, now)
      await sleep(5)
      now -= 1
      times += 1
    },
    { everyMs: 1 },
  )
  await expect.poll(() => times).toBeGreaterThan(3)
  await stop()
  const done = times
  await sleep(30)
  expect({ most, now, after: times - done }).toEqual({ most: 1, now: 0, after: 0 })
})

test('stopping waits for what is being done', async () => {
  const steps: string[] = []
  const stop = startPolling(
    async () => {
      steps.push('begun')
      await sleep(50)
      steps.push('done')
    },
    { everyMs: 60_000 },
  )
  await stop()
  expect(steps).toEqual(['begun', 'done'])
})

test('a failure is told, and the next time comes', async () => {
  const errors: unknown[] = []
  const stop = startPolling(() => Promise.reject(new Error('not now')), {
    everyMs: 1,
    onError: (error) => errors.push(error),
  })
  await expect.poll(() => errors.length).toBeGreaterThan(1)
  await stop()
})
