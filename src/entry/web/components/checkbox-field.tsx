import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { controlAttributes, type FieldProps, FieldNotice, FieldWords } from './field.tsx'
import { useSay } from './view.ts'

export interface CheckboxFieldProps extends FieldProps {
  readonly checked?: boolean
  /** What the form sends when it is checked. */
  readonly value?: string
}

/** One yes or no. It is never checked beforehand where it stands for a consent. */
export function CheckboxField(props: CheckboxFieldProps): JSX.Element {
  const say = useSay()
  const { checked, value = 'on' } = props
  const attributes = controlAttributes(props)
  return (
    <div class={props.error ? 'field field-faulty' : 'field'}>
      <FieldWords of={{ ...props, hint: undefined }} say={say} />
      <div class="choice">
        <input class="checkbox" type="checkbox" {...attributes} value={value} checked={checked} />
        <label for={attributes.id}>{say(props.label)}</label>
        {props.hint && (
          <p class="choice-hint" id={`${attributes.id}-hint`}>
            {say(props.hint)}
          </p>
        )}
        <FieldNotice notice={props.notice} />
      </div>
    </div>
  )
}
