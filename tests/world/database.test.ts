import pg from 'pg'
import { expect, test } from 'vitest'
import { createDatabase } from './database.ts'

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows }: { rows: unknown[] } = await client.query(statement)
    return rows
  } finally {
    await client.end()
  }
}

test('each test has a database of its own', async () => {
  const [one, other] = await Promise.all([createDatabase(), createDatabase()])
  await ask(one.url, 'create table marks as select 1 as mark')
  expect(await ask(one.url, 'select mark from marks')).toEqual([{ mark: 1 }])
  await expect(ask(other.url, 'select mark from marks')).rejects.toThrow('does not exist')
  await Promise.all([one.drop(), other.drop()])
})

test('a dropped database is gone', async () => {
  const database = await createDatabase()
  await database.drop()
  await expect(ask(database.url, 'select 1')).rejects.toThrow('does not exist')
})
