import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Day } from './calendar-text.ts'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

export interface DateFieldProps extends FieldProps {
  /** What was filled in, also when it is not a day. */
  readonly value?: string | undefined
  readonly min?: Day
  readonly max?: Day
  /** `bday` for one's own date of birth. */
  readonly autocomplete?: string
}

/** A day, with the browser's own calendar. It sends `2026-11-23`. */
export function DateField(props: DateFieldProps): JSX.Element {
  return (
    <Field of={props}>
      <input
        class="input width-medium"
        type="date"
        {...controlAttributes(props)}
        value={props.value}
        min={props.min}
        max={props.max}
        autocomplete={props.autocomplete}
      />
    </Field>
  )
}
