import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_TEMPLATES } from './default-templates.ts'
import { blocksOf, fill, questionsIn, tokensIn, withAnswers } from './form-text.ts'
import { unknownTokens } from './token.ts'

test('names between braces are filled in, and what is not known becomes dots', () => {
  const text = 'Beste {naam}, {adres} en {naam}'
  expect(tokensIn(text)).toEqual(['naam', 'adres'])
  expect(fill(text, { naam: 'Sanne', adres: '' })).toBe('Beste Sanne, …………… en Sanne')
})

test('a question becomes a heading with its answer, or a dash where there is none', () => {
  const text = 'Welkom.\n\n? Wat doet u?\n? En verder?'
  expect(questionsIn(text)).toEqual(['Wat doet u?', 'En verder?'])
  expect(blocksOf(withAnswers(text, { 'Wat doet u?': ' Ik timmer. ' }))).toEqual([
    { kind: 'paragraph', text: 'Welkom.' },
    { kind: 'heading', text: 'Wat doet u?', level: 2 },
    { kind: 'paragraph', text: 'Ik timmer.' },
    { kind: 'heading', text: 'En verder?', level: 2 },
    { kind: 'paragraph', text: '–' },
  ])
})

test('headings, lists and paragraphs are told apart, and nothing else is markup', () => {
  const text = '# Doelen\n- Werk\n- Rust\nEn dit #hoort bij *niets* [x](y)\n$a$\n\nSlot'
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', text: 'Doelen', level: 2 },
    { kind: 'list', items: ['Werk', 'Rust'] },
    { kind: 'paragraph', text: 'En dit #hoort bij *niets* [x](y)\n$a$' },
    { kind: 'paragraph', text: 'Slot' },
  ])
})

test('no word of a text is lost on its way to paper', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ maxLength: 30 }).map((text) => `- ${text}`),
    fc.string({ maxLength: 30 }).map((text) => `## ${text}`),
    fc.constant(''),
  )
  const wordsOf = (text: string): string[] => text.split(/[\s#-]+/).filter((word) => word !== '')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n')
      const drawn = blocksOf(text)
        .map((block) => {
          if (block.kind === 'list') return block.items.join('\n')
          return 'text' in block ? block.text : ''
        })
        .join('\n')
      expect(wordsOf(drawn)).toEqual(wordsOf(text))
    }),
  )
})

test('the words that come along ask for nothing that does not exist', () => {
  const bodies = Object.values(DEFAULT_TEMPLATES).flatMap(({ nl, en }) => [nl.body, en.body])
  expect(unknownTokens(bodies.flatMap(tokensIn))).toEqual([])
  expect(unknownTokens(['bestaat-niet'])).toEqual(['bestaat-niet'])
})
