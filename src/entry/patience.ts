import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for something, but no longer than this; what it fails with is passed on. */
export async function atMost(limitMs: number, waitedFor: Promise<unknown>): Promise<void> {
  const enough = new AbortController()
  try {
    await Promise.race([waitedFor, sleep(limitMs, undefined, { signal: enough.signal })])
  } finally {
    enough.abort()
  }
}
