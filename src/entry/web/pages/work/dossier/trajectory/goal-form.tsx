import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  DateField,
  ErrorSummary,
  Form,
  HiddenField,
  RadioGroup,
  TextArea,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { Removal } from '#entry/web/pages/work/dossier/removal.tsx'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import { choiceOf, optionalDay, optionalId, requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  addGoal,
  changeGoal,
  GOAL_LIMIT,
  GOAL_STATES,
  type GoalView,
  removeGoal,
} from '#modules/practice/index.ts'
import { openTrajectory, type TrajectoryFile } from './opened.ts'
import { TRAJECTORY } from './words.ts'

const words = {
  add: { nl: 'Doel toevoegen', en: 'Add a goal' },
  addStep: { nl: 'Tussendoel toevoegen', en: 'Add a step' },
  change: { nl: 'Doel wijzigen', en: 'Change the goal' },
  body: { nl: 'Wat wilt u bereiken?', en: 'What do you want to reach?' },
  due: { nl: 'Wanneer is het bereikt?', en: 'When is it to be reached?' },
  state: { nl: 'Hoe staat het ermee?', en: 'How does it stand?' },
  remove: { nl: 'Doel verwijderen', en: 'Remove the goal' },
  removeWhy: {
    nl: 'Het doel gaat weg, met de tussendoelen die erbij horen. Acties blijven staan. Is het doel niet meer aan de orde, kies dan liever “vervallen”.',
    en: 'The goal goes, with the steps towards it. Actions stay. When it no longer matters, rather choose “dropped”.',
  },
} satisfies Record<string, Text>

const input = { body: requiredText(GOAL_LIMIT), dueOn: optionalDay() }
const labels = { body: words.body, dueOn: words.due, state: words.state }

/** Writes down a goal, or a step towards the goal that the address names. */
export function newGoalPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/traject/doelen/nieuw`, {
    input: z.object({ ...input, partOf: optionalId() }),
    labels,
    read: (door, params) => openForChange(door, desk, params),
    view: ({ file }, form, door) => {
      const partOf = form.value('partOf', door.visit.query.get('deel-van'))
      return (
        <DossierStepScreen
          door={door}
          file={file}
          part="trajectory"
          title={partOf ? words.addStep : words.add}
        >
          <ErrorSummary errors={form.faults} />
          <Form
            action={`${file.path}/traject/doelen/nieuw`}
            submit={TRAJECTORY.save}
            cancelHref={`${file.path}/traject`}
            formId={form.formId}
          >
            {partOf && <HiddenField name="partOf" value={partOf} />}
            <GoalFields form={form} />
          </Form>
        </DossierStepScreen>
      )
    },
    act: async ({ door, input: goal, params, formId }) => {
      const id = idOf(params)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) => addGoal(tx, { id: formId, ...goal })),
      )
      return { to: `${desk.path}/${id}/traject`, done: 'saved' }
    },
  })
}

/** Changes a goal, or says how it stands. */
export function changeGoalPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/traject/doelen/:goal`, {
    input: z.object({ ...input, state: choiceOf(GOAL_STATES) }),
    labels,
    read: async (door, params) => {
      const data = await openForChange(door, desk, params)
      const all = data.trajectory.goals.flatMap((each) => [each, ...each.steps])
      const goal = all.find(({ id }) => id === params['goal'])
      if (!goal) throw new AppError('NOT_FOUND')
      return { ...data, goal }
    },
    view: ({ file, goal }, form, door) => {
      const path = `${file.path}/traject/doelen/${goal.id}`
      return (
        <DossierStepScreen door={door} file={file} part="trajectory" title={words.change}>
          <ErrorSummary errors={form.faults} />
          <Form
            action={path}
            submit={TRAJECTORY.save}
            cancelHref={`${file.path}/traject`}
            formId={form.formId}
          >
            <GoalFields form={form} goal={goal} />
            <RadioGroup
              name="state"
              label={words.state}
              required
              options={Object.entries(GOAL_STATES).map(([value, label]) => ({ value, label }))}
              value={form.value('state', goal.state)}
              error={form.fault('state')}
            />
          </Form>
          <Removal title={words.remove} why={words.removeWhy} action={`${path}/verwijderen`} />
        </DossierStepScreen>
      )
    },
    act: async ({ door, input: goal, params }) => {
      const id = idOf(params)
      await door.changeDossier(desk.activity, id, (tx) =>
        changeGoal(tx, { id: idOf(params, 'goal'), ...goal }),
      )
      return { to: `${desk.path}/${id}/traject`, done: 'saved' }
    },
  })
}

export function removeGoalAct(desk: Desk): Route {
  return act(`${desk.path}/:id/traject/doelen/:goal/verwijderen`, async ({ door, params }) => {
    const id = idOf(params)
    await door.changeDossier(desk.activity, id, (tx) => removeGoal(tx, idOf(params, 'goal')))
    return { to: `${desk.path}/${id}/traject`, done: 'removed' }
  })
}

async function openForChange(door: Door, desk: Desk, params: Params): Promise<TrajectoryFile> {
  const data = await openTrajectory(door, desk, params)
  if (!isOpenForWriting(data.file, 'goals')) throw new AppError('NOT_FOUND')
  return data
}

function GoalFields({ form, goal }: { form: FormState; goal?: GoalView }): JSX.Element {
  return (
    <>
      <TextArea
        name="body"
        label={words.body}
        required
        maxLength={GOAL_LIMIT}
        value={form.value('body', goal?.body)}
        error={form.fault('body')}
      />
      <DateField
        name="dueOn"
        label={words.due}
        value={form.value('dueOn', goal?.dueOn)}
        error={form.fault('dueOn')}
      />
    </>
  )
}
