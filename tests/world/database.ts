import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { urlFor } from '#store/owner.ts'
import { organisationTemplate, type Template, WORLD_ORGANISATION } from './template.ts'

/** The environment variable that tells the tests where the server is. */
export const SERVER_VARIABLE = 'GESTAND_TEST_SERVER'

export interface TestDatabase {
  /** Address for the superuser, who owns what the migrations made. */
  readonly url: string
  /** Ends all connections to it and removes it. */
  drop(): Promise<void>
}

/** The templates that are there, by name: each is made once in a run, by whoever needs it first. */
const templates = new Map<string, Promise<string>>()

/**
 * Makes a database of the test's own, a copy of a template. By file, which takes half of what a
 * copy by pages does.
 */
export async function createDatabase(
  template = organisationTemplate(WORLD_ORGANISATION),
): Promise<TestDatabase> {
  const known = templates.get(template.name) ?? make(template)
  templates.set(template.name, known)
  // What failed once is tried anew by whoever comes next.
  const original = await known.catch((error: unknown) => {
    templates.delete(template.name)
    throw error
  })
  const name = `test_${randomBytes(8).toString('hex')}`
  const run = (statement: string): Promise<void> =>
    onServer(async (server) => void (await server.query(statement)))
  await run(`create database ${name} template ${original} strategy file_copy`)
  return {
    url: urlFor(serverUrl(), { database: name }),
    drop: () => run(`drop database if exists ${name} with (force)`),
  }
}

/** Makes a template once for all processes in which tests run: the others wait for it. */
function make({ name, fill }: Template): Promise<string> {
  const database = `gestand_template_${name}`
  return alone(async (server) => {
    const { rows } = await server.query('select from pg_database where datname = $1', [database])
    if (rows.length > 0) return database
    await server.query(`drop database if exists unfinished`)
    await server.query(`create database unfinished`)
    await fill(urlFor(serverUrl(), { database: 'unfinished' }))
    await server.query(`drop database if exists ${database}_roles`)
    await server.query(`alter database unfinished rename to ${database}_roles`)
    await server.query(`create database unfinished template ${database}_roles strategy file_copy`)
    await forgetRoles(server, 'unfinished')
    await server.query(`alter database unfinished rename to ${database}`)
    return database
  })
}

/**
 * What a role may do in a database is noted once more for the whole server, so that nobody drops
 * the role: thousands of lines, which took half of the time of a copy. One database that keeps them
 * is enough for all its copies.
 */
async function forgetRoles(server: pg.PoolClient, database: string): Promise<void> {
  await server.query(
    `begin;
     set local allow_system_table_mods = on;
     delete from pg_shdepend where dbid = (
       select oid from pg_database where datname = '${database}');
     commit`,
  )
  await server.query('vacuum pg_shdepend')
}

/** Runs `work` when no other process does the same. */
function alone<T>(work: (server: pg.PoolClient) => Promise<T>): Promise<T> {
  return onServer(async (server) => {
    await server.query(`select pg_advisory_lock(hashtext('template'))`)
    try {
      return await work(server)
    } finally {
      await server.query(`select pg_advisory_unlock(hashtext('template'))`)
    }
  })
}

let superuser: pg.Pool | undefined

/** Runs `work` on a connection of the superuser to no database of a test. */
async function onServer<T>(work: (server: pg.PoolClient) => Promise<T>): Promise<T> {
  superuser ??= openPool()
  const server = await superuser.connect()
  try {
    return await work(server)
  } finally {
    server.release()
  }
}

function openPool(): pg.Pool {
  const pool = new pg.Pool({ connectionString: serverUrl(), allowExitOnIdle: true })
  // At the end of a run the server goes before its connections.
  pool.on('error', () => undefined)
  return pool
}

function serverUrl(): string {
  const url = process.env[SERVER_VARIABLE]
  if (!url)
    throw new Error(`${SERVER_VARIABLE} is not set: run the tests with vitest or playwright`)
  return url
}
