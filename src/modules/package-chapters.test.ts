import { expect, test } from 'vitest'
import type { TableEntry } from '#statement/catalogue.ts'
import { readWholeCatalogue } from './catalogue.ts'
import { PACKAGE_CHAPTERS } from './package-chapters.ts'
import { PACKAGE_WORDS } from './package-words.ts'

test('each table of a package stands in one chapter, and no chapter names another', async () => {
  const { tables } = await readWholeCatalogue()
  const packed = tables.filter(isPacked).map(({ name }) => name)
  const told = PACKAGE_CHAPTERS.flatMap(({ tables: names }) => names)
  expect(told.toSorted()).toEqual([...new Set(told)].toSorted())
  expect(packed.filter((name) => !told.includes(name))).toEqual([])
  const known = new Set([...tables.map(({ name }) => name), ...OF_ACCOUNTS])
  expect(told.filter((name) => !known.has(name))).toEqual([])
})

test('each table and column that people read in a package has a word', async () => {
  const { tables } = await readWholeCatalogue()
  const unnamed = tables.filter(isPacked).flatMap(({ name, columns }) => [
    ...(PACKAGE_WORDS.tables[name] ? [] : [name]),
    ...columns
      .filter((column) => !TECHNICAL.test(column.name) && column.fileOf === undefined)
      .filter((column) => !PACKAGE_WORDS.columns[column.name])
      .map((column) => `${name}.${column.name}`),
  ])
  expect(unnamed).toEqual([])
})

/** Identifiers and digests are left out, and the ledger is told in sentences. */
const TECHNICAL = /^(id|xid|at)$|_id$|digest|hash/

function isPacked({ belongs, columns }: TableEntry): boolean {
  return belongs === 'dossiers' || columns.some(({ subject }) => subject !== undefined)
}

/** What the installation holds on an account, which is in no catalogue. */
const OF_ACCOUNTS = [
  'accounts',
  'sessions',
  'sign_ins',
  'passwords',
  'second_factors',
  'second_factor_setups',
  'recovery_codes',
  'recoveries',
  'email_changes',
  'mails',
]
