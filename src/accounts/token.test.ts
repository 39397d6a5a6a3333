import { expect, test } from 'vitest'
import { hashToken, newToken, readToken, writeToken } from './token.ts'

test('a token is read back as it was written', () => {
  const token = newToken()
  expect(token).toHaveLength(32)
  expect(readToken(writeToken(token))).toEqual(token)
  expect(hashToken(token)).toHaveLength(32)
})

test('what does not have the form of a token is none', () => {
  const written = writeToken(newToken())
  for (const wrong of [undefined, '', 'abc', `${written}A`, written.slice(1), `${written} `]) {
    expect(readToken(wrong)).toBeUndefined()
  }
})
