import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { useSay } from './view.ts'

const words = {
  breadcrumbs: { nl: 'Kruimelpad', en: 'Breadcrumbs' },
}

export interface Breadcrumb {
  readonly label: Wording
  readonly href: string
}

export interface PageHeaderProps {
  readonly title: Wording
  /** One or two sentences: what this page is for. */
  readonly lead?: Wording | undefined
  /** A badge beside the title. */
  readonly status?: Child
  /** The one clear next step: a `LinkButton` or an `ActionForm`. */
  readonly action?: Child
  /** The pages above this one, the highest first, without this page itself. */
  readonly breadcrumbs?: readonly Breadcrumb[]
}

/** The top of every page: where one is, what it is called and what one does next. */
export function PageHeader(props: PageHeaderProps): JSX.Element {
  const say = useSay()
  const { title, lead, status, action, breadcrumbs } = props
  return (
    <div class="page-head">
      {breadcrumbs && breadcrumbs.length > 0 && (
        <nav class="breadcrumbs crumbs" aria-label={say(words.breadcrumbs)}>
          <ol>
            {breadcrumbs.map((crumb) => (
              <li>
                <a href={crumb.href}>{say(crumb.label)}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="page-head-words">
        <div class="title-line">
          <h1>{say(title)}</h1>
          {status}
        </div>
        {lead && <p class="lead">{say(lead)}</p>}
      </div>
      {action && <div class="actions">{action}</div>}
    </div>
  )
}
