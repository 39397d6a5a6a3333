import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Badge,
  type Column,
  DataTable,
  DateText,
  EmptyState,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { type ActionView, PERFORMERS } from '#modules/practice/index.ts'
import { TRAJECTORY } from './words.ts'

const words = {
  none: { nl: 'Nog geen acties', en: 'No actions yet' },
  slot: { nl: 'Week {week}, dag {day}', en: 'Week {week}, day {day}' },
  week: { nl: 'Week {week}', en: 'Week {week}' },
  state: { nl: 'Stand', en: 'State' },
  ahead: { nl: 'te doen', en: 'to do' },
  tick: { nl: 'Klaar?', en: 'Done?' },
} satisfies Record<string, Text>

export interface ActionTableProps {
  readonly actions: readonly ActionView[]
  /** Path of the trajectory. */
  readonly path: string
  readonly mayTick: (action: ActionView) => boolean
  /** Where an action can be changed; absent for who may not. */
  readonly href?: (action: ActionView) => string
  readonly emptyLead: Text
  readonly emptyAction?: JSX.Element
}

/** Actions in the order in which they fall due, each with who does it and whether it was done. */
export function ActionTable(props: ActionTableProps): JSX.Element {
  const { actions, path, mayTick, href, emptyLead, emptyAction } = props
  return (
    <DataTable
      caption={TRAJECTORY.actions}
      captionHidden
      rows={actions}
      {...(href && { href })}
      columns={[
        { title: TRAJECTORY.action, cell: ({ body }) => body },
        { title: TRAJECTORY.who, cell: ({ performer }) => <Words of={PERFORMERS[performer]} /> },
        { title: TRAJECTORY.week, cell: slotText },
        { title: TRAJECTORY.due, cell: ({ dueOn }) => <DateText day={dueOn} form="short" /> },
        { title: words.state, cell: (action) => <ActionState of={action} /> },
        tickColumn(path, mayTick),
      ]}
      empty={<EmptyState title={words.none} lead={emptyLead} icon="check" action={emptyAction} />}
    />
  )
}

function tickColumn(path: string, mayTick: ActionTableProps['mayTick']): Column<ActionView> {
  return {
    title: words.tick,
    cell: (action) =>
      mayTick(action) && (
        <ActionForm
          action={`${path}/acties/${action.id}/${action.done ? 'open' : 'gedaan'}`}
          label={action.done ? TRAJECTORY.untick : TRAJECTORY.tick}
          look={action.done ? 'quiet' : 'plain'}
          size="small"
          {...(!action.done && { icon: 'check' as const })}
        />
      ),
  }
}

function slotText({ week, day }: ActionView): JSX.Element {
  return day === undefined ? (
    <Words of={words.week} places={{ week }} />
  ) : (
    <Words of={words.slot} places={{ week, day }} />
  )
}

function ActionState({ of: action }: { of: ActionView }): JSX.Element {
  if (action.done) return <Badge label={TRAJECTORY.done} tone="success" icon="check" />
  if (action.late) return <Badge label={TRAJECTORY.late} tone="warning" icon="alert" />
  return <Badge label={words.ahead} />
}
