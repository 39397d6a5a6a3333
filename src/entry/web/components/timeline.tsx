import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon, type IconName } from './icon.tsx'
import { Moment } from './moment.tsx'
import { useSay } from './view.ts'

export interface TimelineEntry {
  readonly at: Date
  /** One sentence in plain words: who did what, for what. */
  readonly says: Wording
  /** What else is known of it, smaller. */
  readonly detail?: Child
  readonly icon?: IconName
}

export interface TimelineProps {
  /** Newest first, or in the order in which it should be read. */
  readonly entries: readonly TimelineEntry[]
}

/** What happened, entry by entry: the ledger of a dossier in plain words. */
export function Timeline({ entries }: TimelineProps): JSX.Element {
  const say = useSay()
  return (
    <ol class="events">
      {entries.map(({ at, says, detail, icon = 'circle' }) => (
        <li>
          <Icon name={icon} />
          <Moment at={at} />
          <span>{say(says)}</span>
          {detail && <div class="event-detail">{detail}</div>}
        </li>
      ))}
    </ol>
  )
}
