import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

/** Text that a person wrote in a form, with their own line breaks. */
export function WrittenText({ text }: { text: string }): JSX.Element {
  return <div class="written">{text}</div>
}
