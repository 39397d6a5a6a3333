import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon } from './icon.tsx'
import { useSay } from './view.ts'

const words = {
  search: { nl: 'Zoeken', en: 'Search' },
  clear: { nl: 'Wissen', en: 'Clear' },
}

export interface SearchFormProps {
  readonly action: string
  /** What one can search by: "Zoek op naam of plaats". */
  readonly label: Wording
  readonly name?: string
  readonly value?: string
  /** Filters that must stay as they are, as hidden fields. */
  readonly keep?: Readonly<Record<string, string>>
  /** The list without this search; offered when there is one. */
  readonly clearHref?: string
}

/** Searches a list by words, with an address that can be kept. */
export function SearchForm(props: SearchFormProps): JSX.Element {
  const { action, label, name = 'q', value, keep = {}, clearHref } = props
  const say = useSay()
  return (
    <search>
      <form class="search" method="get" action={action}>
        {Object.entries(keep).map(([field, kept]) => (
          <input type="hidden" name={field} value={kept} />
        ))}
        <div class="field">
          <label for={`search-${name}`}>{say(label)}</label>
          <input
            class="input"
            type="search"
            id={`search-${name}`}
            name={name}
            value={value}
            maxlength={200}
            autocomplete="off"
          />
        </div>
        <button class="btn btn-plain" type="submit">
          <Icon name="search" />
          {say(words.search)}
        </button>
        {value && clearHref && (
          <a class="btn btn-quiet" href={clearHref}>
            {say(words.clear)}
          </a>
        )}
      </form>
    </search>
  )
}
