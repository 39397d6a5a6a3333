import type { Child } from '#entry/web/jsx/element.ts'
import { type Places, say, type Wording } from '#entry/web/words.ts'
import { useView } from './view.ts'

export interface WordsProps {
  readonly of: Wording
  readonly places?: Places
}

/** A text in the reader's language, inside a paragraph or a cell. */
export function Words({ of, places }: WordsProps): Child {
  return say(of, useView().language, places)
}
