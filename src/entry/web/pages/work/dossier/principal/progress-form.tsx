import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  DateField,
  ErrorSummary,
  Form,
  RadioGroup,
  TextField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import { choiceOf, optionalDay, wholeNumber } from '#entry/web/pages/work/input.ts'
import { titled } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  ATTENDANCES,
  PACES,
  PROGRESS_FIELDS,
  type ProgressField,
  progressFields,
  reportProgress,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Voortgang melden', en: 'Report progress' },
  lead: {
    nl: 'Alleen de velden die voor deze dienst zijn afgesproken. Wat u leeg laat, wordt niet gemeld. Er gaat niets weg: daarna vraagt u de cliënt of het naar de opdrachtgever mag.',
    en: 'Only the fields that were agreed for this service. What you leave empty is not reported. Nothing leaves: after this you ask the client whether it may go to the principal.',
  },
  save: { nl: 'Bewaren en de cliënt vragen', en: 'Save and ask the client' },
} satisfies Record<string, Text>

const HOURS = { minimum: 0, maximum: 60 }

/** Nothing where a field stays empty. */
function orNothing<T>(type: z.ZodType<T>): z.ZodType<T | undefined> {
  return z.union([z.literal('').transform(() => undefined), type]).optional()
}

const input = z.object({
  attends: orNothing(choiceOf(ATTENDANCES)),
  endsOn: optionalDay(),
  hoursAble: orNothing(wholeNumber(HOURS)),
  pace: orNothing(choiceOf(PACES)),
})

/** Reports how the service goes, and leads on to asking the client whether it may leave. */
export function progressPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/verstrekkingen/voortgang`, {
    input,
    labels: PROGRESS_FIELDS,
    read: async (door, params) => {
      const file = await openFile(door, desk, params)
      if (!isOpenForWriting(file, 'progress_reports')) throw new AppError('NOT_FOUND')
      return file
    },
    view: drawForm,
    act: async ({ door, input: progress, params, formId }) => {
      const id = idOf(params)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          reportProgress(tx, { id: formId, ...progress }),
        ),
      )
      return {
        to: `${desk.path}/${id}/verstrekkingen/nieuw?stuk=${formId}`,
        done: 'progress-reported',
      }
    },
  })
}

function drawForm(file: OpenedFile, form: FormState, door: Door): JSX.Element {
  const fields = progressFields(file.dossier.service.kind)
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="disclosures"
      title={words.title}
      lead={words.lead}
    >
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${file.path}/verstrekkingen/voortgang`}
        submit={words.save}
        cancelHref={`${file.path}/verstrekkingen`}
        formId={form.formId}
      >
        {fields.map((field) => (
          <Field field={field} form={form} />
        ))}
      </Form>
    </DossierStepScreen>
  )
}

function Field({ field, form }: { field: ProgressField; form: FormState }): JSX.Element {
  const shared = {
    name: field,
    label: PROGRESS_FIELDS[field],
    value: form.value(field),
    error: form.fault(field),
  }
  if (field === 'endsOn') return <DateField {...shared} />
  if (field === 'hoursAble') return <TextField {...shared} type="number" width="short" />
  const choices: Readonly<Record<string, Text>> = field === 'attends' ? ATTENDANCES : PACES
  const options = Object.entries(choices).map(([value, label]) => ({ value, label: titled(label) }))
  return <RadioGroup {...shared} options={options} />
}
