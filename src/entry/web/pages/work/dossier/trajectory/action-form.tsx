import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ErrorSummary,
  Form,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { Removal } from '#entry/web/pages/work/dossier/removal.tsx'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import { choiceOf, optionalId, requiredText, wholeNumber } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  ACTION_LIMIT,
  type ActionView,
  addAction,
  changeAction,
  completeAction,
  copyActions,
  PERFORMERS,
  removeAction,
  reopenAction,
  WEEK_LIMIT,
} from '#modules/practice/index.ts'
import { openTrajectory, type TrajectoryFile } from './opened.ts'
import { TRAJECTORY } from './words.ts'

const words = {
  add: { nl: 'Actie toevoegen', en: 'Add an action' },
  change: { nl: 'Actie wijzigen', en: 'Change the action' },
  body: { nl: 'Wat gaat er gebeuren?', en: 'What will be done?' },
  performer: { nl: 'Wie doet het?', en: 'Who does it?' },
  week: { nl: 'In week', en: 'In week' },
  weekHint: {
    nl: 'Geteld vanaf het begin van het traject. Nu is het week {week}.',
    en: 'Counted from the start of the trajectory. Now it is week {week}.',
  },
  day: { nl: 'Op dag', en: 'On day' },
  dayHint: {
    nl: '1 is de weekdag waarop het traject begon. Leeg: een dag in die week.',
    en: '1 is the weekday on which the trajectory started. Empty: any day of that week.',
  },
  goal: { nl: 'Voor welk doel?', en: 'For which goal?' },
  remove: { nl: 'Actie verwijderen', en: 'Remove the action' },
  removeWhy: {
    nl: 'De actie gaat van de lijst, ook bij de cliënt. Dat is niet ongedaan te maken.',
    en: 'The action goes off the list, of the client too. That cannot be undone.',
  },
} satisfies Record<string, Text>

const DAYS_A_WEEK = 7
const GOAL_LABEL_LIMIT = 80

const dayInput = wholeNumber({ minimum: 1, maximum: DAYS_A_WEEK })

/** Fields of an action, on lists of clients and in templates. */
export const actionInput = {
  body: requiredText(ACTION_LIMIT),
  performer: choiceOf(PERFORMERS),
  week: wholeNumber({ minimum: 1, maximum: WEEK_LIMIT }),
  day: z.union([z.literal('').transform(() => undefined), dayInput]).optional(),
}
export const ACTION_LABELS = {
  body: words.body,
  performer: words.performer,
  week: words.week,
  day: words.day,
  goalId: words.goal,
}
const input = z.object({ ...actionInput, goalId: optionalId() })

/** Puts an action on the list. */
export function newActionPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/traject/acties/nieuw`, {
    input,
    labels: ACTION_LABELS,
    read: (door, params) => openForChange(door, desk, params),
    view: (data, form, door) => (
      <DossierStepScreen door={door} file={data.file} part="trajectory" title={words.add}>
        <ActionFields data={data} form={form} path={`${data.file.path}/traject/acties/nieuw`} />
      </DossierStepScreen>
    ),
    act: async ({ door, input: action, params, formId }) => {
      const id = idOf(params)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) => addAction(tx, { id: formId, ...action })),
      )
      return { to: `${desk.path}/${id}/traject#acties` }
    },
  })
}

export function changeActionPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/traject/acties/:action`, {
    input,
    labels: ACTION_LABELS,
    read: async (door, params) => {
      const data = await openForChange(door, desk, params)
      const action = data.trajectory.actions.find(({ id }) => id === params['action'])
      if (!action) throw new AppError('NOT_FOUND')
      return { ...data, action }
    },
    view: ({ action, ...data }, form, door) => {
      const path = `${data.file.path}/traject/acties/${action.id}`
      return (
        <DossierStepScreen door={door} file={data.file} part="trajectory" title={words.change}>
          <ActionFields data={data} form={form} path={path} action={action} />
          <Removal title={words.remove} why={words.removeWhy} action={`${path}/verwijderen`} />
        </DossierStepScreen>
      )
    },
    act: async ({ door, input: action, params }) => {
      const id = idOf(params)
      await door.changeDossier(desk.activity, id, (tx) =>
        changeAction(tx, { id: idOf(params, 'action'), ...action }),
      )
      return { to: `${desk.path}/${id}/traject#acties` }
    },
  })
}

