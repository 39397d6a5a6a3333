import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { SERVER_VARIABLE, templateOf } from './cluster.ts'
import { WORLD_ORGANISATION } from './template.ts'

export interface TestDatabase {
  /** Address for the superuser, who owns what the migrations made. */
  readonly url: string
  /** Ends all connections to it and removes it. */
  drop(): Promise<void>
}

/** Makes a database of the test's own, a copy of the template of an organisation. */
export async function createDatabase(organisation = WORLD_ORGANISATION): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(`create database ${name} template ${templateOf(organisation)} strategy file_copy`)
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function serverUrl(): string {
  const url = process.env[SERVER_VARIABLE]
  if (!url)
    throw new Error(`${SERVER_VARIABLE} is not set: run the tests with vitest or playwright`)
  return url
}
