import { expect, test } from 'vitest'
import { hashRecoveryCode, newRecoveryCode } from './recovery-code.ts'

test('a code can be written down and told apart', () => {
  const codes = Array.from({ length: 500 }, newRecoveryCode)
  for (const code of codes) expect(code).toMatch(/^[a-hj-kmnp-z2-9]{4}(-[a-hj-kmnp-z2-9]{4}){2}$/)
  expect(new Set(codes).size).toBe(500)
})

test('capitals, spaces and hyphens do not matter, letters do', () => {
  const hash = hashRecoveryCode('7hq2-mx9d-kp4r')
  expect(hashRecoveryCode(' 7HQ2 mx9d kp4r ')).toEqual(hash)
  expect(hashRecoveryCode('7hq2-mx9d-kp4s')).not.toEqual(hash)
})
