import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { gestand, type Program, startProgram, type Variables } from '#world/command.ts'
import { emptyDirectory } from '#world/own-server.ts'

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['scripts/build.ts'])
}, 60_000)

const KEY = randomBytes(32).toString('base64')

/** Production on a server of its own, where nobody made an organisation yet. */
async function production(): Promise<Variables> {
  return {
    GESTAND_MODE: 'production',
    GESTAND_DATA: await emptyDirectory(),
    GESTAND_PORT: '0',
    GESTAND_PUBLIC_URL: 'http://localhost:0',
    GESTAND_MASTER_KEY: KEY,
    GESTAND_SMTP_URL: 'smtp://127.0.0.1:9',
    GESTAND_MAIL_FROM: 'Bureau De Brug <post@example.org>',
  }
}

interface Running extends Program {
  readonly address: string
}

/** Starts the server, and waits until it says where it is. */
async function start(variables: Variables): Promise<Running> {
  const program = startProgram('dist/main.js', [], variables)
  const { stdout } = program.child
  if (!stdout) throw new Error('the output of the program cannot be read')
  let said = ''
  for (;;) {
    const [chunk] = await Promise.race([
      once(stdout, 'data').then(([data]) => [String(data)]),
      program.ended.then(({ errors }) => {
        throw new Error(`it ended: ${errors}`)
      }),
    ])
    said += chunk
    const address = /Gestand is at (\S+)/.exec(said)?.[1]
    if (address !== undefined) return { ...program, address }
  }
}

/** The process of PostgreSQL in a data directory. */
async function postmaster(data: string): Promise<number> {
  const lock = await readFile(join(data, 'postgres/cluster/postmaster.pid'), 'utf8')
  return Number(lock.split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('production without an organisation says what to do, and serves one as soon as it is made', async () => {
  const variables = await production()
  const running = await start(variables)
  const before = await fetch(running.address, { headers: { 'accept-language': 'en' } })
  expect(before.status).toBe(503)
  expect(before.headers.get('retry-after')).toBe('5')
  expect(await before.text()).toContain('There is no organisation yet')
  const applied = await gestand(['apply', 'statements/reintegration'], variables)
  expect(applied).toMatchObject({ code: 0, errors: '' })
  const status = async (): Promise<number> => (await fetch(running.address)).status
  await expect.poll(status, { timeout: 8_000 }).toBe(200)
  const data = variables['GESTAND_DATA'] ?? ''
  const database = await postmaster(data)
  running.child.kill('SIGTERM')
  const { code, output, errors } = await running.ended
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  expect(output).toContain('account invite')
  expect(isAlive(database)).toBe(false)
}, 40_000)

test('a second start says that the first runs; after a kill the next one starts', async () => {
  const variables = await production()
  const first = await start(variables)
  const second = await startProgram('dist/main.js', [], variables).ended
  expect(second.errors).toContain('runs already')
  expect(second.code).toBe(1)
  expect((await fetch(first.address)).status).toBe(503)
  first.child.kill('SIGKILL')
  await first.ended
  const third = await start(variables)
  expect((await fetch(third.address)).status).toBe(503)
  third.child.kill('SIGINT')
  expect(await third.ended).toMatchObject({ code: 0, errors: '' })
}, 40_000)

test('without its database it ends and says so, for whoever watches it to start it again', async () => {
  const variables = await production()
  const running = await start(variables)
  process.kill(await postmaster(String(variables['GESTAND_DATA'])), 'SIGKILL')
  const { code, errors } = await running.ended
  expect(errors).toContain('PostgreSQL ended by itself')
  expect(code).toBe(1)
}, 40_000)

test('what stands in the way is told in a line, with what to do', async () => {
  const variables = await production()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = z.object({ port: z.number() }).parse(other.address())
  const file = join(variables['GESTAND_DATA'] ?? '', 'file')
  await writeFile(file, '')
  const tries: [Variables, RegExp][] = [
    [{ ...variables, GESTAND_PORT: String(port) }, /another program listens on .*GESTAND_PORT/],
    [{ ...variables, GESTAND_DATA: file }, /is no directory.*GESTAND_DATA/],
    [{ ...variables, DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }, /no PostgreSQL answers on/],
    [{ ...variables, GESTAND_MASTER_KEY: '' }, /^GESTAND_MASTER_KEY is missing/],
  ]
  for (const [wrong, says] of tries) {
    const { code, errors } = await startProgram('dist/main.js', [], wrong).ended
    expect(code).toBe(1)
    expect(errors).toMatch(says)
    expect(errors.trim().split('\n')).toHaveLength(1)
  }
  other.close()
}, 40_000)

test('a demonstration is refused as production, and cut off at any moment it stops', async () => {
  const variables = await production()
  const { GESTAND_DATA: data = '' } = variables
  const demo = { GESTAND_DATA: data, GESTAND_PORT: '0', GESTAND_MASTER_KEY: KEY }
  const seeding = startProgram('dist/main.js', [], demo)
  const { stdout } = seeding.child
  if (stdout) while (!String((await once(stdout, 'data'))[0]).includes('example')) continue
  seeding.child.kill('SIGTERM')
  expect(await seeding.ended).toMatchObject({ code: 0, errors: '' })
  const refused = await startProgram('dist/main.js', [], variables).ended
  expect(refused.errors).toContain('demonstration')
  expect(refused.code).toBe(1)
}, 40_000)
