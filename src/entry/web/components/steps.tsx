import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon } from './icon.tsx'
import { useSay } from './view.ts'

const words = {
  done: { nl: 'gedaan', en: 'done' },
}

export interface StepsProps {
  readonly label: Wording
  readonly steps: readonly Wording[]
  /** Rank of the step one is at, counted from 0; as many as there are steps when all are done. */
  readonly current: number
}

/** The steps of something that goes in order, and which one is now. */
export function Steps({ label, steps, current }: StepsProps): JSX.Element {
  const say = useSay()
  return (
    <ol class="steps-row" aria-label={say(label)}>
      {steps.map((step, rank) => (
        <li
          class={rank < current ? 'step-done' : undefined}
          aria-current={rank === current ? 'step' : undefined}
        >
          <Icon name={rank < current ? 'circleCheck' : 'circle'} />
          {say(step)}
          {rank < current && <span class="unseen">{` (${say(words.done)})`}</span>}
        </li>
      ))}
    </ol>
  )
}
