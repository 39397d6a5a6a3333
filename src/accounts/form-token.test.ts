import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkCsrf, csrfToken, newVisitor, readVisitor } from './form-token.ts'
import { newToken } from './token.ts'

test('a form fits the session for which it was drawn, and no other', () => {
  const [session, other] = [newToken(), newToken()]
  const token = csrfToken(session)
  expect(checkCsrf(session, token)).toBe(true)
  expect(checkCsrf(other, token)).toBe(false)
})

test('two forms of one session carry different tokens, and both fit', () => {
  const session = newToken()
  const [one, two] = [csrfToken(session), csrfToken(session)]
  expect(one).not.toBe(two)
  expect([checkCsrf(session, one), checkCsrf(session, two)]).toEqual([true, true])
})

test('a token does not tell the session', () => {
  const session = newToken()
  expect(Buffer.from(csrfToken(session), 'base64url').includes(session.subarray(0, 8))).toBe(false)
})

test('what is missing, cut short or changed fits nothing', () => {
  const session = newToken()
  const token = csrfToken(session)
  const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`
  for (const wrong of [
    undefined,
    null,
    '',
    7,
    [token],
    token.slice(0, -4),
    changed,
    `${token}AA`,
  ]) {
    expect(checkCsrf(session, wrong)).toBe(false)
  }
})

test('a visitor is known by a cookie that we signed', () => {
  const key = randomBytes(32)
  const { secret, cookie } = newVisitor(key)
  expect(readVisitor(key, cookie)).toEqual(secret)
  expect(checkCsrf(secret, csrfToken(secret))).toBe(true)
})

test('a cookie that another site slipped in is not believed', () => {
  const key = randomBytes(32)
  const foreign = newVisitor(randomBytes(32)).cookie
  for (const cookie of [undefined, '', 'AAAA', foreign, randomBytes(64).toString('base64url')]) {
    expect(readVisitor(key, cookie)).toBeUndefined()
  }
})
