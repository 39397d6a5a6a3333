import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { LinkButton } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

/** A quiet way to another page about accounts. */
export function AccountLink({ href, label }: { href: string; label: Text }): JSX.Element {
  return <LinkButton href={href} label={label} look="quiet" />
}