/** Ticks, takes ticks back, removes, and begins the list with the usual one. */
export function actionActs(desk: Desk): Route[] {
  const path = `${desk.path}/:id/traject/acties`
  const acts = { gedaan: completeAction, open: reopenAction, verwijderen: removeAction }
  const each = Object.entries(acts).map(([word, work]) =>
    act(`${path}/:action/${word}`, async ({ door, params }) => {
      const id = idOf(params)
      await door.changeDossier(desk.activity, id, (tx) => work(tx, idOf(params, 'action')))
      return { to: `${desk.path}/${id}/traject#acties` }
    }),
  )
  const copy = act(`${path}/vaste-lijst`, async ({ door, params }) => {
    const id = idOf(params)
    const { file, trajectory } = await openForChange(door, desk, params)
    // The button stands where there are no actions: sent twice it is done already.
    if (trajectory.actions.length === 0) {
      const { kind } = file.dossier.service
      await door.changeDossier(desk.activity, id, async (tx) => {
        if ((await copyActions(tx, kind)) === 0) throw new AppError('NO_TEMPLATE')
      })
    }
    return { to: `${desk.path}/${id}/traject#acties` }
  })
  return [copy, ...each]
}

async function openForChange(door: Door, desk: Desk, params: Params): Promise<TrajectoryFile> {
  const data = await openTrajectory(door, desk, params)
  if (!isOpenForWriting(data.file, 'actions')) throw new AppError('NOT_FOUND')
  return data
}

interface ActionFieldsProps {
  readonly data: TrajectoryFile
  readonly form: FormState
  readonly path: string
  readonly action?: ActionView
}

function ActionFields({ data, form, path, action }: ActionFieldsProps): JSX.Element {
  const { file, trajectory } = data
  const goals = trajectory.goals.flatMap((goal) => [goal, ...goal.steps])
  return (
    <>
      <ErrorSummary errors={form.faults} />
      <Form
        action={path}
        submit={TRAJECTORY.save}
        cancelHref={`${file.path}/traject`}
        formId={form.formId}
      >
        <SlotFields form={form} now={trajectory.week} {...(action && { action })} />
        {goals.length > 0 && (
          <SelectField
            name="goalId"
            label={words.goal}
            options={goals.map(({ id, body }) => ({
              value: id,
              label: body.slice(0, GOAL_LABEL_LIMIT),
            }))}
            value={form.value('goalId', action?.goalId)}
            error={form.fault('goalId')}
          />
        )}
      </Form>
    </>
  )
}

export interface SlotFieldsProps {
  readonly form: FormState
  readonly action?: ActionView
  /** The week of today, where there is one. */
  readonly now?: number
}

/** What, who and when: of a client's list, and of a template. */
export function SlotFields({ form, action, now }: SlotFieldsProps): JSX.Element {
  const hint = now !== undefined && now > 0 ? String(now) : undefined
  return (
    <>
      <TextArea
        name="body"
        label={words.body}
        required
        maxLength={ACTION_LIMIT}
        value={form.value('body', action?.body)}
        error={form.fault('body')}
      />
      <RadioGroup
        name="performer"
        label={words.performer}
        required
        options={Object.entries(PERFORMERS).map(([value, label]) => ({ value, label }))}
        value={form.value('performer', action?.performer)}
        error={form.fault('performer')}
      />
      <TextField
        name="week"
        label={words.week}
        required
        {...(hint !== undefined && {
          hint: {
            nl: words.weekHint.nl.replace('{week}', hint),
            en: words.weekHint.en.replace('{week}', hint),
          },
        })}
        width="short"
        inputmode="numeric"
        value={form.value('week', action && String(action.week))}
        error={form.fault('week')}
      />
      <TextField
        name="day"
        label={words.day}
        hint={words.dayHint}
        width="short"
        inputmode="numeric"
        value={form.value('day', action?.day === undefined ? '' : String(action.day))}
        error={form.fault('day')}
      />
    </>
  )
}
