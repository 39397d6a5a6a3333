import { z } from 'zod'
import {
  DateField,
  ErrorSummary,
  Form,
  RadioGroup,
  TextField,
} from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import { choiceOf, optionalText, requiredDay, wholeNumber } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { saveTrajectory, TRAJECTORY_STATUSES } from '#modules/practice/index.ts'
import { openTrajectory } from './opened.ts'
import { TRAJECTORY } from './words.ts'

const words = {
  title: { nl: 'Traject wijzigen', en: 'Change the trajectory' },
  started: { nl: 'Eerste dag van week 1', en: 'First day of week 1' },
  startedHint: {
    nl: 'Vanaf deze dag tellen de weken van de actielijst.',
    en: 'The weeks of the action list count from this day.',
  },
  project: { nl: 'Projectnummer', en: 'Project number' },
  status: { nl: 'Stand', en: 'Status' },
  budget: { nl: 'Afgesproken uren', en: 'Hours agreed' },
  budgetHint: {
    nl: 'Laat leeg als er geen aantal is afgesproken.',
    en: 'Leave empty when no number was agreed.',
  },
} satisfies Record<string, Text>

const PROJECT_LIMIT = 60
const MOST_HOURS = 10_000
const MINUTES_AN_HOUR = 60

/** From when the weeks count, the project, how it stands and the hours there are. */
export function trajectorySettingsPage(desk: Desk): Route {
  const budget = wholeNumber({ minimum: 0, maximum: MOST_HOURS })
  return formPage(`${desk.path}/:id/traject/wijzigen`, {
    input: z.object({
      startedOn: requiredDay(),
      projectNumber: optionalText(PROJECT_LIMIT),
      status: choiceOf(TRAJECTORY_STATUSES),
      budget: z.union([z.literal('').transform(() => undefined), budget]).optional(),
    }),
    labels: {
      startedOn: words.started,
      projectNumber: words.project,
      status: words.status,
      budget: words.budget,
    },
    read: async (door, params) => {
      const data = await openTrajectory(door, desk, params)
      if (!isOpenForWriting(data.file, 'trajectories')) throw new AppError('NOT_FOUND')
      return data
    },
    view: ({ file, trajectory }, form, door) => (
      <DossierStepScreen door={door} file={file} part="trajectory" title={words.title}>
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/traject/wijzigen`}
          submit={TRAJECTORY.save}
          cancelHref={`${file.path}/traject`}
          formId={form.formId}
        >
          <RadioGroup
            name="status"
            label={words.status}
            required
            options={Object.entries(TRAJECTORY_STATUSES).map(([value, label]) => ({
              value,
              label,
            }))}
            value={form.value('status', trajectory.status ?? 'running')}
            error={form.fault('status')}
          />
          <DateField
            name="startedOn"
            label={words.started}
            hint={words.startedHint}
            required
            value={form.value('startedOn', trajectory.startedOn)}
            error={form.fault('startedOn')}
          />
          <TextField
            name="projectNumber"
            label={words.project}
            width="medium"
            maxLength={PROJECT_LIMIT}
            value={form.value('projectNumber', trajectory.projectNumber)}
            error={form.fault('projectNumber')}
          />
          <TextField
            name="budget"
            label={words.budget}
            hint={words.budgetHint}
            width="short"
            inputmode="numeric"
            value={form.value(
              'budget',
              trajectory.budgetMinutes === undefined
                ? ''
                : String(trajectory.budgetMinutes / MINUTES_AN_HOUR),
            )}
            error={form.fault('budget')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      const { budget: hours, ...rest } = input
      const budgetMinutes = hours === undefined ? undefined : hours * MINUTES_AN_HOUR
      await door.changeDossier(desk.activity, id, (tx) =>
        saveTrajectory(tx, { ...rest, budgetMinutes }),
      )
      return { to: `${desk.path}/${id}/traject`, done: 'saved' }
    },
  })
}
