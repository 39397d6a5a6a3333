import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon } from './icon.tsx'
import { type Say, useSay } from './view.ts'

const words = {
  optional: { nl: '(niet verplicht)', en: '(optional)' },
  why: { nl: 'Waarom vragen we dit?', en: 'Why do we ask this?' },
  mistake: { nl: 'Fout:', en: 'Error:' },
}

/** What every field has. */
export interface FieldProps {
  readonly name: string
  readonly label: Wording
  /** How to fill it in. */
  readonly hint?: Wording | undefined
  /**
   * The statement's own words on why this is asked and how long it is kept. Opens when asked for.
   */
  readonly notice?: Wording | undefined
  /** What is wrong with what was filled in, and how to mend it. */
  readonly error?: Wording | undefined
  /** Fields that need not be filled in say so. */
  readonly required?: boolean
  readonly disabled?: boolean
  /** Only when the same name stands twice on one page. */
  readonly id?: string
}

/** The id under which a field stands on the page; an error summary links to it. */
export function fieldId(props: { readonly name: string; readonly id?: string }): string {
  return props.id ?? `field-${props.name}`
}

/** The attributes that every control shares: its name, and which words belong to it. */
export function controlAttributes(props: FieldProps): {
  id: string
  name: string
  required: boolean | undefined
  disabled: boolean | undefined
  'aria-invalid': 'true' | undefined
  'aria-describedby': string | undefined
} {
  return {
    id: fieldId(props),
    name: props.name,
    required: props.required,
    disabled: props.disabled,
    'aria-invalid': props.error ? 'true' : undefined,
    'aria-describedby': describedBy(props),
  }
}

/** Ids of the hint and the error, in the order in which they should be read. */
function describedBy(props: FieldProps): string | undefined {
  const id = fieldId(props)
  const ids = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Label above, hint and error under it, then the control, then the notice. */
export function Field({ of, children }: { of: FieldProps; children?: Child }): JSX.Element {
  const say = useSay()
  const id = fieldId(of)
  return (
    <div class={of.error ? 'field field-faulty' : 'field'}>
      <label for={id}>
        {say(of.label)}
        <OptionalMark of={of} say={say} />
      </label>
      <FieldWords of={of} say={say} />
      {children}
      <FieldNotice notice={of.notice} />
    </div>
  )
}

/** The same for a group of choices, where a legend takes the place of the label. */
export function FieldSet({ of, children }: { of: FieldProps; children?: Child }): JSX.Element {
  const say = useSay()
  return (
    <fieldset
      class={of.error ? 'field field-faulty' : 'field'}
      id={fieldId(of)}
      tabindex={of.error ? -1 : undefined}
      aria-describedby={describedBy(of)}
      disabled={of.disabled}
    >
      <legend>
        {say(of.label)}
        <OptionalMark of={of} say={say} />
      </legend>
      <FieldWords of={of} say={say} />
      {children}
      <FieldNotice notice={of.notice} />
    </fieldset>
  )
}

function OptionalMark({ of, say }: { of: FieldProps; say: Say }): JSX.Element | null {
  if (of.required || of.disabled) return null
  return <span class="optional">{` ${say(words.optional)}`}</span>
}

/** Hint and error of a field, with the ids that its control refers to. */
export function FieldWords({ of, say }: { of: FieldProps; say: Say }): JSX.Element {
  const id = fieldId(of)
  return (
    <>
      {of.hint && (
        <p class="hint" id={`${id}-hint`}>
          {say(of.hint)}
        </p>
      )}
      {of.error && (
        <p class="fault" id={`${id}-error`}>
          <Icon name="circleCross" />
          <span>
            <span class="unseen">{`${say(words.mistake)} `}</span>
            {say(of.error)}
          </span>
        </p>
      )}
    </>
  )
}

/** Why something is asked, folded until the reader wants to know. */
export function FieldNotice({ notice }: { notice: Wording | undefined }): JSX.Element | null {
  const say = useSay()
  if (!notice) return null
  return (
    <details class="why">
      <summary>
        <Icon name="info" />
        {say(words.why)}
      </summary>
      <div>{say(notice)}</div>
    </details>
  )
}
