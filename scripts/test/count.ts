import { readFileSync } from 'node:fs'
import { z } from 'zod'

export interface Count {
  readonly passed: number
  readonly failed: number
}

const VITEST = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
const PLAYWRIGHT = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number() }),
})

export function readVitestCount(file: string): Count | undefined {
  const report = VITEST.safeParse(readReport(file))
  if (!report.success) return undefined
  return { passed: report.data.numPassedTests, failed: report.data.numFailedTests }
}

/**
 * A journey that passes only the second time counts as failed: somebody would meet the first time.
 */
export function readPlaywrightCount(file: string): Count | undefined {
  const report = PLAYWRIGHT.safeParse(readReport(file))
  if (!report.success) return undefined
  const { expected, flaky, unexpected } = report.data.stats
  return { passed: expected, failed: flaky + unexpected }
}

/** The report is missing when the tool did not get as far as writing it. */
function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
