import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'
import { useSay } from './view.ts'

const ICONS: Readonly<Record<Tone, IconName>> = {
  neutral: 'info',
  info: 'info',
  success: 'circleCheck',
  warning: 'alert',
  error: 'circleCross',
}

const LOOKS: Readonly<Record<Tone, string>> = {
  neutral: 'notice tone-neutral',
  info: 'notice tone-info',
  success: 'notice tone-success',
  warning: 'notice tone-warning',
  error: 'notice tone-error',
}

export interface NoticeProps {
  readonly tone?: Tone
  readonly title?: Wording
  /** What just happened is announced to screen readers; what simply stands on the page is not. */
  readonly announce?: boolean
  /** A button or link that helps. */
  readonly action?: Child
  readonly children?: Child
}

/** Something the reader must know before going on, or what came of what they just did. */
export function Notice(props: NoticeProps): JSX.Element {
  const { tone = 'info', title, announce, action, children } = props
  const urgent = tone === 'error' ? 'alert' : 'status'
  return (
    <div class={LOOKS[tone]} role={announce ? urgent : undefined}>
      <Icon name={ICONS[tone]} />
      <div>
        {title && <p class="notice-title">{useSay()(title)}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
        {action && <div class="actions">{action}</div>}
      </div>
    </div>
  )
}
