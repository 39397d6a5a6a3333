import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { fieldId } from './field.tsx'
import { useSay } from './view.ts'

const words = {
  title: { nl: 'Er klopt nog iets niet', en: 'Something is not right yet' },
}

export interface FieldError {
  /** Name of the field; absent when the mistake is not in one field. */
  readonly name?: string
  /** What the field is called, for a message that says too little by itself. */
  readonly label?: Wording
  readonly message: Wording
}

export interface ErrorSummaryProps {
  readonly title?: Wording
  readonly errors: readonly FieldError[]
}

/**
 * Stands above a form that came back, with a link to every field that needs another look. Empty
 * shows nothing.
 */
export function ErrorSummary({ title, errors }: ErrorSummaryProps): JSX.Element | null {
  const say = useSay()
  if (errors.length === 0) return null
  return (
    <div class="faults" role="alert" tabindex={-1} data-focus="">
      <h2>{say(title ?? words.title)}</h2>
      <ul>
        {errors.map(({ name, label, message }) => {
          const said = label ? `${say(label)}: ${say(message)}` : say(message)
          return <li>{name ? <a href={`#${fieldId({ name })}`}>{said}</a> : said}</li>
        })}
      </ul>
    </div>
  )
}
