import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Heading, type HeadingLevel } from './heading.tsx'
import { useSay } from './view.ts'

export interface PanelProps {
  readonly title?: Wording
  readonly level?: HeadingLevel
  readonly children?: Child
}

/** A quiet block beside or under the content: explanation, facts, what else is possible. */
export function Panel({ title, level = 2, children }: PanelProps): JSX.Element {
  return (
    <div class="panel">
      {title && <Heading level={level}>{useSay()(title)}</Heading>}
      <div class="stack stack-small">{children}</div>
    </div>
  )
}
