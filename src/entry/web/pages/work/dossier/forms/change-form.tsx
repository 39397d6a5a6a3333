import { z } from 'zod'
import { ErrorSummary, Form, TextArea, TextField } from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import { changeForm, FORM_LIMIT, FORM_TITLE_LIMIT } from '#modules/practice/index.ts'
import { openDraft } from './opened.ts'
import { FORMS } from './words.ts'

const words = {
  title: { nl: 'Formulier aanpassen', en: 'Adapt the form' },
} satisfies Record<string, Text>

/** Changes the words of a draft. */
export function changeFormPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/formulieren/:form/wijzigen`, {
    input: z.object({ title: requiredText(FORM_TITLE_LIMIT), body: requiredText(FORM_LIMIT) }),
    labels: { title: FORMS.name, body: FORMS.body },
    read: (door, params) => openDraft(door, desk, params),
    view: ({ file, form }, state, door) => (
      <DossierStepScreen door={door} file={file} part="forms" title={words.title} width="wide">
        <ErrorSummary errors={state.faults} />
        <Form
          action={`${file.path}/formulieren/${form.id}/wijzigen`}
          submit={FORMS.save}
          cancelHref={`${file.path}/formulieren/${form.id}`}
          formId={state.formId}
        >
          <TextField
            name="title"
            label={FORMS.name}
            required
            maxLength={FORM_TITLE_LIMIT}
            value={state.value('title', form.title)}
            error={state.fault('title')}
          />
          <TextArea
            name="body"
            label={FORMS.body}
            hint={FORMS.markup}
            required
            height="tall"
            maxLength={FORM_LIMIT}
            value={state.value('body', form.body)}
            error={state.fault('body')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      const formId = idOf(params, 'form')
      await door.changeDossier(desk.activity, id, (tx) => changeForm(tx, { id: formId, ...input }))
      return { to: `${desk.path}/${id}/formulieren/${formId}`, done: 'saved' }
    },
  })
}
