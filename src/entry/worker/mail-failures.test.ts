import { expect, test } from 'vitest'
import { MailFailures } from './mail-failures.ts'

test('what mail fails with is told once a round, with how many', () => {
  const told: string[] = []
  const failures = new MailFailures()
  for (const failure of ['ESOCKET', 'ESOCKET', 'EENVELOPE 451']) failures.add(failure)
  failures.tellThem((line) => told.push(line))
  failures.tellThem((line) => told.push(line))
  expect(told).toEqual([
    'mail: 2 not handed over (ESOCKET). Look at GESTAND_SMTP_URL and its server',
    'mail: 1 not handed over (EENVELOPE 451). Look at GESTAND_SMTP_URL and its server',
  ])
})
