import { capital } from '#kernel/language.ts'
import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { formatNumber, type Wording } from '#entry/web/words.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'
import { useSay, useView } from './view.ts'

/** A row of figures. */
export function Stats({ children }: { children?: Child }): JSX.Element {
  return <dl class="figures">{children}</dl>
}

const LOOKS: Readonly<Record<Tone, string>> = {
  neutral: 'figure-value tone-neutral',
  info: 'figure-value tone-info',
  success: 'figure-value tone-success',
  warning: 'figure-value tone-warning',
  error: 'figure-value tone-error',
}

export interface StatProps {
  readonly label: Wording
  readonly value: number | string
  readonly detail?: Wording
  readonly icon?: IconName
  /** Colours the icon. */
  readonly tone?: Tone
  /** The list behind the figure. */
  readonly href?: string
}

/** One figure with what it counts. Stands in `Stats`. */
export function Stat(props: StatProps): JSX.Element {
  const { label, value, detail, icon, tone = 'neutral', href } = props
  const say = useSay()
  const { language } = useView()
  const written = typeof value === 'number' ? formatNumber(value, language) : value
  return (
    <div class="figure">
      {detail && <dd class="figure-detail">{say(detail)}</dd>}
      <dt>{capital(say(label))}</dt>
      <dd class={LOOKS[tone]}>
        {icon && <Icon name={icon} />}
        {href ? <a href={href}>{written}</a> : written}
      </dd>
    </div>
  )
}
