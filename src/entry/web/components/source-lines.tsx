import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { useSay } from './view.ts'

/** A line of a file, with what there is to say of it. */
interface SourceLine {
  /** Counted from 1. */
  readonly number: number
  readonly text: string
  readonly notes: readonly Child[]
}

export interface SourceLinesProps {
  /** Says which file it is. */
  readonly label: Wording
  readonly lines: readonly SourceLine[]
}

/** Lines of a file with their numbers, and remarks under those that they are about. */
export function SourceLines({ label, lines }: SourceLinesProps): JSX.Element {
  return (
    <ol class="source-lines" aria-label={useSay()(label)}>
      {lines.map(({ number, text, notes }) => (
        <li>
          <span class="source-number">{number}</span>
          <code>{text === '' ? ' ' : text}</code>
          {notes.map((note) => (
            <div class="source-note">{note}</div>
          ))}
        </li>
      ))}
    </ol>
  )
}
