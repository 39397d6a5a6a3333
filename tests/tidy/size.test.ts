import { expect, test } from 'vitest'
import { findLines, listFiles } from './files.ts'

const LINES_MAX = 300
const COLUMNS_MAX = 100
/** Texts that people read stand on one line, and the formatter cannot break them. */
const LONG_STRING = /(['"`])(?:(?!\1).){60,}\1|\S{60,}|^ *(comment on .*)?\$\$/
/** What a program writes, a program reads. */
const GENERATED = /^\/\/ Generated /

const files = listFiles(['ts', 'tsx', 'js', 'cjs', 'sql', 'css']).filter(
  ({ text }) => !GENERATED.test(text),
)

test.each([
  ['ts', 100],
  ['tsx', 5],
  ['sql', 3],
  ['md', 10],
])('the checks of style see the files that end in %s', (extension, atLeast) => {
  expect(listFiles([extension]).length).toBeGreaterThanOrEqual(atLeast)
})

test('no file is longer than 300 lines', () => {
  const long = files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LINES_MAX)
  expect(long).toEqual([])
})

test('no line is longer than 100 columns, save for a text that cannot be broken', () => {
  const long = files.flatMap((file) =>
    findLines(file, (line) => line.length > COLUMNS_MAX && !LONG_STRING.test(line)),
  )
  expect(long).toEqual([])
})
