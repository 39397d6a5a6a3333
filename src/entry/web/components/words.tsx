import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Places, Wording } from '#entry/web/words.ts'
import { useSay } from './view.ts'

export interface WordsProps {
  readonly of: Wording
  readonly places?: Places
}

/** A text in the reader's language, inside a paragraph or a cell. */
export function Words({ of, places }: WordsProps): JSX.Element {
  return <>{useSay()(of, places)}</>
}
