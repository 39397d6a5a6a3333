import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { LinkButton } from './button.tsx'
import { useSay } from './view.ts'

const words = {
  look: { nl: 'Kijk hoe ver het is', en: 'Look how far it is' },
}

export interface WaitingProps {
  /** The page that it stands on. */
  readonly href: string
  readonly label: Wording
  readonly done: number
  readonly of: number
  readonly detail?: Wording
}

/**
 * How far something is that is being made. Where scripts run the page looks by itself every two
 * seconds, and shows what came of it; elsewhere there is a link to look again.
 */
export function Waiting({ href, label, done, of, detail }: WaitingProps): JSX.Element {
  const say = useSay()
  return (
    <div class="waiting" data-waiting={href} role="status">
      <p id="waiting-label">{say(label)}</p>
      <progress max={of} value={done} aria-labelledby="waiting-label"></progress>
      {detail && <p class="hint">{say(detail)}</p>}
      <div class="actions">
        <LinkButton href={href} label={words.look} look="plain" />
      </div>
    </div>
  )
}
