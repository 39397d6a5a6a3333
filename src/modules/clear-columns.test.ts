import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readWholeCatalogue } from './catalogue.ts'

const RECORD = new URL('../../docs/decisions/056-names-in-the-clear.md', import.meta.url)
/** Columns that tell who somebody is, or how to reach them. */
const IDENTIFYING =
  /name|email|phone|address|street|postcode|city|initials|prefix|birth|born|contact/

test('who somebody is stands in the clear only where the record of that names it', async () => {
  const record = await readFile(RECORD, 'utf8')
  const named = new Set(
    record.split('\n').flatMap((line) => {
      if (!line.startsWith('| `')) return []
      return [...line.matchAll(/(?<tables>(?:`\w+`(?:, )?)+): (?<columns>(?:`\w+`(?:, )?)+)/g)]
        .flatMap(({ groups }) => words(groups?.['tables']).map((table) => ({ groups, table })))
        .flatMap(({ groups, table }) =>
          words(groups?.['columns']).map((each) => `${table}.${each}`),
        )
    }),
  )
  const { tables } = await readWholeCatalogue()
  const clear = tables
    .filter(({ impersonal }) => impersonal === undefined)
    .flatMap(({ name: table, columns }) =>
      columns
        .filter(({ sealed, category }) => !sealed && category !== undefined)
        .filter(({ category }) => !ABOUT_NOBODY.has(category ?? ''))
        .filter(({ name }) => IDENTIFYING.test(name))
        .map(({ name }) => `${table}.${name}`),
    )
  expect(clear.length).toBeGreaterThan(30)
  expect(clear.filter((column) => !named.has(column))).toEqual([])
})

/** Names of surveys, of firms that audit and of groups in figures. */
const ABOUT_NOBODY: ReadonlySet<string> = new Set(['survey', 'audit', 'figures'])

function words(list = ''): string[] {
  return [...list.matchAll(/`(\w+)`/g)].map(([, word]) => word ?? '')
}
