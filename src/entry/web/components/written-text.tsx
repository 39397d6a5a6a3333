import type { JSX } from 'hono/jsx/jsx-runtime'

/** Text that a person wrote in a form, with their own line breaks. */
export function WrittenText({ text }: { text: string }): JSX.Element {
  return <div class="written">{text}</div>
}
