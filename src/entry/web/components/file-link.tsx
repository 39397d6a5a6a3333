import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { formatBytes } from '#entry/web/words.ts'
import { Icon } from './icon.tsx'
import { useView } from './view.ts'

export interface FileLinkProps {
  readonly href: string
  readonly name: string
  /** As readers call it: "PDF", "Word". */
  readonly kind?: string
  readonly bytes?: number
}

/** A file to open, with what it is and how large. */
export function FileLink({ href, name, kind, bytes }: FileLinkProps): JSX.Element {
  const { language } = useView()
  const size = bytes === undefined ? undefined : formatBytes(bytes, language)
  const facts = [kind, size].filter(Boolean).join(', ')
  return (
    <a class="file-link" href={href}>
      <Icon name="file" />
      <span>{facts === '' ? name : `${name} (${facts})`}</span>
    </a>
  )
}
