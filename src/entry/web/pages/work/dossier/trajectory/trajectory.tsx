import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  DateText,
  DescriptionList,
  EmptyState,
  LinkButton,
  Notice,
  Quotation,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { DossierScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import type { Text } from '#kernel/language.ts'
import { EXPECTERS, TRAJECTORY_STATUSES } from '#modules/practice/index.ts'
import { ActionTable } from './action-table.tsx'
import { Gatekeeper, hasGatekeeper } from './gatekeeper.tsx'
import { GoalList } from './goal-list.tsx'
import { openTrajectory, type TrajectoryFile } from './opened.ts'
import { hoursText, TRAJECTORY } from './words.ts'

const words = {
  settings: { nl: 'Traject wijzigen', en: 'Change the trajectory' },
  status: { nl: 'Stand', en: 'Status' },
  project: { nl: 'Projectnummer', en: 'Project number' },
  started: { nl: 'Begonnen', en: 'Started' },
  now: { nl: 'Nu', en: 'Now' },
  weekNow: { nl: 'week {week}', en: 'week {week}' },
  notYet: { nl: 'nog niet begonnen', en: 'not started yet' },
  hours: { nl: 'Uren', en: 'Hours' },
  of: { nl: '{spent} van {budget}', en: '{spent} of {budget}' },
  over: {
    nl: 'Er zijn meer uren besteed dan afgesproken. Overleg met de opdrachtgever.',
    en: 'More hours were spent than agreed. Talk to the principal.',
  },
  addGoal: { nl: 'Doel toevoegen', en: 'Add a goal' },
  noGoals: { nl: 'Nog geen doelen', en: 'No goals yet' },
  noGoalsWhy: {
    nl: 'Schrijf samen met de cliënt op wat u wilt bereiken. De cliënt ziet de doelen in Mijn.',
    en: 'Write down with the client what you want to reach. The client sees the goals under Mine.',
  },
  addAction: { nl: 'Actie toevoegen', en: 'Add an action' },
  copy: { nl: 'Beginnen met de vaste lijst', en: 'Begin with the usual list' },
  noActionsWhy: {
    nl: 'Zet op de lijst wie wat doet, en in welke week vanaf het begin.',
    en: 'Put on the list who does what, in which week from the start.',
  },
  addExpectation: { nl: 'Verwachting opschrijven', en: 'Write down an expectation' },
  noExpectations: { nl: 'Nog geen verwachtingen', en: 'No expectations yet' },
  noExpectationsWhy: {
    nl: 'De cliënt kan zelf opschrijven wat hij of zij verwacht. U kunt dat ook.',
    en: 'The client can write down what they expect. So can you.',
  },
} satisfies Record<string, Text>

/** What a client works towards: goals, who does what in which week, and the hours there are. */
export function trajectoryPage(desk: Desk): Route {
  return page(`${desk.path}/:id/traject`, {
    read: (door, params) => openTrajectory(door, desk, params),
    view: drawTrajectory,
  })
}

function drawTrajectory(data: TrajectoryFile, door: Door): JSX.Element {
  const { file } = data
  const mayChange = isOpenForWriting(file, 'trajectories')
  return (
    <DossierScreen
      door={door}
      file={file}
      part="trajectory"
      action={
        mayChange && (
          <LinkButton
            href={`${file.path}/traject/wijzigen`}
            label={words.settings}
            look="plain"
            icon="pencil"
          />
        )
      }
    >
      <Stack gap="large">
        <Standing {...data} />
        {hasGatekeeper(file) && (
          <Gatekeeper
            gatekeeper={data.gatekeeper}
            path={file.path}
            mayChange={isOpenForWriting(file, 'sick_leaves')}
          />
        )}
        <Goals {...data} />
        <ActionList {...data} />
        <Expectations {...data} />
      </Stack>
    </DossierScreen>
  )
}

function Standing({ file, trajectory }: TrajectoryFile): JSX.Element {
  const { status, week, projectNumber, startedOn, spentMinutes, budgetMinutes } = trajectory
  const isOver =
    budgetMinutes !== undefined && spentMinutes !== undefined && spentMinutes > budgetMinutes
  return (
    <Stack>
      {isOver && (
        <Notice tone="warning">
          <Words of={words.over} />
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: words.status, value: status && <Words of={TRAJECTORY_STATUSES[status]} /> },
          { term: words.started, value: <DateText day={startedOn} /> },
          {
            term: words.now,
            value:
              week > 0 ? (
                <Words of={words.weekNow} places={{ week }} />
              ) : (
                <Words of={words.notYet} />
              ),
          },
          { term: words.project, value: projectNumber },
          ...(file.access.can('trajectories', 'select', 'budget_minutes')
            ? [{ term: words.hours, value: <Hours spent={spentMinutes} budget={budgetMinutes} /> }]
            : []),
        ]}
      />
    </Stack>
  )
}

