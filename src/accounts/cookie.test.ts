import { expect, test } from 'vitest'
import { clearCookie, isSecureAddress, readCookie, writeCookie } from './cookie.ts'

test('over https a cookie has a name that only this host can set', () => {
  expect(writeCookie({ name: 'gestand', value: 'abc', secure: true })).toBe(
    '__Host-gestand=abc; Path=/; HttpOnly; SameSite=Lax; Secure',
  )
})

test('on this very machine a cookie goes without https', () => {
  const local = ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080']
  expect(local.map((url) => isSecureAddress(new URL(url)))).toEqual([false, false, false])
  expect(writeCookie({ name: 'gestand', value: 'abc', secure: false })).toBe(
    'gestand=abc; Path=/; HttpOnly; SameSite=Lax',
  )
})

test('anywhere else it needs https', () => {
  const elsewhere = ['https://localhost', 'http://example.org', 'http://localhost.example.org']
  expect(elsewhere.map((url) => isSecureAddress(new URL(url)))).toEqual([true, true, true])
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
