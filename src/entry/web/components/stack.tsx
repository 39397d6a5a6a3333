import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

export interface StackProps {
  /** `small` within one thing, `medium` between things, `large` between parts of a page. */
  readonly gap?: 'small' | 'medium' | 'large'
  readonly children?: Child
}

/** Puts things below each other with even space. */
export function Stack({ gap = 'medium', children }: StackProps): JSX.Element {
  return <div class={gap === 'medium' ? 'stack' : `stack stack-${gap}`}>{children}</div>
}
