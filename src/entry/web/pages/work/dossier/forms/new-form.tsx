import { z } from 'zod'
import { dayOf, ErrorSummary, Form, RadioGroup } from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { clientLanguage } from '#entry/web/pages/work/dossier/subject.ts'
import { choiceOf } from '#entry/web/pages/work/input.ts'
import { kindTitle, titled } from '#entry/web/titles.ts'
import { say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  approvedSummaries,
  beginForm,
  fill,
  FORM_LIMIT,
  FORM_SORTS,
  type FormSort,
  templateFor,
  TOKENS,
  tokensIn,
  tokenValues,
} from '#modules/practice/index.ts'
import { type FormsToFill, openToFill } from './opened.ts'
import { FORMS, LANGUAGE_OPTIONS } from './words.ts'

const words = {
  title: { nl: 'Formulier beginnen', en: 'Begin a form' },
  lead: {
    nl: 'Naam, doelen, data en wat het dossier nog meer weet, staan er meteen in. U past de tekst daarna aan.',
    en: 'Name, goals, dates and what else the dossier knows are filled in at once. You adapt the text after that.',
  },
  sort: { nl: 'Wat wilt u maken?', en: 'What do you want to make?' },
  begin: { nl: 'Beginnen', en: 'Begin' },
} satisfies Record<string, Text>

/** Chooses a sort of form, which begins with the organisation's words filled in. */
export function newFormPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/formulieren/nieuw`, {
    input: z.object({
      sort: choiceOf(FORM_SORTS),
      language: z.enum(['nl', 'en']),
    }),
    labels: { sort: words.sort, language: FORMS.language },
    read: (door, params) => openToFill(door, desk, params),
    view: ({ file }, form, door) => (
      <DossierStepScreen door={door} file={file} part="forms" title={words.title} lead={words.lead}>
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/formulieren/nieuw`}
          submit={words.begin}
          cancelHref={`${file.path}/formulieren`}
          formId={form.formId}
        >
          <RadioGroup
            name="sort"
            label={words.sort}
            required
            options={Object.entries(FORM_SORTS).map(([value, label]) => ({
              value,
              label: titled(label),
            }))}
            value={form.value('sort')}
            error={form.fault('sort')}
          />
          <RadioGroup
            name="language"
            label={FORMS.language}
            required
            options={LANGUAGE_OPTIONS}
            value={form.value('language', clientLanguage(file))}
            error={form.fault('language')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const begun = filledForm(await openToFill(door, desk, params), input)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) => beginForm(tx, { id: formId, ...begun })),
      )
      return { to: `${desk.path}/${id}/formulieren/${formId}/wijzigen` }
    },
  })
}

interface Asked {
  readonly sort: FormSort
  readonly language: Language
}

/** A form as it begins: the template for this service, filled with what this activity reads. */
function filledForm(data: FormsToFill, { sort, language }: Asked) {
  const { file, trajectory, templates } = data
  const { dossier, statement } = file
  const { kind } = dossier.service
  const { id: templateId, title, body } = templateFor(templates, { sort, kind, language })
  const values = tokenValues({
    dossier,
    trajectory,
    organisation: statement.declarations.controller.name,
    service: say(kindTitle(kind), language).toLowerCase(),
    today: dayOf(new Date()),
    language,
  })
  const quotes = tokensIn(body).includes(TOKENS.summaries[language])
  return {
    sort,
    language,
    title,
    body: fill(body, values).slice(0, FORM_LIMIT),
    templateId,
    ...(quotes && { summaryIds: approvedSummaries(dossier).map((summary) => summary.id) }),
  }
}
