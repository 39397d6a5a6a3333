import type { JSX } from 'hono/jsx/jsx-runtime'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined
  /** Characters; the form says so before it refuses. */
  readonly maxLength?: number
  /** `tall` for a summary or a report. */
  readonly height?: 'normal' | 'tall'
}

/** Text of more than a line. It grows with what is written. */
export function TextArea(props: TextAreaProps): JSX.Element {
  return (
    <Field of={props}>
      <textarea
        class={props.height === 'tall' ? 'textarea textarea-tall' : 'textarea'}
        {...controlAttributes(props)}
        maxlength={props.maxLength}
        rows={props.height === 'tall' ? 10 : 4}
      >
        {keepFirstBreak(props.value)}
      </textarea>
    </Field>
  )
}

/** HTML drops one line break right after the tag, so a text that begins with one gets another. */
function keepFirstBreak(value: string | undefined): string | undefined {
  return value?.startsWith('\n') ? `\n${value}` : value
}
