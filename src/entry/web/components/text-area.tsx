import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined
  /** Characters; the form says so before it refuses. */
  readonly maxLength?: number
  /** `tall` for a summary or a report, `source` for a whole file that a program reads. */
  readonly height?: 'normal' | 'tall' | 'source'
}

/** Text of more than a line. It grows with what is written. */
export function TextArea(props: TextAreaProps): JSX.Element {
  return (
    <Field of={props}>
      <textarea
        {...HEIGHTS[props.height ?? 'normal']}
        {...controlAttributes(props)}
        maxlength={props.maxLength}
      >
        {keepFirstBreak(props.value)}
      </textarea>
    </Field>
  )
}

/** Lines of a source are not broken: a program counts them. */
const HEIGHTS = {
  normal: { class: 'textarea', rows: 4 },
  tall: { class: 'textarea textarea-tall', rows: 10 },
  source: { class: 'textarea textarea-source', rows: 30, wrap: 'off', spellcheck: false },
} as const

/** HTML drops one line break right after the tag, so a text that begins with one gets another. */
function keepFirstBreak(value: string | undefined): string | undefined {
  return value?.startsWith('\n') ? `\n${value}` : value
}
