import type { Language, Text } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { valueAt } from '#statement/declarations.ts'
import { describe, type ShapeNode } from '#statement/descriptor.ts'
import type { Declarations } from '#statement/shape.ts'
import { suggest } from '#statement/suggestion.ts'
import type { Link, Plain } from '#statement/text/block.ts'
import { findWord } from '#statement/vocabulary.ts'
import { sayGroup } from './group.ts'
import { joinContent, plain, type Speaker } from './speech.ts'
import { sayString, saySwitch } from './value.ts'

/** A declaration in words, or why it cannot be said. */
export type Quotation =
  | { readonly outcome: 'said'; readonly content: readonly (Plain | Link<Plain>)[] }
  | { readonly outcome: 'unknown' | 'undeclared'; readonly suggestion: string | undefined }
  | { readonly outcome: 'unsayable' }

/** Says in words what a placeholder such as `retention.dossier.keep` points to. */
export function quote(
  declarations: Declarations,
  path: string,
  vocabulary: Vocabulary,
  language: Language,
): Quotation {
  const steps = path.split('.')
  const node = describe(steps)
  const value = valueAt(declarations, steps)
  if (!node || value === undefined) {
    const known = node ? 'undeclared' : 'unknown'
    return { outcome: known, suggestion: nearestPath(declarations, steps) }
  }
  const speaker: Speaker = { declarations, vocabulary, language }
  const content = say(speaker, steps, node, value)
  return content ? { outcome: 'said', content } : { outcome: 'unsayable' }
}

function say(speaker: Speaker, path: readonly string[], node: ShapeNode, value: unknown) {
  const { language, vocabulary } = speaker
  if (typeof value === 'number') return plain(String(value))
  if (typeof value === 'boolean') return saySwitch(node, value, language)
  if (typeof value === 'string') return sayString(node, value, vocabulary, language)
  if (Array.isArray(value)) return sayList(speaker, path, node, value)
  if (node.says === 'text') return plain(textOf(value)?.[language] ?? '')
  return sayGroup(speaker, path, node)
}

function sayList(
  { vocabulary, language }: Speaker,
  path: readonly string[],
  node: ShapeNode,
  values: readonly unknown[],
) {
  const item = node.items ?? node.anyOf?.find((each) => each.items)?.items ?? {}
  const words = values.map((value) => {
    if (path.at(-1) === 'holds') {
      const particulars = findWord(vocabulary.parts, path[1] ?? '')?.holds ?? {}
      return plain(findWord(particulars, String(value))?.[language] ?? String(value))
    }
    return sayString(item, String(value), vocabulary, language)
  })
  return joinContent(words, language, item.words === 'decisions' ? 'or' : 'and')
}

function textOf(value: unknown): Text | undefined {
  return typeof value === 'object' && value !== null && 'nl' in value && 'en' in value
    ? (value as Text) // the shape has made sure of two strings
    : undefined
}

/** The path with its first wrong step mended, when something near stands there. */
function nearestPath(declarations: Declarations, steps: readonly string[]): string | undefined {
  const wrong = steps.findIndex(
    (_, index) => valueAt(declarations, steps.slice(0, index + 1)) === undefined,
  )
  const parent = valueAt(declarations, steps.slice(0, wrong))
  const keys = typeof parent === 'object' && parent !== null ? Object.keys(parent) : []
  const meant = suggest(steps[wrong] ?? '', keys)
  return meant && [...steps.slice(0, wrong), meant, ...steps.slice(wrong + 1)].join('.')
}
