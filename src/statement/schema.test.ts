import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { checkStatement, fieldNotice } from './index.ts'
import { readSample } from './sample.ts'
import { statementSchema } from './schema.ts'
import { mergeVocabularies } from './vocabulary.ts'

test('the schema for editors offers the words of the vocabulary, and no keys of our own', () => {
  const schema = statementSchema(VOCABULARY)
  expect(schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    properties: {
      categories: { propertyNames: { enum: Object.keys(VOCABULARY.categories) } },
      relations: {
        additionalProperties: {
          properties: {
            after: { enum: Object.keys(VOCABULARY.consents).map((word) => `consent.${word}`) },
          },
        },
      },
    },
  })
  const keys = new Set<string>()
  JSON.stringify(schema, (key: string, value: unknown) => {
    keys.add(key)
    return value
  })
  expect(['words', 'declared', 'prefix', 'missing', 'says'].filter((key) => keys.has(key))).toEqual(
    [],
  )
})

test('a word that two modules bring is a defect', () => {
  expect(() => mergeVocabularies([VOCABULARY, VOCABULARY])).toThrow('is brought twice')
})

const statement = readSample()

test('a field says why it is asked, on which basis and how long it is kept', () => {
  const subject = { category: 'identity', activity: 'coaching' }
  expect(fieldNotice(statement, subject, 'nl', VOCABULARY)).toBe(
    'Wij gebruiken dit voor: begeleiden naar werk. Grondslag: de overeenkomst over de dienst. Bewaard: vijf jaar na het einde van de dienst.',
  )
  expect(fieldNotice(statement, subject, 'en', VOCABULARY)).toBe(
    'We use this for: guiding towards work. Lawful basis: the contract for the service. Kept: five years after the end of the service.',
  )
})

test('there is no notice for what an activity does not use', () => {
  const subject = { category: 'contact', activity: 'substitution' }
  expect(fieldNotice(statement, subject, 'nl', VOCABULARY)).toBeUndefined()
  expect(
    fieldNotice(statement, { ...subject, activity: 'gossip' }, 'nl', VOCABULARY),
  ).toBeUndefined()
})

test('the sample can be applied: nothing but a warning is found in it', () => {
  const found = checkStatement(statement, VOCABULARY).filter((each) => each.severity === 'error')
  expect(found).toEqual([])
})
