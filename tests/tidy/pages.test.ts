import { expect, test } from 'vitest'
import { findLines, listFiles } from './files.ts'

const pages = listFiles(['tsx']).filter(({ path }) => path.startsWith('src/entry/web/pages/'))

test('pages compose components and carry no class strings or styles of their own', () => {
  const styled = pages.flatMap((file) =>
    findLines(file, (line) => /\b(class|className|style)=/.test(line)),
  )
  expect(styled).toEqual([])
})

test('pages ask the store through a door and write no SQL', () => {
  const querying = pages.flatMap((file) =>
    findLines(file, (line) =>
      /\bsql`|\b(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(line),
    ),
  )
  expect(querying).toEqual([])
})

test('nothing on a page or in a style comes from another host', () => {
  const files = listFiles(['tsx', 'css']).filter(({ path }) => path.startsWith('src/entry/web/'))
  const foreign = files.flatMap((file) =>
    findLines(file, (line) => /(src|href)="(https?:)?\/\/|url\(['"]?(https?:)?\/\//.test(line)),
  )
  expect(foreign).toEqual([])
})
