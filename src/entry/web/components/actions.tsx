import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

export interface ActionsProps {
  readonly align?: 'start' | 'end'
  readonly children?: Child
}

/** A row of buttons and links, the first being the likely one. */
export function Actions({ align = 'start', children }: ActionsProps): JSX.Element {
  return <div class={align === 'end' ? 'actions actions-end' : 'actions'}>{children}</div>
}
