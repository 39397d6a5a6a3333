import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findLines, listFiles } from './files.ts'

const written = listFiles(['ts', 'tsx', 'js', 'cjs', 'sql', 'css', 'md', 'yaml', 'json']).filter(
  // This file names what it forbids; the lock is a machine's.
  ({ path }) => path !== 'tests/tidy/words.test.ts' && path !== 'package-lock.json',
)
const code = written.filter(({ path }) => /\.(ts|tsx|js|cjs|sql)$/.test(path))

test('nothing is left for later in the code', () => {
  const later = /\b(TODO|FIXME|XXX|HACK)\b|not implemented|coming soon/i
  expect(code.flatMap((file) => findLines(file, (line) => later.test(line)))).toEqual([])
})

test('no test is skipped or runs alone', () => {
  const skipped = /\b(test|it|describe)\.(skip|only|todo|fixme)\b/
  expect(code.flatMap((file) => findLines(file, (line) => skipped.test(line)))).toEqual([])
})

test('a check is switched off for one line only, with the reason beside it', () => {
  const off = /(oxlint|eslint|biome|knip)-(disable|ignore)|@ts-(ignore|expect-error|nocheck)/
  const reasoned = /(oxlint-disable-next-line \S+|@ts-expect-error) -- \S/
  const bare = code.flatMap((file) =>
    findLines(file, (line) => off.test(line) && !reasoned.test(line)),
  )
  expect(bare).toEqual([])
})

test('nothing refers to the machine it was written on', () => {
  const machine =
    /(^|[\s'"`(])(\/work\/|\/root\/|\/home\/[a-z]|\/Users\/|C:\\)|registry\.npmjs|npmmirror|verdaccio|artifactory/
  expect(written.flatMap((file) => findLines(file, (line) => machine.test(line)))).toEqual([])
})

test('the lock takes packages from no particular host', () => {
  const lock = readFileSync('package-lock.json', 'utf8')
  const hosts = [...lock.matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)].map(([, host]) => host)
  expect(hosts.filter((host) => host !== 'https://registry.npmjs.org')).toEqual([])
})
