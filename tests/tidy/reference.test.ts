import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listFiles } from './files.ts'

test('the pages of the reference are what the code says', () => {
  const args = ['scripts/reference.ts', '--check']
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('every variable that the code reads is described, and no other', () => {
  const VARIABLE = /\b(GESTAND_[A-Z_]+|DATABASE_URL)\b/g
  const code = listFiles(['ts', 'tsx']).filter(
    ({ path }) => path.startsWith('src/entry/') && !path.endsWith('.test.ts'),
  )
  const read = new Set(code.flatMap(({ text }) => text.match(VARIABLE) ?? []))
  const [table = ''] = /(?:^\|.*\n)+/m.exec(readFileSync('docs/configuration.md', 'utf8')) ?? []
  const described = new Set(
    table.split('\n').flatMap((line) => line.split('|')[1]?.match(VARIABLE) ?? []),
  )
  expect([...described].toSorted()).toEqual([...read].toSorted())
})
