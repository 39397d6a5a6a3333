import { z } from 'zod'
import { declarationsShape } from '#statement/shape.ts'
import { code, codes, pageHead, table, wrap } from './markdown.ts'
import { MEANINGS } from './statement-meanings.ts'

/** A node of the shape, as JSON Schema with the notes that `shape.ts` adds. */
interface Node {
  readonly type?: string
  readonly const?: string | number
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Node
  readonly propertyNames?: Node
  readonly items?: Node
  readonly anyOf?: readonly Node[]
  readonly words?: string
  readonly declared?: boolean
  readonly prefix?: string
  readonly says?: string
}

/** Every key that `statement.yaml` can have, from the shape that the parser uses. */
export function statementPage(): string {
  // What z.toJSONSchema makes of the shape has exactly these fields.
  const root = z.toJSONSchema(declarationsShape) as Node
  const rows = [...listKeys(root, '')]
  const superfluous = Object.keys(MEANINGS).filter((path) => !rows.some((row) => row.path === path))
  if (superfluous.length > 0) throw new Error(`no such key: ${superfluous.join(', ')}`)
  const lead =
    'A `*` stands for a word that the statement chooses; which there are is in the ' +
    '[vocabulary](vocabulary.md). Keys in bold must be there. `gestand schema` prints the same as ' +
    'JSON Schema, for editors; [statement authors](../how-to/statement-author.md) read how the ' +
    'texts quote it.'
  const lines = rows.map(({ path, node, needed }) => {
    const meaning = MEANINGS[path]
    if (meaning === undefined) throw new Error(`statement-meanings.ts does not tell of ${path}`)
    return [needed ? `**${code(path)}**` : code(path), formOf(node), meaning]
  })
  return [
    pageHead('Statement', 'src/statement/shape.ts', wrap(lead)),
    `${table(['key', 'value', 'meaning'], lines)}\n`,
  ].join('\n')
}

interface Key {
  readonly path: string
  readonly node: Node
  readonly needed: boolean
}

function* listKeys(node: Node, before: string): Generator<Key> {
  const { properties = {}, required = [], propertyNames, additionalProperties } = node
  for (const [name, child] of Object.entries(properties)) {
    const path = `${before}${name}`
    yield { path, node: child, needed: required.includes(name) }
    if (!isWhole(child)) yield* listKeys(child, `${path}.`)
  }
  if (propertyNames && typeof additionalProperties === 'object') {
    yield* listKeys(additionalProperties, `${before}*.`)
  }
}

/** A text in two languages and a contact are told in one row. */
function isWhole({ says, properties }: Node): boolean {
  return says === 'text' || properties?.['email'] !== undefined
}

function formOf(node: Node): string {
  const [one] = node.anyOf ?? []
  if (one) return `${formOf(one)}, or a list of these`
  if (node.items) return `list of ${node.items.words ? wordsOf(node.items) : formOf(node.items)}`
  if (node.const !== undefined) return code(`${node.const}`)
  if (node.enum) return codes(node.enum)
  if (node.words !== undefined) return wordForm(node)
  if (node.propertyNames) return `by ${keyForm(node.propertyNames)}`
  if (isWhole(node)) return node.says === 'text' ? '`nl` and `en`' : '`email`, `name`, `phone`'
  return SAID[node.says ?? ''] ?? plainForm(node)
}

const SAID: Readonly<Record<string, string>> = {
  date: 'date',
  email: 'email address',
  interval: 'period',
  country: 'country, two capitals',
}

function plainForm({ type = '', says, pattern = '', properties }: Node): string {
  if (says === 'duration')
    return pattern.includes('indefinitely') ? 'period or `indefinitely`' : 'period'
  if (properties) return 'keys'
  return { boolean: '`true` or `false`', integer: 'number' }[type] ?? 'text'
}

function wordForm(node: Node): string {
  const { prefix = '' } = node
  return `${prefix === '' ? '' : `${code(`${prefix}…`)}, `}one of the ${wordsOf(node)}`
}

function wordsOf({ words = '', declared = false }: Node): string {
  return `${declared ? 'declared ' : ''}[${words}](vocabulary.md#${words.toLowerCase()})`
}

function keyForm(names: Node): string {
  return names.words === undefined ? 'a name of your choice' : wordsOf(names)
}
