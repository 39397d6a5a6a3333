import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

/** The row above a list: search and filters. */
export function Toolbar({ children }: { children?: Child }): JSX.Element {
  return <div class="toolbar">{children}</div>
}
