import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

export interface ColumnsProps {
  /** `main`: content with a narrow column beside it; give it two children. */
  readonly shape: 'main' | 'halves' | 'thirds'
  readonly children?: Child
}

/** Puts things beside each other where there is room, and below each other on a phone. */
export function Columns({ shape, children }: ColumnsProps): JSX.Element {
  return <div class={`columns columns-${shape}`}>{children}</div>
}
