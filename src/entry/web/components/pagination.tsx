import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon } from './icon.tsx'
import { useSay } from './view.ts'

const words = {
  pages: { nl: "Pagina's", en: 'Pages' },
  previous: { nl: 'Vorige', en: 'Previous' },
  next: { nl: 'Volgende', en: 'Next' },
  rangeOf: { nl: '{from} tot en met {to} van {total}', en: '{from} to {to} of {total}' },
  range: { nl: '{from} tot en met {to}', en: '{from} to {to}' },
}

export interface PaginationProps {
  /** Rank of the first and the last row that is shown, counted from 1. */
  readonly from: number
  readonly to: number
  /** Absent when counting would cost too much. */
  readonly total?: number
  readonly previousHref?: string
  readonly nextHref?: string
}

/** Where in a long list one is. Shows nothing when everything fits on one page. */
export function Pagination(props: PaginationProps): JSX.Element | null {
  const { from, to, total, previousHref, nextHref } = props
  const say = useSay()
  if (!previousHref && !nextHref) return null
  return (
    <nav class="pages" aria-label={say(words.pages)}>
      <p>
        {total === undefined
          ? say(words.range, { from, to })
          : say(words.rangeOf, { from, to, total })}
      </p>
      <div class="actions">
        {previousHref && <Step href={previousHref} label={words.previous} rel="prev" />}
        {nextHref && <Step href={nextHref} label={words.next} rel="next" />}
      </div>
    </nav>
  )
}

function Step(props: { href: string; label: Wording; rel: 'prev' | 'next' }): JSX.Element {
  const { href, label, rel } = props
  return (
    <a class="btn btn-plain" href={href} rel={rel}>
      {rel === 'prev' && <Icon name="left" />}
      {useSay()(label)}
      {rel === 'next' && <Icon name="right" />}
    </a>
  )
}
