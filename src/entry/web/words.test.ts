import { expect, test } from 'vitest'
import { formatBytes, formatNumber, say, sayCount } from './words.ts'

const greeting = { nl: 'Dag {name}', en: 'Hello {name}' }
const dossiers = {
  one: { nl: '{count} dossier', en: '{count} dossier' },
  other: { nl: '{count} dossiers', en: '{count} dossiers' },
}

test('a text is said in the language that is asked for', () => {
  expect(say({ nl: 'Opslaan', en: 'Save' }, 'nl')).toBe('Opslaan')
  expect(say({ nl: 'Opslaan', en: 'Save' }, 'en')).toBe('Save')
  expect(say('Sanne', 'en')).toBe('Sanne')
})

test('a place is filled with its value, and stays when there is none', () => {
  expect(say(greeting, 'nl', { name: 'Sanne' })).toBe('Dag Sanne')
  expect(say(greeting, 'nl', { surname: 'Sanne' })).toBe('Dag {name}')
  expect(say(greeting, 'nl', { name: '{name}' })).toBe('Dag {name}')
})

test('one is said differently from any other number', () => {
  expect(sayCount(dossiers, 1, 'nl')).toBe('1 dossier')
  expect(sayCount(dossiers, 0, 'nl')).toBe('0 dossiers')
  expect(sayCount(dossiers, 1204, 'nl')).toBe('1.204 dossiers')
})

test('numbers are separated as the reader is used to', () => {
  expect(formatNumber(1204.5, 'nl')).toBe('1.204,5')
  expect(formatNumber(1204.5, 'en')).toBe('1,204.5')
})

test('a size is rounded to what a reader needs to know', () => {
  expect(formatBytes(0, 'nl')).toBe('0 bytes')
  expect(formatBytes(999, 'nl')).toBe('999 bytes')
  expect(formatBytes(1000, 'nl')).toBe('1 kB')
  expect(formatBytes(248_400, 'nl')).toBe('248 kB')
  expect(formatBytes(999_700, 'nl')).toBe('1 MB')
  expect(formatBytes(1_240_000, 'nl')).toBe('1,2 MB')
  expect(formatBytes(1_240_000, 'en')).toBe('1.2 MB')
  expect(formatBytes(25_000_000, 'nl')).toBe('25 MB')
})