function Hours(props: {
  spent: number | undefined
  budget: number | undefined
}): JSX.Element | null {
  const { spent, budget } = props
  if (budget === undefined) return spent === undefined ? null : <Words of={hoursText(spent)} />
  if (spent === undefined) return <Words of={hoursText(budget)} />
  const [used, agreed] = [hoursText(spent), hoursText(budget)]
  return (
    <Words
      of={{
        nl: words.of.nl.replace('{spent}', used.nl).replace('{budget}', agreed.nl),
        en: words.of.en.replace('{spent}', used.en).replace('{budget}', agreed.en),
      }}
    />
  )
}

function Goals({ file, trajectory }: TrajectoryFile): JSX.Element {
  const mayAdd = isOpenForWriting(file, 'goals')
  const path = `${file.path}/traject`
  const add = (
    <LinkButton href={`${path}/doelen/nieuw`} label={words.addGoal} icon="add" size="small" />
  )
  return (
    <Section title={TRAJECTORY.goals} action={mayAdd && add} id="doelen">
      {trajectory.goals.length === 0 ? (
        <EmptyState title={words.noGoals} lead={words.noGoalsWhy} icon="circle" />
      ) : (
        <GoalList goals={trajectory.goals} {...(mayAdd && { path })} />
      )}
    </Section>
  )
}

function ActionList({ file, trajectory }: TrajectoryFile): JSX.Element {
  const path = `${file.path}/traject`
  const mayAdd = isOpenForWriting(file, 'actions')
  const mayTick = isOpenForWriting(file, 'action_completions')
  const copy = (
    <ActionForm action={`${path}/acties/vaste-lijst`} label={words.copy} look="plain" icon="copy" />
  )
  return (
    <Section
      title={TRAJECTORY.actions}
      id="acties"
      action={
        mayAdd && (
          <Actions>
            <LinkButton
              href={`${path}/acties/nieuw`}
              label={words.addAction}
              icon="add"
              size="small"
            />
          </Actions>
        )
      }
    >
      <ActionTable
        actions={trajectory.actions}
        path={path}
        mayTick={() => mayTick}
        {...(mayAdd && { href: ({ id }: { id: string }) => `${path}/acties/${id}` })}
        emptyLead={words.noActionsWhy}
        {...(mayAdd && { emptyAction: copy })}
      />
    </Section>
  )
}

function Expectations({ file, trajectory }: TrajectoryFile): JSX.Element {
  const mayAdd = isOpenForWriting(file, 'expectations')
  const add = (
    <LinkButton
      href={`${file.path}/traject/verwachtingen`}
      label={words.addExpectation}
      look="plain"
      size="small"
      icon="add"
    />
  )
  return (
    <Section title={TRAJECTORY.expectations} action={mayAdd && add} id="verwachtingen">
      {trajectory.expectations.length === 0 && (
        <EmptyState title={words.noExpectations} lead={words.noExpectationsWhy} icon="speech" />
      )}
      <Stack>
        {trajectory.expectations.map(({ holder, body, writtenBy, writtenAt }) => (
          <Quotation
            by={
              <>
                <Words of={EXPECTERS[holder]} />, <DateText day={writtenAt} /> (
                <ActorText of={writtenBy} />)
              </>
            }
            text={body}
          />
        ))}
      </Stack>
    </Section>
  )
}
