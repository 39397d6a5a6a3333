import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

/** Words that matter less than those beside them. */
export function Muted({ children }: { children?: Child }): JSX.Element {
  return <span class="muted">{children}</span>
}
