import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon, type IconName } from './icon.tsx'
import { useSay } from './view.ts'

/**
 * `primary` for the one next step, `plain` beside it, `quiet` for what is seldom needed, `danger`
 * for what destroys.
 */
export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'btn btn-primary',
  plain: 'btn btn-plain',
  quiet: 'btn btn-quiet',
  danger: 'btn btn-error',
}

const SMALL_LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'btn btn-primary btn-sm',
  plain: 'btn btn-plain btn-sm',
  quiet: 'btn btn-quiet btn-sm',
  danger: 'btn btn-error btn-sm',
}

/** The classes of a button, for components that draw one themselves. */
export function buttonLook(look: ButtonLook, size: 'normal' | 'small' = 'normal'): string {
  return (size === 'small' ? SMALL_LOOKS : LOOKS)[look]
}

interface ButtonWords {
  readonly label: Wording
  readonly look?: ButtonLook
  /** `small` in tables and cards. */
  readonly size?: 'normal' | 'small'
  readonly icon?: IconName
}

export interface ButtonProps extends ButtonWords {
  /** What the form sends with this button. */
  readonly name?: string
  readonly value?: string
  readonly disabled?: boolean
}

/** Sends the form it stands in. */
export function Button(props: ButtonProps): JSX.Element {
  const { label, look = 'primary', size, icon, name, value, disabled } = props
  return (
    <button
      class={buttonLook(look, size)}
      type="submit"
      name={name}
      value={value}
      disabled={disabled}
    >
      {icon && <Icon name={icon} />}
      {useSay()(label)}
    </button>
  )
}

export interface LinkButtonProps extends ButtonWords {
  readonly href: string
  /** Lets the browser keep what it gets as a file. */
  readonly download?: boolean
  /** Leaves this page as it is. Its label says so. */
  readonly newTab?: boolean
}

/** Goes to a page, with the weight of a button. It changes nothing. */
export function LinkButton(props: LinkButtonProps): JSX.Element {
  const { label, look = 'primary', size, icon, href, download, newTab } = props
  return (
    <a
      class={buttonLook(look, size)}
      href={href}
      download={download}
      target={newTab ? '_blank' : undefined}
    >
      {icon && <Icon name={icon} />}
      {useSay()(label)}
    </a>
  )
}
