import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

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
