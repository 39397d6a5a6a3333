import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DateText,
  dayOf,
  EmptyState,
  LinkButton,
  Quotation,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page, type Params } from '#entry/web/http/page.tsx'
import {
  openOwnFileWith,
  type OwnFile,
  ownPath,
  SELF_SERVICE,
} from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'
import { SigningList } from '#entry/web/pages/signing/list.tsx'
import { ActionTable } from '#entry/web/pages/work/dossier/trajectory/action-table.tsx'
import { Gatekeeper } from '#entry/web/pages/work/dossier/trajectory/gatekeeper.tsx'
import { GoalList } from '#entry/web/pages/work/dossier/trajectory/goal-list.tsx'
import { TRAJECTORY } from '#entry/web/pages/work/dossier/trajectory/words.ts'
import { OwnForms } from './form.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  completeAction,
  EXPECTERS,
  formReads,
  type FormView,
  gatekeeperReads,
  type GatekeeperView,
  readForms,
  readGatekeeper,
  readSignings,
  readTrajectory,
  reopenAction,
  signingReads,
  type SigningView,
  trajectoryReads,
  type TrajectoryView,
} from '#modules/practice/index.ts'

const words = {
  actionsLead: {
    nl: 'Wat u gaat doen en wat uw coach gaat doen. Wat u zelf doet, vinkt u hier af.',
    en: 'What you will do and what your coach will do. You tick off here what you did yourself.',
  },
  noActions: {
    nl: 'Spreekt u met uw coach af wie wat doet, dan staat het hier.',
    en: 'When you and your coach agree who does what, it stands here.',
  },
  noGoals: { nl: 'Nog geen doelen', en: 'No goals yet' },
  noGoalsWhy: {
    nl: 'U bepaalt ze samen met uw coach.',
    en: 'You set them together with your coach.',
  },
  expectationsLead: {
    nl: 'Wat verwacht u van het traject? Uw coach leest het.',
    en: 'What do you expect of the trajectory? Your coach reads it.',
  },
  expect: { nl: 'Mijn verwachting opschrijven', en: 'Write down what I expect' },
  noExpectations: { nl: 'Nog niets opgeschreven', en: 'Nothing written down yet' },
} satisfies Record<string, Text>

interface OwnTrajectory {
  readonly file: OwnFile
  readonly trajectory: TrajectoryView
  readonly forms: readonly FormView[]
  readonly signings: readonly SigningView[]
  readonly gatekeeper: GatekeeperView | undefined
}

/** What one works towards, with the actions that are one's own to tick. */
export const ownTrajectoryPage = page('/mijn/dossiers/:id/traject', {
  read: openOwnTrajectory,
  view: drawTrajectory,
})

/** @throws `NOT_FOUND` also where the statement has no goals. */
async function openOwnTrajectory(door: Door, params: Params): Promise<OwnTrajectory> {
  const { file, answers, opening, actors } = await openOwnFileWith(door, params, (access, id) => ({
    ...trajectoryReads(access, id),
    ...formReads(access, id),
    ...signingReads(access, id),
    ...gatekeeperReads(access, id),
  }))
  if (!file.access.can('goals', 'select')) throw new AppError('NOT_FOUND')
  const startedAt = file.dossier.service.activatedAt ?? file.dossier.startedAt
  const today = dayOf(new Date())
  return {
    file,
    trajectory: readTrajectory(opening, answers, { today, startedAt, actors }),
    forms: readForms(opening, answers, actors),
    signings: readSignings(opening, answers, actors),
    gatekeeper: readGatekeeper(answers, today),
  }
}

/** Ticking one's own action, and taking that back. */
export const ownActionActs = Object.entries({ gedaan: completeAction, open: reopenAction }).map(
  ([word, work]) =>
    act(`/mijn/dossiers/:id/traject/acties/:action/${word}`, async ({ door, params }) => {
      const id = idOf(params)
      await door.changeDossier(SELF_SERVICE, id, (tx) => work(tx, idOf(params, 'action')))
      return { to: `${ownPath(id)}/traject#acties` }
    }),
)

function drawTrajectory(data: OwnTrajectory, door: Door): JSX.Element {
  const { file, trajectory, forms, signings, gatekeeper } = data
  const path = `${file.path}/traject`
  const isOpen = file.dossier.service.state !== 'closed'
  const mayTick = isOpen && file.access.can('action_completions', 'insert')
  return (
    <OwnScreen door={door} file={file} part="trajectory">
      <Stack gap="large">
        <OwnForms forms={forms} path={path} />
        <SigningList
          signings={signings.filter(({ state }) => state !== 'withdrawn')}
          documents={file.dossier.documents}
          path={file.path}
        />
        <Section title={TRAJECTORY.actions} lead={words.actionsLead} id="acties">
          <ActionTable
            actions={trajectory.actions}
            path={path}
            mayTick={({ performer }) => mayTick && performer === 'client'}
            emptyLead={words.noActions}
          />
        </Section>
        {gatekeeper && <Gatekeeper gatekeeper={gatekeeper} path={file.path} mayChange={false} />}
        <Section title={TRAJECTORY.goals} id="doelen">
          {trajectory.goals.length === 0 ? (
            <EmptyState title={words.noGoals} lead={words.noGoalsWhy} icon="circle" />
          ) : (
            <GoalList goals={trajectory.goals} />
          )}
        </Section>
        <Expectations {...data} />
      </Stack>
    </OwnScreen>
  )
}

function Expectations({ file, trajectory }: OwnTrajectory): JSX.Element {
  const isOpen = file.dossier.service.state !== 'closed'
  return (
    <Section
      title={TRAJECTORY.expectations}
      lead={words.expectationsLead}
      id="verwachtingen"
      action={
        isOpen &&
        file.access.can('expectations', 'insert') && (
          <LinkButton
            href={`${file.path}/traject/verwachting`}
            label={words.expect}
            look="plain"
            size="small"
            icon="pencil"
          />
        )
      }
    >
      {trajectory.expectations.length === 0 && (
        <EmptyState title={words.noExpectations} icon="speech" />
      )}
      <Stack>
        {trajectory.expectations.map(({ holder, body, writtenAt }) => (
          <Quotation
            by={
              <>
                <Words of={EXPECTERS[holder]} />, <DateText day={writtenAt} />
              </>
            }
            text={body}
          />
        ))}
      </Stack>
    </Section>
  )
}
