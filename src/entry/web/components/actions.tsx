import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

export interface ActionsProps {
  readonly align?: 'start' | 'end'
  readonly children?: Child
}

/** A row of buttons and links, the first being the likely one. */
export function Actions({ align = 'start', children }: ActionsProps): JSX.Element {
  return <div class={align === 'end' ? 'actions actions-end' : 'actions'}>{children}</div>
}
