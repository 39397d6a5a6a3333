import { expect, test } from 'vitest'
import { readSqlFiles } from '#store/migrate.ts'
import { PRACTICE_ERRORS } from './errors.ts'

test('whatever the database of the practice refuses has words, in both languages', async () => {
  const files = await readSqlFiles('organisation')
  const practice = files.filter(({ name }) => name.includes('practice'))
  const raised = practice.flatMap(({ text }) =>
    [...text.matchAll(/raise exception '([A-Z_]+)'/g)].map((match) => match[1] ?? ''),
  )
  expect(raised.length).toBeGreaterThan(10)
  // Of colleagues and invitations every page speaks, whatever the module.
  const general = ['NOT_FOUND', 'MEMBER_UNKNOWN', 'INVITED_TO_OWN_WORK']
  const known = new Set([...Object.keys(PRACTICE_ERRORS), ...general])
  expect(raised.filter((code) => !known.has(code))).toEqual([])
  for (const text of Object.values(PRACTICE_ERRORS)) {
    expect(text.nl).toMatch(/\.$/)
    expect(text.en).toMatch(/\.$/)
  }
})
