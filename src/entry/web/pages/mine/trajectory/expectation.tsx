import { z } from 'zod'
import { ErrorSummary, Form, TextArea } from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { openOwnFile, ownPath, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { GOAL_LIMIT, writeExpectation } from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Wat verwacht u?', en: 'What do you expect?' },
  lead: {
    nl: 'Uw coach leest mee. Wat u eerder schreef, blijft staan.',
    en: 'Your coach reads it. What you wrote before stays.',
  },
  body: { nl: 'Mijn verwachting', en: 'What I expect' },
  save: { nl: 'Bewaren', en: 'Save' },
} satisfies Record<string, Text>

/** The client's own words on what the trajectory is to bring. */
export const ownExpectationPage = formPage('/mijn/dossiers/:id/traject/verwachting', {
  input: z.object({ body: requiredText(GOAL_LIMIT) }),
  labels: { body: words.body },
  read: async (door, params) => {
    const file = await openOwnFile(door, params)
    if (!file.access.can('expectations', 'insert')) throw new AppError('NOT_FOUND')
    return file
  },
  view: (file, form, door) => (
    <OwnStepScreen door={door} file={file} part="trajectory" title={words.title} lead={words.lead}>
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${file.path}/traject/verwachting`}
        submit={words.save}
        cancelHref={`${file.path}/traject`}
        formId={form.formId}
      >
        <TextArea
          name="body"
          label={words.body}
          required
          height="tall"
          maxLength={GOAL_LIMIT}
          value={form.value('body')}
          error={form.fault('body')}
        />
      </Form>
    </OwnStepScreen>
  ),
  act: async ({ door, input, params, formId }) => {
    const id = idOf(params)
    await once(() =>
      door.changeDossier(SELF_SERVICE, id, (tx) =>
        writeExpectation(tx, { id: formId, holder: 'client', body: input.body }),
      ),
    )
    return { to: `${ownPath(id)}/traject#verwachtingen` }
  },
})
