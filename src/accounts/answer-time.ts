import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Answers no sooner than after `ms`, also when it fails, so that how long it took tells nothing.
 */
export async function answerAfter<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const [answer] = await Promise.allSettled([work(), sleep(ms)])
  if (answer.status === 'rejected') throw answer.reason
  return answer.value
}
