import { expect, onTestFinished, test } from 'vitest'
import { LetterPress } from '#duties/letter/press.ts'
import { answerLetter, LETTER_ACTIONS, type ToldStep } from './answer-letter.ts'

const SENDER = {
  name: 'Bureau De Brug',
  address: 'Voorbeeldkade 1',
  officerEmail: 'fg@example.org',
}
const REQUEST = {
  number: 'V2026-0001',
  kind: 'access',
  receivedAt: new Date('2026-11-02T10:00:00Z'),
  addressee: ['B. de Boer'],
} as const

function stepOf(action: string, rest: Partial<ToldStep> = {}): ToldStep {
  const takenAt = new Date('2026-11-20T10:00:00Z')
  return { action, ground: null, dueOn: '2026-12-02', note: '', takenAt, ...rest }
}

test('a refusal says why, on which article, and where to turn', () => {
  const step = stepOf('refuse', { ground: 'excessive', note: 'U vroeg dit in oktober ook.' })
  const text = JSON.stringify(answerLetter(SENDER, REQUEST, { step, language: 'nl' }).blocks)
  expect(text).toContain('artikel 12, vijfde lid, AVG')
  expect(text).toContain('U vroeg dit in oktober ook.')
  expect(text).toContain('Autoriteit Persoonsgegevens, Postbus 93374')
  expect(text).toContain('fg@example.org')
})

test('an extension names the new day and the right to complain', () => {
  const step = stepOf('extend', { dueOn: '2027-02-02' })
  const text = JSON.stringify(answerLetter(SENDER, REQUEST, { step, language: 'en' }).blocks)
  expect(text).toContain('by 2 February 2027')
  expect(text).toContain('supervisory authority')
})

test('every step that has a letter can be printed in both languages', async () => {
  const press = new LetterPress()
  onTestFinished(() => press.close())
  for (const action of LETTER_ACTIONS) {
    for (const language of ['nl', 'en'] as const) {
      const letter = answerLetter(SENDER, REQUEST, { step: stepOf(action), language })
      expect(letter.title, action).not.toBe('')
      expect((await press.print(letter)).length).toBeGreaterThan(1000)
    }
  }
})
