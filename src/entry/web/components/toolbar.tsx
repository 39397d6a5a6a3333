import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

/** The row above a list: search and filters. */
export function Toolbar({ children }: { children?: Child }): JSX.Element {
  return <div class="toolbar">{children}</div>
}
