import type { BenchInstallation } from './installation.ts'
import { bundlePages, startPages } from './page-process.ts'
import { REGISTER } from './register.ts'
import type { Measurement } from './report.ts'
import { type Effort, measure, median, randomFrom } from './rounds.ts'

const IN_FLIGHT = 64
const CHECKS_GOAL = 2_000

/** The check page as a stranger gets it, over http: of numbers that are valid. */
export async function measureCheckPage(
  installation: BenchInstallation,
  numbers: readonly string[],
  { effort, seed }: { readonly effort: Effort; readonly seed: number },
): Promise<Measurement[]> {
  await bundlePages()
  const server = await startPages(installation, { enforced: true, cookie: 'taal=nl' })
  try {
    const page = async (number: string): Promise<string> =>
      (await server.client.get(`/uitgevers/${REGISTER}/diploma/${number}`)).toString()
    let asked = 0
    const ask = async (random: () => number): Promise<void> => {
      await server.client.get(
        `/uitgevers/${REGISTER}/diploma/${numbers[Math.floor(random() * numbers.length)]}`,
      )
      asked += 1
    }
    const random = randomFrom(seed)
    await measure(ask, { inFlight: IN_FLIGHT, forMs: effort.warmUpMs, random })
    const [before, first] = [await server.cpuMs(), asked]
    const speeds: number[] = []
    for (let round = 0; round < effort.rounds; round += 1) {
      speeds.push(await measure(ask, { inFlight: IN_FLIGHT, forMs: effort.roundMs, random }))
    }
    const perPageMs = ((await server.cpuMs()) - before) / (asked - first)
    const [good, unknown] = [await page(numbers[0] ?? ''), await page('000000018')]
    const correct = good.includes('is geldig') && unknown.includes('kennen wij niet')
    const verdict = correct ? 'one is valid, one unknown' : 'another answer'
    return [
      {
        name: `check page over http, ${IN_FLIGHT} in flight`,
        unit: 'pages/s',
        value: Math.round(median(speeds)),
        atLeast: CHECKS_GOAL,
        correct,
        verdict: `${verdict}; whoever asks shares the machine`,
      },
      {
        name: 'check page, for a second of the processor of the server',
        unit: 'pages',
        value: Math.round(1_000 / perPageMs),
        atLeast: CHECKS_GOAL,
        correct,
        verdict: `${perPageMs.toFixed(2)} ms a page`,
      },
    ]
  } finally {
    await server.stop()
  }
}
