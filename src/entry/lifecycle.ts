/** Ends something that was started; called once. */
export type Stop = () => Promise<void> | void

export interface Lifecycle {
  /** What was started last is stopped first. After the end has begun it is stopped at once. */
  add(stop: Stop): void
  /** Resolves when everything was stopped after a signal or a call of `end`. */
  readonly ended: Promise<void>
  /** Begins the end, as a signal does. */
  end(): void
  /** Whether the end has begun: what fails from then on fails because of it. */
  isEnding(): boolean
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const LIMIT_MS = 10_000
const PARENT_POLL_MS = 500

/**
 * Runs until SIGINT, SIGTERM or SIGHUP, and then stops what was added, in reverse order. A stop
 * that fails does not keep the others from it: the process then exits with 1. So it does when
 * stopping takes more than 10 seconds. Further signals change nothing: after one Ctrl-C a process
 * gets two, one from the terminal and one from npm.
 *
 * Under npm the end of the parent is a signal too: npm passes SIGTERM on to a shell, and the shell
 * dies without passing it on.
 */
export function untilStopped(limitMs: number = LIMIT_MS): Lifecycle {
  const stops: Stop[] = []
  const begun = Promise.withResolvers<void>()
  let ending = false

  const end = (): void => {
    if (ending) return
    ending = true
    const timer = setTimeout(() => process.exit(1), limitMs)
    timer.unref()
    void stopAll(stops).then(() => {
      clearTimeout(timer)
      begun.resolve()
    })
  }
  for (const signal of SIGNALS) process.on(signal, end)
  if (process.env['npm_lifecycle_event']) whenOrphaned(end)

  return {
    add: (stop) => {
      stops.push(stop)
      if (ending) void stopAll(stops)
    },
    ended: begun.promise,
    end,
    isEnding: () => ending,
  }
}

function whenOrphaned(act: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    act()
  }, PARENT_POLL_MS)
  timer.unref()
}

async function stopAll(stops: Stop[]): Promise<void> {
  for (let stop = stops.pop(); stop; stop = stops.pop()) {
    try {
      await stop()
    } catch (error) {
      process.exitCode = 1
      process.stderr.write(`stopping failed: ${String(error)}\n`)
    }
  }
}
