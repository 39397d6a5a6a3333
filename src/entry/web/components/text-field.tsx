import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'number' | 'time' | 'url'
  readonly value?: string | undefined
  /** A token of the HTML standard: `email`, `current-password`, `one-time-code`, `off`. */
  readonly autocomplete?: string
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel'
  /** As long as what is expected: a postcode is `short`. */
  readonly width?: 'short' | 'medium' | 'full'
  readonly maxLength?: number
  readonly readOnly?: boolean
}

/** One line of text. A password is never shown again after a mistake. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { type = 'text', width = 'full' } = props
  return (
    <Field of={props}>
      <input
        class={WIDTHS[width]}
        type={type}
        {...controlAttributes(props)}
        value={type === 'password' ? undefined : props.value}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxLength}
        readonly={props.readOnly}
        spellcheck={type === 'text' ? undefined : false}
      />
    </Field>
  )
}

const WIDTHS = {
  short: 'input width-short',
  medium: 'input width-medium',
  full: 'input',
}
