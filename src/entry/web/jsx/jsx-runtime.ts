/** What the compiler makes of `.tsx`, by the names that it asks for. */
import { type Child, type Component, Element, type Props } from './element.ts'
import type { Html } from './html.ts'

/** A value of an attribute; what is undefined leaves it out. */
type Attribute = string | number | boolean | null | undefined

interface Attributes {
  readonly children?: Child
  readonly [name: string]: Attribute | Child
}

// oxlint-disable-next-line typescript/no-namespace -- The compiler looks for one of this name.
export declare namespace JSX {
  type Element = Html
  type ElementType = string | Component
  interface ElementChildrenAttribute {
    readonly children: Child
  }
  interface IntrinsicElements {
    readonly [tag: string]: Attributes
  }
}

export function jsx(tag: string | Component, props: Props): JSX.Element {
  return new Element(tag, props)
}

export { jsx as jsxDEV, jsx as jsxs }

export function Fragment({ children }: { readonly children?: Child }): Child {
  return children
}
