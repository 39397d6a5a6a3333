import { XMLParser } from 'fast-xml-parser'
import { AppError } from '#kernel/error.ts'

/** An element that was read: names are without prefix, and several of a name stand together. */
export interface XmlElement {
  readonly [name: string]: readonly XmlElement[] | string | undefined
}

/** Deeper than any statement of a bank. */
const DEEPEST = 40

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const

/** The entities of XML and signs by number; whatever else there is stays as it is written. */
const OWN_ENTITIES = {
  setExternalEntities: () => undefined,
  addInputEntities: () => undefined,
  setXmlVersion: () => undefined,
  reset: () => undefined,
  decode: (text: string) => text.replaceAll(/&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(\w+));/g, sign),
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
  entityDecoder: OWN_ENTITIES,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
})

/**
 * Reads XML that somebody else made. A document type is refused, and with it every entity that is
 * not of XML itself.
 *
 * @param code What the refusal is called.
 */
export function readXml(text: string, code: string): XmlElement {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new AppError(code)
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- What replaces it is another package.
    const parsed: unknown = PARSER.parse(text, true)
    // The parser makes lists of elements and texts, as its options say.
    if (typeof parsed === 'object' && parsed !== null) return parsed as XmlElement
  } catch {
    // What it says quotes the file.
  }
  throw new AppError(code)
}

function sign(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return isNamed(name) ? NAMED[name] : whole
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole
}

function isNamed(name: string): name is keyof typeof NAMED {
  return Object.hasOwn(NAMED, name)
}

/** The namespace of the first element of this name, with or without a prefix. */
export function namespaceOf(text: string, name: string): string {
  const [start = ''] = new RegExp(`<(?:[\\w.-]+:)?${name}\\b[^>]*>`).exec(text) ?? []
  const prefix = /^<([\w.-]+):/.exec(start)?.[1]
  const mark = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`
  return new RegExp(`\\s${mark}\\s*=\\s*["']([^"']*)["']`).exec(start)?.[1] ?? ''
}

/** All elements at a path such as `Stmt/Ntry`, in the order of the document. */
export function elementsAt(from: XmlElement | undefined, path: string): readonly XmlElement[] {
  let found: readonly XmlElement[] = from ? [from] : []
  for (const name of path.split('/')) {
    found = found.flatMap((element) => {
      const inside = Object.hasOwn(element, name) ? element[name] : undefined
      return inside === undefined || typeof inside === 'string' ? [] : inside
    })
  }
  return found
}

/** The text of the first of these paths that has any, without spaces around it. */
export function textAt(from: XmlElement | undefined, ...paths: readonly string[]): string {
  for (const path of paths) {
    const [element] = elementsAt(from, path)
    const text = element?.['#text']
    if (typeof text === 'string' && text.trim() !== '') return text.trim()
  }
  return ''
}

/** An attribute of the first element at a path. */
export function attributeAt(from: XmlElement | undefined, path: string, name: string): string {
  const [element] = elementsAt(from, path)
  const value = element?.[`@${name}`]
  return typeof value === 'string' ? value : ''
}
