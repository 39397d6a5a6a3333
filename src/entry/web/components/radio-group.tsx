import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { fieldId, type FieldProps, FieldSet } from './field.tsx'
import type { Option } from './select-field.tsx'
import { useSay } from './view.ts'

export interface RadioGroupProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value?: string | undefined
}

/**
 * A choice of one out of a few, all in sight. Nothing is chosen beforehand unless `value` says so.
 */
export function RadioGroup(props: RadioGroupProps): JSX.Element {
  return (
    <FieldSet of={props}>
      {props.options.map((option) => (
        <Choice group={props} option={option} type="radio" checked={option.value === props.value} />
      ))}
    </FieldSet>
  )
}

export interface CheckboxGroupProps extends FieldProps {
  readonly options: readonly Option[]
  readonly values?: readonly string[]
}

/** Any number out of a few. The form sends the name once for every choice. */
export function CheckboxGroup(props: CheckboxGroupProps): JSX.Element {
  return (
    <FieldSet of={props}>
      {props.options.map((option) => (
        <Choice
          group={props}
          option={option}
          type="checkbox"
          checked={props.values?.includes(option.value) ?? false}
        />
      ))}
    </FieldSet>
  )
}

interface ChoiceProps {
  readonly group: FieldProps
  readonly option: Option
  readonly type: 'radio' | 'checkbox'
  readonly checked: boolean
}

function Choice({ group, option, type, checked }: ChoiceProps): JSX.Element {
  const say = useSay()
  const id = `${fieldId(group)}-${option.value}`
  return (
    <div class="choice">
      <input
        class={type === 'radio' ? 'radio' : 'checkbox'}
        type={type}
        id={id}
        name={group.name}
        value={option.value}
        checked={checked}
        required={type === 'radio' && group.required}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <label for={id}>{say(option.label)}</label>
      {option.hint && (
        <p class="choice-hint" id={`${id}-hint`}>
          {say(option.hint)}
        </p>
      )}
    </div>
  )
}
