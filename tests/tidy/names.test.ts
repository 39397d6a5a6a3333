import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { findLines, listFiles } from './files.ts'

/** Names that say nothing, and so gather everything. */
const SAYS_NOTHING = /^(utils?|helpers?|types?|misc|common|shared|lib|stuff)(\.|$)/

const modules = listFiles(['ts', 'tsx'])

test('a file or folder is named after what is in it', () => {
  const parts = modules.map(({ path }) => path.split('/'))
  const wrong = parts.filter((names) => names.some((name) => SAYS_NOTHING.test(name)))
  expect(wrong.map((names) => names.join('/'))).toEqual([])
})

test('only an index.ts hands on what another file exports', () => {
  const handed = modules
    .filter(({ path }) => basename(path) !== 'index.ts')
    .flatMap((file) => findLines(file, (line) => /^export (type )?(\{.*\}|\*.*) from /.test(line)))
  expect(handed).toEqual([])
})

test('imports point down by name, never up by dots', () => {
  const upward = modules.flatMap((file) =>
    findLines(file, (line) => /(from|import\()\s*'\.\.\//.test(line)),
  )
  expect(upward).toEqual([])
})

test('each migration has a number of its own, which tells its place', () => {
  for (const folder of globSync('database/*')) {
    const numbers = globSync(`${folder}/*.sql`).map((path) => /^\d{4}_/.exec(basename(path))?.[0])
    expect(numbers, folder).not.toContain(undefined)
    expect(new Set(numbers).size, folder).toBe(numbers.length)
  }
})

test('SQL is written in lower case', () => {
  const shouted =
    /^\s*(CREATE|ALTER|SELECT|INSERT|UPDATE|DELETE|GRANT|REVOKE|DROP|COMMENT|BEGIN|END|RETURN)\b/
  const found = listFiles(['sql']).flatMap((file) => findLines(file, (line) => shouted.test(line)))
  expect(found).toEqual([])
})
