import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Button, type ButtonProps } from './button.tsx'
import { FormMarks } from './form.tsx'

export interface ActionFormProps extends ButtonProps {
  readonly action: string
  /** `HiddenField`s, when the act needs more than its address. */
  readonly children?: Child
}

/** One button that does one thing: send, approve, withdraw. */
export function ActionForm({ action, children, ...button }: ActionFormProps): JSX.Element {
  return (
    <form method="post" action={action} data-once="">
      <FormMarks />
      {children}
      <Button {...button} />
    </form>
  )
}
