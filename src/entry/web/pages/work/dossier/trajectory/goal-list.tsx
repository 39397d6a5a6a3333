import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  Card,
  DateText,
  LinkButton,
  Muted,
  Stack,
  type Tone,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { GOAL_STATES, type GoalState, type GoalView } from '#modules/practice/index.ts'
import { TRAJECTORY } from './words.ts'

const words = {
  by: { nl: 'uiterlijk', en: 'by' },
  addStep: { nl: 'Tussendoel toevoegen', en: 'Add a step' },
} satisfies Record<string, Text>

const TONES: Readonly<Record<GoalState, Tone>> = {
  open: 'neutral',
  reached: 'success',
  dropped: 'neutral',
}

/** Goals with the steps towards them; `path` leads to their forms, for who may change them. */
export function GoalList({
  goals,
  path,
}: {
  goals: readonly GoalView[]
  path?: string
}): JSX.Element {
  return (
    <Stack>
      {goals.map((goal, index) => (
        <Card
          title={{ nl: `Doel ${index + 1}`, en: `Goal ${index + 1}` }}
          actions={
            path && (
              <>
                <LinkButton
                  href={`${path}/doelen/${goal.id}`}
                  label={TRAJECTORY.change}
                  look="plain"
                  size="small"
                />
                <LinkButton
                  href={`${path}/doelen/nieuw?deel-van=${goal.id}`}
                  label={words.addStep}
                  look="quiet"
                  size="small"
                  icon="add"
                />
              </>
            )
          }
        >
          <GoalText of={goal} />
          {goal.steps.length > 0 && (
            <ul>
              {goal.steps.map((step) => (
                <li>
                  <GoalText of={step} />
                  {path && (
                    <a href={`${path}/doelen/${step.id}`}>
                      <Words of={TRAJECTORY.change} />
                    </a>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Card>
      ))}
    </Stack>
  )
}

function GoalText({ of: goal }: { of: GoalView }): JSX.Element {
  return (
    <Stack gap="small">
      <WrittenText text={goal.body} />
      <p>
        <Badge label={GOAL_STATES[goal.state]} tone={TONES[goal.state]} />{' '}
        {goal.dueOn && (
          <Muted>
            <Words of={words.by} /> <DateText day={goal.dueOn} />
          </Muted>
        )}
      </p>
    </Stack>
  )
}
