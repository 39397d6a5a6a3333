import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { useSay } from './view.ts'

const words = {
  ends: {
    nl: 'Dit zijn er {most}, en meer passen hier niet. Er kunnen er meer zijn.',
    en: 'These are {most}, and no more fit here. There may be more.',
  },
}

export interface EndOfListProps {
  /** How many rows were read. */
  readonly read: number
  /** How many are read at most. */
  readonly most: number
}

/** Says that a list ends where reading stopped. Shows nothing when all of it was read. */
export function EndOfList({ read, most }: EndOfListProps): JSX.Element | null {
  const say = useSay()
  return read < most ? null : <p class="table-end">{say(words.ends, { most })}</p>
}
