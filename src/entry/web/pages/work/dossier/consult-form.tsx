import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  DateField,
  dayOf,
  ErrorSummary,
  Form,
  RadioGroup,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { choiceOf, optionalText, requiredDay, wholeNumber } from '#entry/web/pages/work/input.ts'
import { titled } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  CONSULT_WAYS,
  changeConsult,
  type ConsultView,
  noteConsult,
  SUMMARY_LIMIT,
  writeSummary,
} from '#modules/practice/index.ts'
import { DossierStepScreen } from './screen.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  title: { nl: 'Gesprek noteren', en: 'Note a consult' },
  change: { nl: 'Gesprek wijzigen', en: 'Change the consult' },
  heldOn: { nl: 'Dag van het gesprek', en: 'Day of the consult' },
  minutes: { nl: 'Duur in minuten', en: 'Length in minutes' },
  way: { nl: 'Hoe u elkaar sprak', en: 'How you met' },
  body: { nl: 'Samenvatting', en: 'Summary' },
  bodyHint: {
    nl: 'De cliënt leest dit en zegt of het klopt. U kunt het ook later schrijven.',
    en: 'The client reads this and says whether it is right. You can also write it later.',
  },
  save: { nl: 'Bewaren', en: 'Save' },
} satisfies Record<string, Text>

const USUAL_MINUTES = '60'
const MINUTES = { minimum: 5, maximum: 600 }

const consultFields = {
  heldOn: requiredDay(),
  minutes: wholeNumber(MINUTES),
  way: choiceOf(CONSULT_WAYS),
}

const LABELS = { heldOn: words.heldOn, minutes: words.minutes, way: words.way, body: words.body }

/** Notes a consult, with the first draft of its summary when that is written at once. */
export function newConsultPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/gesprekken/nieuw`, {
    input: z.object({ ...consultFields, body: optionalText(SUMMARY_LIMIT) }),
    labels: LABELS,
    read: async (door, params) => {
      const file = await openFile(door, desk, params)
      if (!isOpenForWriting(file, 'consults')) throw new AppError('NOT_FOUND')
      return file
    },
    view: (file, form, door) => (
      <DossierStepScreen door={door} file={file} part="consults" title={words.title}>
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/gesprekken/nieuw`}
          submit={words.save}
          cancelHref={`${file.path}/gesprekken`}
          formId={form.formId}
        >
          <ConsultFields form={form} />
          {file.access.can('summaries', 'insert') && <BodyField form={form} />}
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const { body, ...consult } = input
      await once(() =>
        door.changeDossier(desk.activity, id, async (tx) => {
          await noteConsult(tx, { id: formId, ...consult })
          if (body !== '') await writeSummary(tx, { consultId: formId, body })
        }),
      )
      return { to: `${desk.path}/${id}/gesprekken/${formId}`, done: 'consult-noted' }
    },
  })
}

/** Corrects day, length or way of a consult. */
export function changeConsultPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/gesprekken/:consult/wijzigen`, {
    input: z.object(consultFields),
    labels: LABELS,
    read: async (door, params) => {
      const file = await openFile(door, desk, params)
      return { file, consult: readConsult(file, idOf(params, 'consult')) }
    },
    view: drawChange,
    act: async ({ door, input, params }) => {
      const consultId = idOf(params, 'consult')
      const id = idOf(params)
      await door.changeDossier(desk.activity, id, (tx) =>
        changeConsult(tx, { id: consultId, ...input }),
      )
      return { to: `${desk.path}/${id}/gesprekken/${consultId}`, done: 'saved' }
    },
  })
}

function drawChange(
  { file, consult }: { file: OpenedFile; consult: ConsultView },
  form: FormState,
  door: Door,
): JSX.Element {
  const back = `${file.path}/gesprekken/${consult.id}`
  return (
    <DossierStepScreen door={door} file={file} part="consults" title={words.change}>
      <ErrorSummary errors={form.faults} />
      <Form action={`${back}/wijzigen`} submit={words.save} cancelHref={back} formId={form.formId}>
        <ConsultFields form={form} consult={consult} />
      </Form>
    </DossierStepScreen>
  )
}

/** @throws `NOT_FOUND` */
export function readConsult({ dossier }: OpenedFile, consultId: string): ConsultView {
  const consult = dossier.consults.find(({ id }) => id === consultId)
  if (!consult) throw new AppError('NOT_FOUND')
  return consult
}

function ConsultFields(props: { form: FormState; consult?: ConsultView }): JSX.Element {
  const { form, consult } = props
  const today = dayOf(new Date())
  return (
    <>
      <DateField
        name="heldOn"
        label={words.heldOn}
        required
        max={today}
        value={form.value('heldOn', consult?.heldOn ?? today)}
        error={form.fault('heldOn')}
      />
      <TextField
        name="minutes"
        type="number"
        width="short"
        label={words.minutes}
        required
        value={form.value('minutes', consult ? String(consult.minutes) : USUAL_MINUTES)}
        error={form.fault('minutes')}
      />
      <RadioGroup
        name="way"
        label={words.way}
        required
        options={Object.entries(CONSULT_WAYS).map(([value, label]) => ({
          value,
          label: titled(label),
        }))}
        value={form.value('way', consult?.way)}
        error={form.fault('way')}
      />
    </>
  )
}

function BodyField({ form }: { form: FormState }): JSX.Element {
  return (
    <TextArea
      name="body"
      label={words.body}
      hint={words.bodyHint}
      height="tall"
      maxLength={SUMMARY_LIMIT}
      value={form.value('body')}
      error={form.fault('body')}
    />
  )
}
