import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

/** Something that the form must send back and that the reader need not see. It is not a secret. */
export function HiddenField(props: { name: string; value: string }): JSX.Element {
  return <input type="hidden" name={props.name} value={props.value} />
}
