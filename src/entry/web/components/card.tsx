import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Heading, type HeadingLevel } from './heading.tsx'
import { useSay } from './view.ts'

export interface CardProps {
  readonly title?: Wording
  readonly level?: HeadingLevel
  /** One line under the title: who wrote it, when. */
  readonly meta?: Child
  /** A badge at the end of the title line. */
  readonly status?: Child
  /** Buttons under the content. */
  readonly actions?: Child
  /** Makes the title a link, and the whole card its target for the mouse. */
  readonly href?: string
  readonly id?: string
  readonly children?: Child
}

/** One thing on a sheet of its own: a summary, a note, a document, a request. */
export function Card(props: CardProps): JSX.Element {
  const { title, level = 3, meta, status, actions, href, id, children } = props
  const said = useSay()(title ?? '')
  const hasHead = [title, meta, status].some(Boolean)
  return (
    <article class={href ? 'sheet sheet-link' : 'sheet'} id={id}>
      {hasHead && (
        <div class="sheet-head">
          {title && <Heading level={level}>{href ? <a href={href}>{said}</a> : said}</Heading>}
          {status}
          {meta && <p class="sheet-meta">{meta}</p>}
        </div>
      )}
      {children && <div class="stack stack-small">{children}</div>}
      {actions && <div class="actions sheet-foot">{actions}</div>}
    </article>
  )
}
