import { escapeHtml, Html } from './html.ts'

/** What can stand in an element: text is escaped, and what is not there draws nothing. */
export type Child = Html | string | number | boolean | null | undefined | readonly Child[]

/** What was given to an element or a component. */
export type Props = Readonly<Record<string, unknown>>

/** Draws with what was given to it, at once: nothing is fetched while a page is drawn. */
export type Component = (props: never) => Child

/** Elements without an end, which hold nothing. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)
const NAME = /^[a-z][\w:-]*$/i

/** An element of HTML, or a component, that is drawn where it stands when its page is. */
export class Element extends Html {
  readonly #tag: string | Component
  readonly #props: Props

  constructor(tag: string | Component, props: Props) {
    super('')
    this.#tag = tag
    this.#props = props
  }

  override toString(): string {
    const tag = this.#tag
    if (typeof tag === 'function') return draw(tag(this.#props as never)) // as its caller typed it
    return drawElement(tag, this.#props)
  }
}

/**
 * Draws what stands in an element as HTML.
 *
 * @throws TypeError for what is neither text nor an element of ours, even when it looks like one.
 */
export function draw(child: unknown): string {
  if (typeof child === 'string') return escapeHtml(child)
  if (child instanceof Html) return child.toString()
  if (Array.isArray(child)) {
    let drawn = ''
    for (const each of child) drawn += draw(each)
    return drawn
  }
  if (child === undefined || child === null || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  throw new TypeError(`a page cannot draw this: ${typeof child}`)
}

function drawElement(tag: string, props: Props): string {
  let drawn = `<${nameOf(tag)}`
  for (const name in props) {
    if (name !== 'children') drawn += drawAttribute(name, props[name])
  }
  if (VOID.has(tag)) return `${drawn}/>`
  return `${drawn}>${draw(props['children'])}</${tag}>`
}

/** Whether something is so is said by being there in HTML, and in words by ARIA and others. */
const IN_WORDS = /^(?:aria-|data-|spellcheck$|draggable$|contenteditable$)/

function drawAttribute(name: string, value: unknown): string {
  if (typeof value === 'string') return ` ${nameOf(name)}="${escapeHtml(value)}"`
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return ` ${nameOf(name)}="${value}"`
  if (typeof value !== 'boolean') throw new TypeError(`${name} cannot be an attribute`)
  if (IN_WORDS.test(name)) return ` ${nameOf(name)}="${value}"`
  return value ? ` ${nameOf(name)}=""` : ''
}

/** Names that were found right: there are as many as the program has. */
const names = new Set<string>()

function nameOf(name: string): string {
  if (names.has(name)) return name
  if (!NAME.test(name)) throw new TypeError(`this cannot be a name in HTML: ${name}`)
  names.add(name)
  return name
}
