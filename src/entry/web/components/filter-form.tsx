import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon } from './icon.tsx'
import type { Option } from './select-field.tsx'
import { type Say, useSay } from './view.ts'

const words = {
  filter: { nl: 'Tonen', en: 'Show' },
  clear: { nl: 'Alles tonen', en: 'Show everything' },
}

/** One thing by which a list is narrowed. Empty narrows nothing. */
export interface FilterField {
  readonly name: string
  readonly label: Wording
  readonly value?: string | undefined
  /** With options it is a choice, and the first of them is "everything". */
  readonly options?: readonly Option[]
  readonly type?: 'text' | 'date'
}

export interface FilterFormProps {
  readonly action: string
  readonly fields: readonly FilterField[]
  /** What the address has besides, and keeps. */
  readonly keep?: Readonly<Record<string, string>>
  /** The list without filters; offered when there is one. */
  readonly clearHref?: string | undefined
}

/** Narrows a list by several things at once, with an address that can be kept. */
export function FilterForm(props: FilterFormProps): JSX.Element {
  const { action, fields, keep = {}, clearHref } = props
  const say = useSay()
  return (
    <search>
      <form class="search" method="get" action={action}>
        {Object.entries(keep).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {fields.map((field) => drawField(field, say))}
        <button class="btn btn-plain" type="submit">
          <Icon name="search" />
          {say(words.filter)}
        </button>
        {clearHref && (
          <a class="btn btn-quiet" href={clearHref}>
            {say(words.clear)}
          </a>
        )}
      </form>
    </search>
  )
}

const LONGEST = 60

function drawField(field: FilterField, say: Say): Child {
  const { name, label, value = '', options, type = 'text' } = field
  const id = `filter-${name}`
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      {options ? (
        <select class="select" id={id} name={name}>
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {say(option.label)}
            </option>
          ))}
        </select>
      ) : (
        <input
          class="input"
          type={type}
          id={id}
          name={name}
          value={value}
          maxlength={LONGEST}
          autocomplete="off"
        />
      )}
    </div>
  )
}
