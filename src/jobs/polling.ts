import { setTimeout as sleep } from 'node:timers/promises'

export interface PollingOptions {
  readonly everyMs: number
  readonly onError?: (error: unknown) => void
}

/**
 * Does something every so often, one at a time, until it is stopped. What it does must be safe to
 * do in several processes.
 *
 * @param work Gets what says that it is stopped, so that long work can end before it is through.
 * @returns Stops it; resolves when what was being done is done.
 */
export function startPolling(
  work: (signal: AbortSignal) => Promise<unknown>,
  { everyMs, onError = () => undefined }: PollingOptions,
): () => Promise<void> {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await work(stopping.signal).catch((error: unknown) => onError(error))
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return () => {
    stopping.abort()
    return running
  }
}
