import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { useSay } from './view.ts'

export interface SectionProps {
  readonly title: Wording
  readonly lead?: Wording
  /** A button or link that belongs to the whole section. */
  readonly action?: Child
  /** For links to this section; the heading gets an id of its own from it. */
  readonly id?: string
  readonly children?: Child
}

/** A part of a page under a heading of the second level. */
export function Section({ title, lead, action, id, children }: SectionProps): JSX.Element {
  const say = useSay()
  const titleId = id ? `${id}-title` : undefined
  return (
    <section id={id} aria-labelledby={titleId}>
      <div class="section-head">
        <h2 id={titleId}>{say(title)}</h2>
        {action}
        {lead && <p>{say(lead)}</p>}
      </div>
      {children}
    </section>
  )
}
