import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createServer, type ViteDevServer } from 'vite'
import type * as Assets from '#entry/web/assets.ts'
import type * as Gallery from '#entry/web/gallery.tsx'
import { expect, expectAccessible, test } from './browser.ts'

const SHEETS = ['caseload', 'dossier', 'form', 'empty', 'sign-in', 'promises', 'statement', 'parts']
const THEMES = ['ink', 'forest', 'plum', 'slate']
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; " +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

let bundler: ViteDevServer
let server: ServerType
let address: string

test.beforeAll(async () => {
  bundler = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'warn',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  })
  // Vite gives back the module at the path.
  const load = (path: string): Promise<unknown> => bundler.ssrLoadModule(path)
  const { gallery } = (await load('/src/entry/web/gallery.tsx')) as typeof Gallery
  const { serveAssets } = (await load('/src/entry/web/assets.ts')) as typeof Assets
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('content-security-policy', POLICY)
  })
  app.use(serveAssets)
  app.route('/', gallery)
  address = await new Promise((started) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      started(`http://127.0.0.1:${port}/galerij`)
    })
  })
})

test.afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  await bundler.close()
})

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const) {
  test(`axe finds nothing on any sheet, ${width} wide in ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    for (const [rank, sheet] of SHEETS.entries()) {
      await page.goto(`${address}/${sheet}?theme=${THEMES[rank % THEMES.length]}`)
      await expectAccessible(page)
    }
    expect(complaints, 'the browser complains of nothing, the policy included').toEqual([])
    await context.close()
  })
}

test('nothing is wider than a small phone, nor than a page at four times its size', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 })
  for (const sheet of SHEETS) {
    await page.goto(`${address}/${sheet}`)
    const surplus = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(surplus, sheet).toBeLessThanOrEqual(0)
  }
})

test('without a script the menu of a phone opens, and nothing is offered that needs one', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto(`${address}/parts`)
  await expect(page.getByRole('link', { name: 'Cliënt aanmelden' })).toBeHidden()
  await page.getByText('Menu', { exact: true }).click()
  await page.getByRole('link', { name: 'Cliënt aanmelden' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cliënt aanmelden')
  await page.goto(`${address}/parts`)
  await expect(page.getByRole('button', { name: 'Afdrukken' })).toHaveCount(0)
  await context.close()
})

test('with a script a menu closes by Escape, and the focus goes back to its button', async ({
  page,
}) => {
  await page.goto(`${address}/dossier`)
  const button = page.locator('summary', { hasText: 'Noor Hendriks' })
  await button.click()
  await expect(page.getByRole('button', { name: 'Uitloggen' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Uitloggen' })).toBeHidden()
  await expect(button).toBeFocused()
})

test('the first thing the keyboard reaches leads past the navigation', async ({ page }) => {
  await page.goto(`${address}/caseload`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})
