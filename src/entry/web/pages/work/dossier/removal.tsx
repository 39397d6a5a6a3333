import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { ActionForm, Panel, Words } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

/**
 * The way to remove one thing, below what one usually comes for: what will be gone stands above it.
 */
export function Removal(props: { title: Text; why: Text; action: string }): JSX.Element {
  const { action, title, why } = props
  return (
    <Panel title={title}>
      <p>
        <Words of={why} />
      </p>
      <ActionForm action={action} label={title} look="danger" size="small" icon="trash" />
    </Panel>
  )
}
