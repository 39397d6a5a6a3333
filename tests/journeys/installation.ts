import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DEMO_PASSWORD, demoCode } from '#entry/demo/account.ts'
import { PROJECT } from '#kernel/project.ts'
import { asOwner } from '#store/owner.ts'
import { useServer } from '#store/server.ts'
import { type BrowserContext, expect, type Page, test as inBrowser } from './browser.ts'

const START_LIMIT_MS = 120_000
const PERIOD_MS = 30_000
const DAY_MS = 86_400_000
const SIGNAL_MS = 100

/** A session that somebody has in another browser, and the page it began with. */
interface Session {
  readonly cookies: Awaited<ReturnType<BrowserContext['cookies']>>
  readonly start: string
}

/**
 * The product as a newcomer has it: `npm start` in a folder of its own, with the demonstration in
 * it.
 */
export class Installation {
  readonly url: string
  readonly #environment: NodeJS.ProcessEnv
  readonly #server: ChildProcess
  readonly #used = new Map<string, number>()
  readonly #sessions = new Map<string, Session>()
  #aheadMs = 0

  constructor(url: string, environment: NodeJS.ProcessEnv, server: ChildProcess) {
    this.url = url
    this.#environment = environment
    this.#server = server
  }

  /** Runs a command of `gestand` on it, as `npm run gestand` does. */
  async command(
    ...args: readonly string[]
  ): Promise<{ readonly code: number; readonly printed: string }> {
    const run = promisify(execFile)
    const main = join(PROJECT, 'src/entry/cli/main.ts')
    try {
      const { stdout } = await run(process.execPath, [main, ...args], { env: this.#environment })
      return { code: 0, printed: stdout }
    } catch (error) {
      if (!(error instanceof Error) || !('stdout' in error)) throw error
      const printed = ['stdout', 'stderr'].map((stream) => String(Reflect.get(error, stream)))
      return { code: 'code' in error ? Number(error.code) : 1, printed: printed.join('\n') }
    }
  }

  /**
   * Signs somebody in, with a code when the person has a second step; or goes on with the session
   * of before, as long as that holds.
   *
   * @param codeAt Makes a code of a moment, for who is not of the demonstration.
   */
  async signIn(page: Page, email: string, codeAt = demoCode): Promise<void> {
    if (await this.#goOn(page, email)) return
    await page.goto(`${this.url}/inloggen`)
    await page.getByLabel('E-mailadres').fill(email)
    const password = page.getByLabel('Wachtwoord', { exact: true })
    await password.fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Inloggen' }).click()
    await expect(password).toBeHidden()
    await page.waitForLoadState()
    const code = page.getByLabel('Code', { exact: true })
    if (await code.isVisible()) {
      await code.fill(await this.freshCode(email, codeAt))
      await page.getByRole('button', { name: 'Verder' }).click()
      await expect(code).toBeHidden()
      await page.waitForLoadState()
    }
    this.#sessions.set(email, { cookies: await page.context().cookies(), start: page.url() })
  }

  /** A code counts once: whoever signs in again and again waits for the next each time. */
  async #goOn(page: Page, email: string): Promise<boolean> {
    const session = this.#sessions.get(email)
    if (!session) return false
    await page.context().addCookies(session.cookies)
    await page.goto(session.start)
    return page.url() === session.start
  }

  /** Runs SQL as the owner, by hand as it were. */
  async sql(text: string): Promise<Record<string, unknown>[]> {
    const server = await useServer({ directory: this.#environment['GESTAND_DATA'] ?? '' })
    return asOwner(server.url('gestand'), async (owner) => {
      const { rows } = await owner.query<Record<string, unknown>>(text)
      return rows
    })
  }

  /**
   * Moves the clock on by a number of days, for the database, the pages and the commands: what is
   * asked, sent or swept from now on happens then. Sessions end as they would have.
   */
  async later(days: number): Promise<void> {
    this.#aheadMs += days * DAY_MS
    await writeFile(aheadFile(this.#environment), String(this.#aheadMs))
    // Days would be those of the calendar, of which two a year do not have 24 hours.
    const ahead = `interval '${this.#aheadMs / 1_000} seconds'`
    // Both are taken into the plan of whatever calls them. PostgreSQL does not expect them to
    // change: a change of schemas makes it plan everything again.
    await this.sql(`
      create or replace function pg_catalog.now() returns timestamptz
        language sql stable parallel safe return transaction_timestamp() + ${ahead};
      create or replace function pg_catalog.clock_timestamp() returns timestamptz
        language sql volatile parallel safe return statement_timestamp() + ${ahead};
      create schema plans_anew;
      drop schema plans_anew`)
    this.#server.kill('SIGUSR2')
    await new Promise((resolve) => setTimeout(resolve, SIGNAL_MS))
  }

  /** The day it is there: ISO, by the clock in the Netherlands. */
  today(days = 0): string {
    const now = new Date(Date.now() + this.#aheadMs + days * DAY_MS)
    return now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })
  }

  async stop(): Promise<void> {
    const ended = once(this.#server, 'exit')
    this.#server.kill('SIGTERM')
    await ended
  }

  /**
   * A code counts once for an account: whoever needs another waits for the next, which a clock that
   * was moved before does at once.
   */
  async freshCode(email: string, codeAt = demoCode): Promise<string> {
    const now = (): number => Date.now() + this.#aheadMs
    const used = this.#used.get(email) ?? 0
    while (Math.floor(now() / PERIOD_MS) <= used) {
      if (this.#aheadMs > 0) await this.later(PERIOD_MS / DAY_MS)
      else await new Promise((resolve) => setTimeout(resolve, 500))
    }
    this.#used.set(email, Math.floor(now() / PERIOD_MS))
    return codeAt(now())
  }
}

/** Playwright's `test` with an installation that all tests of a file share. */
export const test = inBrowser.extend<object, { installation: Installation }>({
  installation: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what is needed.
    async ({}, use) => {
      const directory = await mkdtemp(join(tmpdir(), 'gestand-journey-'))
      await chmod(directory, 0o755)
      const installation = await start(directory)
      await use(installation)
      await installation.stop()
      await rm(directory, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: START_LIMIT_MS + 30_000 },
  ],
})

export { expect }

async function start(directory: string): Promise<Installation> {
  const port = await freePort()
  const environment = {
    ...process.env,
    GESTAND_DATA: directory,
    GESTAND_PORT: String(port),
    DATABASE_URL: '',
    GESTAND_AHEAD_FILE: join(directory, 'ahead'),
    NODE_OPTIONS: `--import ${join(PROJECT, 'tests/journeys/ahead.ts')}`,
  }
  await writeFile(aheadFile(environment), '0')
  const server = spawn(
    process.execPath,
    ['--import', './scripts/prepare-node.js', 'scripts/start.js'],
    {
      cwd: PROJECT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let told = ''
  const ready = Promise.withResolvers<void>()
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (text: Buffer) => {
      told += text.toString()
      if (told.includes('Gestand is at')) ready.resolve()
    })
  }
  server.once('exit', () => ready.reject(new Error(`the server ended: ${told}`)))
  const limit = setTimeout(
    () => ready.reject(new Error(`no server in time: ${told}`)),
    START_LIMIT_MS,
  )
  await ready.promise
  clearTimeout(limit)
  return new Installation(`http://localhost:${port}`, environment, server)
}

function aheadFile({ GESTAND_AHEAD_FILE: file = '' }: NodeJS.ProcessEnv): string {
  return file
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
