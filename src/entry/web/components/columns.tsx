import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

export interface ColumnsProps {
  /** `main`: content with a narrow column beside it; give it two children. */
  readonly shape: 'main' | 'halves' | 'thirds'
  readonly children?: Child
}

/** Puts things beside each other where there is room, and below each other on a phone. */
export function Columns({ shape, children }: ColumnsProps): JSX.Element {
  return <div class={`columns columns-${shape}`}>{children}</div>
}
