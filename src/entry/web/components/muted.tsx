import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

/** Words that matter less than those beside them. */
export function Muted({ children }: { children?: Child }): JSX.Element {
  return <span class="muted">{children}</span>
}
