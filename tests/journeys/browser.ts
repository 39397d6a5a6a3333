import { mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  chromium,
  expect,
  type Page,
  test as base,
} from '@playwright/test'

/** What a page must pass: WCAG 2.2 at levels A and AA, and the practices that axe advises. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Starts the browser that lies in an npm package, so that no browser need be installed. Unpacking
 * it takes seconds once and nothing after. It gets a folder of its own, because it takes whatever
 * is called `chromium` in the folder for temporary files. The package's own arguments are for
 * another kind of machine.
 */
async function launchBrowser(): Promise<Browser> {
  const folder = join(tmpdir(), `gestand-browser-${userInfo().uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return chromium.launch({
    executablePath: await unpackBrowser(folder),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    env: { ...process.env, TMPDIR: folder },
  })
}

async function unpackBrowser(folder: string): Promise<string> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** Playwright's `test` in this browser. */
export const test = base.extend<object, { browser: Browser }>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what is needed.
    async ({}, use) => {
      const browser = await launchBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

/** Fails when axe finds anything on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Without frames of others nothing is gained by its way for those, which takes twice as long.
  const axe = new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true)
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, target: target.join(' '), failureSummary })),
  )
  expect(found).toEqual([])
}

export { type Browser, type BrowserContext, expect, type Page }
