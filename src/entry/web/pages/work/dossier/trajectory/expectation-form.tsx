import { z } from 'zod'
import { ErrorSummary, Form, RadioGroup, TextArea } from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, openFile } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import { choiceOf, requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { EXPECTERS, GOAL_LIMIT, writeExpectation } from '#modules/practice/index.ts'
import { TRAJECTORY } from './words.ts'

const words = {
  title: { nl: 'Verwachting opschrijven', en: 'Write down an expectation' },
  lead: {
    nl: 'Wat eerder is opgeschreven, blijft staan.',
    en: 'What was written down before stays.',
  },
  holder: { nl: 'Van wie is de verwachting?', en: 'Whose expectation is it?' },
  body: { nl: 'Wat wordt er verwacht?', en: 'What is expected?' },
} satisfies Record<string, Text>

/** What client, coach or principal expects of the trajectory. */
export function expectationPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/traject/verwachtingen`, {
    input: z.object({ holder: choiceOf(EXPECTERS), body: requiredText(GOAL_LIMIT) }),
    labels: { holder: words.holder, body: words.body },
    read: async (door, params) => {
      const file = await openFile(door, desk, params)
      if (!isOpenForWriting(file, 'expectations')) throw new AppError('NOT_FOUND')
      return file
    },
    view: (file, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="trajectory"
        title={words.title}
        lead={words.lead}
      >
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/traject/verwachtingen`}
          submit={TRAJECTORY.save}
          cancelHref={`${file.path}/traject`}
          formId={form.formId}
        >
          <RadioGroup
            name="holder"
            label={words.holder}
            required
            options={Object.entries(EXPECTERS).map(([value, label]) => ({ value, label }))}
            value={form.value('holder')}
            error={form.fault('holder')}
          />
          <TextArea
            name="body"
            label={words.body}
            required
            maxLength={GOAL_LIMIT}
            value={form.value('body')}
            error={form.fault('body')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          writeExpectation(tx, { id: formId, ...input }),
        ),
      )
      return { to: `${desk.path}/${id}/traject#verwachtingen` }
    },
  })
}
