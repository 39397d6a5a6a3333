import { expect, test } from 'vitest'
import { PRACTICE_VOCABULARY } from '#modules/practice/vocabulary.ts'
import { readService, SERVICES } from './service.ts'

test('a list can ask for every kind of service that a statement can declare, by its own names', () => {
  expect(SERVICES).toHaveLength(9)
  for (const [kind, { says }] of Object.entries(PRACTICE_VOCABULARY.kinds)) {
    for (const name of [kind, says.nl, says.en, `Traject ${says.nl} 2026`]) {
      expect([name, readService(name)]).toEqual([name, { value: kind, cautions: [] }])
    }
  }
})

test.each([
  ['2e spoor', 're-integration-second-track'],
  ['3e spoor', 're-integration-third-track'],
  ['1e spoor', 're-integration'],
  ['Re-integratie', 're-integration'],
  ['reïntegratie 1e spoor', 're-integration'],
  ['Re-integratietraject (tweede spoor)', 're-integration-second-track'],
  ['Outplacement', 'outplacement'],
  ['Van werk naar werk', 'outplacement'],
  ['loopbaancheck', 'career-check'],
  ['Loopbaan-APK', 'career-check'],
  ['Beroepskeuze', 'career-check'],
  ['Loopbaancoaching', 'career-coaching'],
  ['Career coaching', 'career-coaching'],
  ['Loopbaanadvies', 'career-coaching'],
  ['Empowerment', 'empowerment'],
  ['Casemanagement', 'case-management'],
  ['Business coaching directie', 'business-coaching'],
  ['Ondernemerscoaching', 'business-coaching'],
])('%s is %s', (text, service) => {
  expect(readService(text)).toEqual({ value: service, cautions: [] })
})

test('a word that no service has is refused', () => {
  expect(readService('Schuldhulp')).toMatchObject({ refused: { code: 'SERVICE_UNKNOWN' } })
})

test('two services in one cell are refused', () => {
  for (const both of ['Loopbaancheck en outplacement', '1e en 2e spoor', 'spoor 1 / 3e spoor']) {
    expect(readService(both)).toMatchObject({ refused: { code: 'SERVICE_UNCLEAR' } })
  }
})
