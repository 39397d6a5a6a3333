import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { type RunningServer, startServer, useServer } from './server.ts'

const settings = { fsync: 'off', shared_buffers: '16MB' }

async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'gestand-server-'))
  await chmod(directory, 0o755)
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

async function start(directory: string): Promise<RunningServer> {
  const server = await startServer({ directory, settings })
  onTestFinished(() => server.stop())
  return server
}

async function ask(server: RunningServer, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url() })
  // A killed server ends the connection, which is what the test wants.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows }: { rows: unknown[] } = await client.query(statement)
    return rows
  } finally {
    await client.end()
  }
}

async function readPostmasterPid(directory: string): Promise<number> {
  const lock = await readFile(join(directory, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')
  return Number(lock.split('\n')[0])
}

async function renameLockHolder(directory: string, pid: number): Promise<void> {
  const path = join(directory, 'postgres', 'cluster', 'postmaster.pid')
  const lines = (await readFile(path, 'utf8')).split('\n')
  await writeFile(path, [pid, ...lines.slice(1)].join('\n'))
}

/** Starts a server from a process of its own, which can then be killed. */
async function startElsewhere(directory: string): Promise<{ pid: number; kill(): Promise<void> }> {
  const program = `
    const { startServer } = await import(process.argv[1])
    await startServer(JSON.parse(process.argv[2]))
    console.log('started')
    setInterval(() => {}, 1000)`
  const module = new URL('server.ts', import.meta.url).href
  const options = JSON.stringify({ directory, settings })
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, module, options])
  await once(child.stdout, 'data')
  return {
    pid: z.number().parse(child.pid),
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

test('a second start finds the data of the first', async () => {
  const directory = await emptyDirectory()
  const first = await start(directory)
  await ask(first, 'create table marks as select 1 as mark')
  await first.stop()
  const second = await start(directory)
  expect(await ask(second, 'select mark from marks')).toEqual([{ mark: 1 }])
  expect(second.url()).toBe(first.url())
})

test('the server speaks UTF-8, keeps Dutch time and commits durably', async () => {
  const server = await start(await emptyDirectory())
  const [row] = await ask(
    server,
    `select current_setting('server_encoding') as encoding, current_setting('timezone') as timezone,
      current_setting('synchronous_commit') as durable, upper('é') as upper`,
  )
  expect(row).toEqual({ encoding: 'UTF8', timezone: 'Europe/Amsterdam', durable: 'on', upper: 'É' })
})

test('only who knows the password gets in', async () => {
  const directory = await emptyDirectory()
  const server = await start(directory)
  const { mode } = await stat(join(directory, 'postgres', 'password'))
  expect(mode & 0o777).toBe(0o600)
  const guessed = { ...server, url: () => server.url().replace(/:[^:@]+@/, ':guess@') }
  await expect(ask(guessed, 'select 1')).rejects.toThrow('password authentication failed')
})

test('a killed postmaster does not block the next start', async () => {
  const directory = await emptyDirectory()
  const killed = await start(directory)
  await ask(killed, 'create table marks as select 1 as mark')
  process.kill(await readPostmasterPid(directory), 'SIGKILL')
  await killed.stop()
  expect(await ask(await start(directory), 'select mark from marks')).toEqual([{ mark: 1 }])
})

test('a killed application does not block the next start', async () => {
  const directory = await emptyDirectory()
  const elsewhere = await startElsewhere(directory)
  const left = await readPostmasterPid(directory)
  await elsewhere.kill()
  expect(await readPostmasterPid(directory)).toBe(left)
  const server = await start(directory)
  expect(await readPostmasterPid(directory)).not.toBe(left)
  expect(await ask(server, 'select 1 as mark')).toEqual([{ mark: 1 }])
})

test('a lock file that names another program does not block the next start', async () => {
  const directory = await emptyDirectory()
  const elsewhere = await startElsewhere(directory)
  await elsewhere.kill()
  process.kill(await readPostmasterPid(directory), 'SIGKILL')
  await renameLockHolder(directory, process.pid)
  expect(await ask(await start(directory), 'select 1 as mark')).toEqual([{ mark: 1 }])
})

test('a server that a living application runs is joined, never taken', async () => {
  const directory = await emptyDirectory()
  const elsewhere = await startElsewhere(directory)
  await expect(startServer({ directory, settings })).rejects.toMatchObject({
    code: 'SERVER_IN_USE',
    details: { process: elsewhere.pid },
  })
  const joined = await useServer({ directory, settings })
  await joined.stop()
  expect(await ask(joined, 'select 1 as mark')).toEqual([{ mark: 1 }])
  await elsewhere.kill()
  await (await start(directory)).stop()
})

test('a setting that PostgreSQL refuses is told at once', async () => {
  const directory = await emptyDirectory()
  const wrong = { ...settings, max_connections: 'many' }
  await expect(startServer({ directory, settings: wrong })).rejects.toMatchObject({
    code: 'SERVER_FAILED',
  })
  await start(directory)
})
