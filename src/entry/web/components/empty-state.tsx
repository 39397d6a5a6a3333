import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon, type IconName } from './icon.tsx'
import { useSay } from './view.ts'

export interface EmptyStateProps {
  /** What is not there: "Nog geen documenten". */
  readonly title: Wording
  /** Why it is not there, and how it comes to be. */
  readonly lead?: Wording
  readonly icon?: IconName
  /** The way to the first one. */
  readonly action?: Child
}

/** Stands where a list would be, and explains why there is none. */
export function EmptyState(props: EmptyStateProps): JSX.Element {
  const { title, lead, icon = 'circle', action } = props
  const say = useSay()
  return (
    <div class="empty">
      <Icon name={icon} />
      <strong>{say(title)}</strong>
      {lead && <p>{say(lead)}</p>}
      {action && <div class="actions">{action}</div>}
    </div>
  )
}
