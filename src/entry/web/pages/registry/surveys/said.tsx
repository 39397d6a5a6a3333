import { ErrorSummary, Form, PageHeader } from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { writeSurvey } from '#modules/registry/index.ts'
import { readSurvey, surveyPath, SURVEYING, SURVEYS } from './surveys.ts'
import { WORDS_LABELS, WordsFields, wordsInput } from './words-fields.tsx'

const words = {
  title: { nl: 'Tekst en link', en: 'Words and link' },
  lead: {
    nl: 'Zo leest iedereen het. Verander alleen wat de opdrachtgever goed vindt.',
    en: 'This is how everybody reads it. Only change what the commissioning party agrees to.',
  },
  surveys: { nl: 'Enquêtes', en: 'Surveys' },
  save: { nl: 'Opslaan', en: 'Save' },
} satisfies Record<string, Text>

/** What a survey says, for whoever got it by mail or phone. */
export const surveyWordsPage = formPage(surveyPath(':id', '/tekst'), {
  input: wordsInput,
  labels: WORDS_LABELS,
  read: readSurvey,
  view: (survey, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[
          { label: words.surveys, href: SURVEYS },
          { label: survey.name, href: surveyPath(survey.id) },
        ]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={surveyPath(survey.id, '/tekst')}
        submit={words.save}
        cancelHref={surveyPath(survey.id)}
        formId={form.formId}
      >
        <WordsFields form={form} of={survey} />
      </Form>
    </Screen>
  ),
  act: async ({ door, input, params }) => {
    const id = idOf(params)
    await door.change(SURVEYING, (tx) => writeSurvey(tx, id, input))
    return { to: surveyPath(id), done: 'saved' }
  },
})
