import { z } from 'zod'
import { declarationsShape } from './shape.ts'
import type { Path } from './yaml.ts'

/** A node of the shape as JSON Schema, with the meanings that `shape.ts` gives it. */
export interface ShapeNode {
  readonly type?: string
  readonly properties?: Readonly<Record<string, ShapeNode>>
  readonly additionalProperties?: boolean | ShapeNode
  readonly propertyNames?: ShapeNode
  readonly items?: ShapeNode
  readonly anyOf?: readonly ShapeNode[]
  readonly words?: string
  readonly declared?: boolean
  readonly prefix?: string
  readonly missing?: string
  readonly says?: string
}

/** A word of the vocabulary as it stands in a statement. */
export interface WordUse {
  readonly path: Path
  /** The word without its prefix; undefined when the prefix is missing. */
  readonly word: string | undefined
  readonly written: string
  readonly node: ShapeNode
  /** The word is a key: it is declared here. */
  readonly key: boolean
}

// What z.toJSONSchema makes of strict objects, records, arrays, unions and strings has exactly
// these fields.
const ROOT = z.toJSONSchema(declarationsShape) as ShapeNode

/** The node that describes what stands, or could stand, at a path. */
export function describe(path: Path): ShapeNode | undefined {
  return path.reduce<ShapeNode | undefined>((node, key) => node && child(node, key), ROOT)
}

/** The keys that can stand at a path, when they are not free. */
export function knownKeys(path: Path): string[] {
  return Object.keys(describe(path)?.properties ?? {})
}

/** Every word of the vocabulary that the declarations use, in the order in which it stands. */
export function listWords(declarations: unknown): WordUse[] {
  const uses: WordUse[] = []
  collect(ROOT, declarations, [], uses)
  return uses
}

function collect(node: ShapeNode, data: unknown, path: Path, uses: WordUse[]): void {
  if (typeof data === 'string') {
    const said = node.words ? node : node.anyOf?.find((each) => each.words)
    if (said) uses.push(use(said, data, path, false))
    return
  }
  if (typeof data !== 'object' || data === null) return
  for (const [key, value] of Object.entries(data)) {
    const step = Array.isArray(data) ? Number(key) : key
    if (node.propertyNames?.words) uses.push(use(node.propertyNames, key, [...path, step], true))
    const next = child(node, step)
    if (next) collect(next, value, [...path, step], uses)
  }
}

function use(node: ShapeNode, written: string, path: Path, key: boolean): WordUse {
  const prefix = node.prefix ?? ''
  const word = written.startsWith(prefix) ? written.slice(prefix.length) : undefined
  return { path, word, written, node, key }
}

function child(node: ShapeNode, key: string | number): ShapeNode | undefined {
  if (typeof key === 'number') return node.items ?? node.anyOf?.find((each) => each.items)?.items
  if (node.properties && Object.hasOwn(node.properties, key)) return node.properties[key]
  return typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined
}
