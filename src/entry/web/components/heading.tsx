import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

export type HeadingLevel = 2 | 3 | 4

export interface HeadingProps {
  readonly level: HeadingLevel
  readonly id?: string
  readonly children?: Child
}

/** A heading of the level that its place on the page asks for. */
export function Heading({ level, id, children }: HeadingProps): JSX.Element {
  if (level === 2) return <h2 id={id}>{children}</h2>
  if (level === 3) return <h3 id={id}>{children}</h3>
  return <h4 id={id}>{children}</h4>
}
