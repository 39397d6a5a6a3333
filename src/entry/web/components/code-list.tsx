import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { buttonLook } from './button.tsx'
import { Icon } from './icon.tsx'
import { useSay } from './view.ts'

const words = {
  copy: { nl: 'Kopiëren', en: 'Copy' },
  copied: { nl: 'Gekopieerd', en: 'Copied' },
  print: { nl: 'Afdrukken', en: 'Print' },
}

export interface CodeListProps {
  /** Says what the codes are: "Herstelcodes". */
  readonly label: Wording
  readonly codes: readonly string[]
}

/**
 * Codes to keep: recovery codes, a secret to type over. Copying and printing need a script, reading
 * does not.
 */
export function CodeList({ label, codes }: CodeListProps): JSX.Element {
  const say = useSay()
  return (
    <div class="stack stack-small">
      <ul class="codes" aria-label={say(label)}>
        {codes.map((code) => (
          <li>{code}</li>
        ))}
      </ul>
      <div class="actions">
        <button
          class={buttonLook('plain', 'small')}
          type="button"
          data-needs-script=""
          data-copy={codes.join('\n')}
          data-copied={say(words.copied)}
        >
          <Icon name="copy" />
          <span aria-live="polite">{say(words.copy)}</span>
        </button>
        <PrintButton />
      </div>
    </div>
  )
}

/** Prints the page. Only there when a script can do it. */
export function PrintButton(): JSX.Element {
  return (
    <button class={buttonLook('plain', 'small')} type="button" data-needs-script="" data-print="">
      <Icon name="print" />
      {useSay()(words.print)}
    </button>
  )
}
