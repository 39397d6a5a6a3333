import fc from 'fast-check'
import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { checkPassword, hashPassword, needsRehash, verifyPassword } from './password.ts'

const iris = { email: 'iris.devries@example.org', name: 'Iris de Vries' }

function refusal(password: string, owner = iris): unknown {
  try {
    checkPassword(password, owner)
    return 'accepted'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('a password of a few words that do not belong together is accepted', () => {
  for (const password of [
    'vier blauwe olifanten',
    'correct horse battery',
    'Tr0ub4dor&3kastje',
    'gT7#pQ2!mZ9x',
    'ünïcödé-wörds',
  ]) {
    expect(refusal(password), password).toBe('accepted')
  }
})

test('a password has at least 12 and at most 200 characters', () => {
  expect(refusal('elf letters')).toBe('PASSWORD_TOO_SHORT')
  expect(refusal('kort maar ok')).toBe('accepted')
  expect(refusal('vijf woorden '.repeat(15))).toBe('accepted')
  expect(refusal('vijf woorden '.repeat(16))).toBe('PASSWORD_TOO_LONG')
})

test('the name or e-mail address of its owner is no password', () => {
  for (const password of [
    'iris en nog wat',
    'mijn naam is VRIES',
    'iris.devries@example.org',
    'DeVries-de-koning',
    'Írís mét accenten',
  ]) {
    expect(refusal(password), password).toBe('PASSWORD_PERSONAL')
  }
  expect(refusal('iris en nog wat', { email: 'jan@example.org', name: 'Jan' })).toBe('accepted')
})

test('a short part of a name says nothing about its owner', () => {
  expect(refusal('donder en bliksem', { email: 'x@e.nl', name: 'Do de By' })).toBe('accepted')
})

test('common words with digits and signs around them are refused', () => {
  for (const password of [
    'Wachtwoord123!',
    'W@chtw00rd2026',
    'welkomwelkom',
    'Welkom Zomer 2026',
    'qwertyuiop123',
    'password-password',
    '123456789012',
    '111111111111',
    'abcdefghijklm',
    'aaaaaaaaaaaabbbb',
    '!!!!@@@@####$$$$%%%%',
  ]) {
    expect(refusal(password), password).toBe('PASSWORD_COMMON')
  }
})

test('random passwords are accepted', () => {
  const signs = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM0123456789#%&'.split(''))
  const password = fc.array(signs, { minLength: 24, maxLength: 60 }).map((all) => all.join(''))
  fc.assert(
    fc.property(password, (text) => {
      fc.pre(new Set(text).size > 12 && /[a-z]{2}/i.test(text))
      expect(refusal(text)).toBe('accepted')
    }),
    { numRuns: 300 },
  )
})

test('a hash is argon2id, and only its own password fits', async () => {
  const hashed = await hashPassword('vier blauwe olifanten')
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hashed, 'vier blauwe olifanten')).toBe(true)
  expect(await verifyPassword(hashed, 'vier blauwe olifante')).toBe(false)
})

test('the same letters typed on another keyboard are the same password', async () => {
  const hashed = await hashPassword('geïnteresseerd'.normalize('NFC'))
  expect(await verifyPassword(hashed, 'geïnteresseerd'.normalize('NFD'))).toBe(true)
})

test('a hash of another cost is to be made anew', async () => {
  const cheap = await hash('vier blauwe olifanten', { memoryCost: 8192, timeCost: 1 })
  expect(needsRehash(cheap)).toBe(true)
  expect(needsRehash(await hashPassword('vier blauwe olifanten'))).toBe(false)
})
