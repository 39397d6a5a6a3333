import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { controlAttributes, Field, type FieldProps } from './field.tsx'
import { useSay } from './view.ts'

const words = {
  choose: { nl: 'Maak een keuze', en: 'Make a choice' },
}

export interface Option {
  readonly value: string
  readonly label: Wording
  readonly hint?: Wording
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value?: string | undefined
  /** What it means to choose nothing, where that is a choice too: "Alle opleidingen". */
  readonly empty?: Wording
}

/** A choice of one out of many. For up to five choices `RadioGroup` is quicker to read. */
export function SelectField(props: SelectFieldProps): JSX.Element {
  const say = useSay()
  const chosen = props.options.some((option) => option.value === props.value)
  return (
    <Field of={props}>
      <select class="select" {...controlAttributes(props)}>
        <option value="" selected={!chosen}>
          {say(props.empty ?? words.choose)}
        </option>
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {say(option.label)}
          </option>
        ))}
      </select>
    </Field>
  )
}
