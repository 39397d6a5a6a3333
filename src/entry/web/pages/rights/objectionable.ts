import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Option } from '#entry/web/components/index.ts'
import type { Statement } from '#statement/index.ts'

/** What a person can object to: what rests on an interest or a task, with its purpose. */
export function objectionOptions({ declarations }: Statement): Option[] {
  return Object.entries(declarations.activities)
    .filter(([, { basis }]) => basis === 'legitimate-interest' || basis === 'public-task')
    .map(([activity, { purpose }]) => ({
      value: activity,
      label: {
        nl: `${VOCABULARY.activities[activity]?.says.nl ?? activity}: ${purpose.nl}`,
        en: `${VOCABULARY.activities[activity]?.says.en ?? activity}: ${purpose.en}`,
      },
    }))
}
