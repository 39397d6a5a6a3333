import { capital } from '#kernel/language.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'
import { useSay } from './view.ts'

export interface BadgeProps {
  readonly label: Wording
  readonly tone?: Tone
  readonly icon?: IconName
}

/** A word or two about the state or kind of something. */
export function Badge({ label, tone = 'neutral', icon }: BadgeProps): JSX.Element {
  return (
    <span class={LOOKS[tone]}>
      {icon && <Icon name={icon} />}
      {capital(useSay()(label))}
    </span>
  )
}

// Written out, because Tailwind finds the classes it must keep by reading the source.
const LOOKS: Readonly<Record<Tone, string>> = {
  neutral: 'badge badge-soft badge-secondary',
  info: 'badge badge-soft badge-info',
  success: 'badge badge-soft badge-success',
  warning: 'badge badge-soft badge-warning',
  error: 'badge badge-soft badge-error',
}
