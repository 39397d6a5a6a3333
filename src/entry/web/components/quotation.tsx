import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

export interface QuotationProps {
  /** Who said it and when: "Sanne de Wit, 23 november 2026". */
  readonly by: Child
  readonly text: string
}

/** Somebody's own words, kept as they were written. */
export function Quotation({ by, text }: QuotationProps): JSX.Element {
  return (
    <figure class="quote">
      <blockquote class="written">{text}</blockquote>
      <figcaption>{by}</figcaption>
    </figure>
  )
}
