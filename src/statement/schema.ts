import { z } from 'zod'
import type { Vocabulary } from './catalogue.ts'
import { declarationsShape } from './shape.ts'

/** Keys by which `shape.ts` tells what a value means; they are no words of JSON Schema. */
const OWN_KEYS = ['words', 'declared', 'prefix', 'missing', 'says'] as const

/**
 * JSON Schema (draft 2020-12) of `statement.yaml` for editors, with the words of the vocabulary as
 * choices.
 *
 * The schema follows from the shape that the parser uses, so the two cannot part.
 */
export function statementSchema(vocabulary: Vocabulary): object {
  return z.toJSONSchema(declarationsShape, {
    override: ({ jsonSchema }) => {
      const schema: Record<string, unknown> = jsonSchema
      if (typeof schema['words'] === 'string') {
        const prefix = typeof schema['prefix'] === 'string' ? schema['prefix'] : ''
        schema['enum'] = wordsOf(vocabulary, schema['words']).map((word) => `${prefix}${word}`)
      }
      for (const key of OWN_KEYS) delete schema[key]
    },
  })
}

function wordsOf(vocabulary: Vocabulary, list: string): string[] {
  const words: unknown = Reflect.get(vocabulary, list)
  return typeof words === 'object' && words !== null ? Object.keys(words) : []
}
