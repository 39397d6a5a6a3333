import { expect, test } from 'vitest'
import { clearCookie, readCookie, writeCookie } from './cookie.ts'

test('over https a cookie has a name that only this host can set', () => {
  expect(writeCookie({ name: 'gestand', value: 'abc', secure: true })).toBe(
    '__Host-gestand=abc; Path=/; HttpOnly; SameSite=Lax; Secure',
  )
})

test('without https a cookie has a plain name', () => {
  expect(writeCookie({ name: 'gestand', value: 'abc', secure: false })).toBe(
    'gestand=abc; Path=/; HttpOnly; SameSite=Lax',
  )
})

test('a cookie is read back by its whole name', () => {
  const header = 'x__Host-gestand=no; gestand=plain; __Host-gestand=abc'
  expect(readCookie(header, 'gestand', true)).toBe('abc')
  expect(readCookie(header, 'gestand', false)).toBe('plain')
  expect(readCookie('other=1', 'gestand', true)).toBeUndefined()
  expect(readCookie(undefined, 'gestand', true)).toBeUndefined()
})

test('a cookie that is taken away ends at once', () => {
  expect(clearCookie('gestand', true)).toContain('__Host-gestand=; ')
  expect(clearCookie('gestand', true)).toContain('Max-Age=0')
})
