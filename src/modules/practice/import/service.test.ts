import { expect, test } from 'vitest'
import { PRACTICE_VOCABULARY } from '#modules/practice/vocabulary.ts'
import { readService, SERVICES } from './service.ts'

test('the services of a list are kinds of dossier of the practice', () => {
  expect(Object.keys(PRACTICE_VOCABULARY.kinds)).toEqual(expect.arrayContaining([...SERVICES]))
})

test.each([
  ['2e spoor', 're-integration'],
  ['1e spoor', 're-integration'],
  ['Re-integratie', 're-integration'],
  ['reïntegratie 1e spoor', 're-integration'],
  ['Re-integratietraject (tweede spoor)', 're-integration'],
  ['Outplacement', 'outplacement'],
  ['Van werk naar werk', 'outplacement'],
  ['loopbaancheck', 'career-check'],
  ['Loopbaan-APK', 'career-check'],
  ['Beroepskeuze', 'career-check'],
  ['Loopbaancoaching', 'career-coaching'],
  ['Career coaching', 'career-coaching'],
  ['Loopbaanadvies', 'career-coaching'],
  ['Empowerment', 'empowerment'],
])('%s is %s', (text, service) => {
  expect(readService(text)).toEqual({ value: service, cautions: [] })
})

test('a word that no service has is refused', () => {
  expect(readService('Schuldhulp')).toMatchObject({ refused: { code: 'SERVICE_UNKNOWN' } })
})

test('two services in one cell are refused', () => {
  expect(readService('Loopbaancheck en outplacement')).toMatchObject({
    refused: { code: 'SERVICE_UNCLEAR' },
  })
})
