import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

/** The number of a dossier or an invoice, which does not break at its hyphen. */
export function Reference({ of }: { of: string }): JSX.Element {
  return <span class="reference">{of}</span>
}
