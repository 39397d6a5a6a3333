import { XMLParser } from 'fast-xml-parser'

/** An element of a document: what stands in it by name, each as a list. */
export interface Node {
  readonly [name: string]: readonly (Node | string)[] | undefined
}

/** Reads an invoice or credit note in UBL. */
export function readUbl(xml: string): Node {
  const parsed: unknown = PARSER.parse(xml)
  if (!isNode(parsed)) throw new Error('not a document')
  const document = child(parsed, 'Invoice') ?? child(parsed, 'CreditNote')
  if (!document) throw new Error('neither invoice nor credit note')
  return document
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: true,
  alwaysCreateTextNode: true,
  isArray: () => true,
})

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** All elements at a path such as `AccountingSupplierParty/Party`. */
export function all(from: Node, path: string): Node[] {
  return path
    .split('/')
    .reduce<Node[]>(
      (nodes, name) => nodes.flatMap((node) => node[name] ?? []).filter(isNode),
      [from],
    )
}

export function child(from: Node, path: string): Node | undefined {
  return all(from, path)[0]
}

/** The text of an element, or of its attribute (`path@name`); empty when there is none. */
export function text(from: Node | undefined, path: string): string {
  const [elements = '', attribute] = path.split('@')
  const node = from && (elements === '' ? from : child(from, elements))
  const value = node?.[attribute === undefined ? '#text' : `@${attribute}`]
  return String(Array.isArray(value) ? value[0] : (value ?? '')).trim()
}

export function cents(from: Node | undefined, path: string): number {
  return Math.round(Number(text(from, path) || 'x') * 100)
}
