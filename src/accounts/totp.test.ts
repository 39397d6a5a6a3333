import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { describeTotp, findTotpStep, newTotpSecret } from './totp.ts'

// RFC 6238, appendix B, cut to six digits.
const secret = Buffer.from('12345678901234567890')
const VECTORS = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
] as const

test('the codes of the standard are right at their time', () => {
  for (const [seconds, code] of VECTORS) {
    const step = findTotpStep(secret, code, { lastStep: 0, now: seconds * 1000 })
    expect(step, code).toBe(Math.floor(seconds / 30))
  }
})

test('a code counts one step before and after its own, and no further', () => {
  const at = (seconds: number): number | undefined =>
    findTotpStep(secret, '081804', { lastStep: 0, now: seconds * 1000 })
  const step = Math.floor(1111111109 / 30)
  expect(at((step - 1) * 30)).toBe(step)
  expect(at((step + 2) * 30 - 1)).toBe(step)
  expect(at((step - 1) * 30 - 1)).toBeUndefined()
  expect(at((step + 2) * 30)).toBeUndefined()
})

test('a code is good once, and then none of an earlier step is', () => {
  const now = 1111111109 * 1000
  const step = Math.floor(1111111109 / 30)
  expect(findTotpStep(secret, '081804', { lastStep: step - 1, now })).toBe(step)
  expect(findTotpStep(secret, '081804', { lastStep: step, now })).toBeUndefined()
  expect(findTotpStep(secret, '081804', { lastStep: step + 1, now })).toBeUndefined()
})

test('what is not six digits is no code, and spaces do not matter', () => {
  const now = 59_000
  for (const code of ['', '28708', '2870823', 'abcdef', '２８７０８２']) {
    expect(findTotpStep(secret, code, { lastStep: 0, now }), code).toBeUndefined()
  }
  expect(findTotpStep(secret, ' 287 082 ', { lastStep: 0, now })).toBe(1)
})

test('an app that reads the address gives codes that fit', () => {
  const fresh = newTotpSecret()
  const { uri, typed } = describeTotp(fresh, 'iris@example.org')
  expect(uri).toMatch(/^otpauth:\/\/totp\/Gestand:iris%40example.org\?issuer=Gestand&secret=/)
  expect(typed.replaceAll(' ', '')).toBe(new URL(uri).searchParams.get('secret'))
  expect(typed).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  const code = new TOTP({ secret: typed.replaceAll(' ', '') }).generate()
  expect(findTotpStep(fresh, code, { lastStep: 0, now: Date.now() })).toBeDefined()
})
