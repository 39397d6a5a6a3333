const began = performance.now()

/** Does a step of a long bench, and prints what it is and how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now()
  console.error(`${elapsed(began)}  ${name} …`)
  const result = await work()
  console.error(`${elapsed(began)}  ${name}: ${elapsed(since).trim()}`)
  return result
}

function elapsed(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(1).padStart(7)} s`
}
