import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listFiles } from './files.ts'

/** A Dutch text in the code, with where it stands. */
interface Said {
  readonly path: string
  readonly text: string
}

const DUTCH = /\bnl:\s*(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g
/** What fictional people write is theirs. */
const FREE = /^src\/entry\/demo\/text\//
const PRACTICE =
  /^src\/(modules\/practice\/|jobs\/mails\/summary|entry\/web\/(pages\/(work|mine)|gallery)\/)/

const said: readonly Said[] = listFiles(['ts', 'tsx'])
  .filter(({ path }) => path.startsWith('src/') && !FREE.test(path) && !/\.test\.tsx?$/.test(path))
  .flatMap(({ path, text }) =>
    [...text.matchAll(DUTCH)].map(([, plain, template]) => ({
      path,
      text: (plain ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, ''),
    })),
  )

const [, table = ''] = /## Not these[\s\S]*?\|---\|---\|---\|\n([\s\S]*)/.exec(
  readFileSync('GLOSSARY.md', 'utf8'),
) ?? [undefined, '']
const rules = table
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, word]) => word)
  .map(([, not = '', but = '', where = '']) => ({ not, but, where }))

test('the glossary names words that pages do not use', () => {
  expect(said.length).toBeGreaterThan(1_000)
  expect(rules.length).toBeGreaterThan(4)
  expect(rules.filter(({ where }) => !['everything', 'practice'].includes(where))).toEqual([])
})

test.each(rules)('pages say "$but" and not "$not"', ({ not, where }) => {
  const word = new RegExp(`(^|[^\\p{L}])${not}`, 'iu')
  const found = said.filter(
    ({ path, text }) => word.test(text) && (where === 'everything' || PRACTICE.test(path)),
  )
  expect(found).toEqual([])
})
