import { expect, test } from 'vitest'
import { readService } from './service.ts'

test.each([
  ['2e spoor', 're-integration'],
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
  ['Loopbaanadvies', 'advice'],
])('%s is %s', (text, service) => {
  expect(readService(text)).toEqual({ value: service, cautions: [] })
})

test('a word that no service has is refused', () => {
  expect(readService('Schuldhulp')).toEqual({ refused: 'SERVICE_UNKNOWN' })
})

test('two services in one cell are refused', () => {
  expect(readService('Loopbaancheck en outplacement')).toEqual({ refused: 'SERVICE_UNCLEAR' })
})
