import { z } from 'zod'
import {
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  PageHeader,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, textList } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { optionalDay } from '#entry/web/pages/work/input.ts'
import { kindTitle } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { chooseForSurvey, findSurvey, listSurveyProgrammes } from '#modules/registry/index.ts'
import { surveyPath, SURVEYING, SURVEYS } from './surveys.ts'

const PROGRAMMES_MAX = 200

const words = {
  title: { nl: 'Voor wie is deze enquête?', en: 'Whom is this survey for?' },
  lead: {
    nl: 'Wie bezwaar maakte tegen enquêtes, staat er nooit bij. Na het opslaan ziet u hoeveel mensen de mail krijgen.',
    en: 'People who objected to surveys are never included. After saving you see how many people will get the email.',
  },
  surveys: { nl: 'Enquêtes', en: 'Surveys' },
  kinds: { nl: 'Wie?', en: 'Who?' },
  programmes: { nl: 'Welke opleidingen?', en: 'Which programmes?' },
  programmesHint: { nl: 'Kiest u niets, dan allemaal.', en: 'All of them if you choose none.' },
  since: { nl: 'Begonnen vanaf', en: 'Began from' },
  until: { nl: 'Begonnen tot en met', en: 'Began until' },
  save: { nl: 'Opslaan en tellen', en: 'Save and count' },
} satisfies Record<string, Text>

const NOBODY = because({
  nl: 'Kies ten minste één groep.',
  en: 'Choose at least one group.',
})
const BACKWARDS = {
  path: ['until'],
  message: because({
    nl: 'De laatste dag ligt voor de eerste. Kies een latere dag.',
    en: 'The last day is before the first. Choose a later day.',
  }),
}

const input = z
  .object({
    kinds: z.preprocess(textList, z.array(z.string().max(60)).min(1, NOBODY).max(10)),
    programmes: z.preprocess(textList, z.array(z.uuid()).max(PROGRAMMES_MAX)),
    since: optionalDay(),
    until: optionalDay(),
  })
  .refine(({ since, until }) => !since || !until || since <= until, BACKWARDS)

/** Whom a survey is for. Saving counts them. */
export const surveyChoicePage = formPage(surveyPath(':id', '/doelgroep'), {
  input,
  labels: {
    kinds: words.kinds,
    programmes: words.programmes,
    since: words.since,
    until: words.until,
  },
  read: async (door, params) => {
    const reads = { surveys: findSurvey(idOf(params)), programmes: listSurveyProgrammes }
    const { surveys, programmes: known } = await door.list(SURVEYING, 'survey', reads)
    const [survey] = surveys
    if (!survey) throw new AppError('NOT_FOUND')
    const statement = await door.visit.site.publication.current(door.visit.organisation)
    return { survey, known, kinds: Object.keys(statement.declarations.kinds) }
  },
  view: ({ survey, known, kinds }, form, door) => (
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
        action={surveyPath(survey.id, '/doelgroep')}
        submit={words.save}
        cancelHref={surveyPath(survey.id)}
        formId={form.formId}
      >
        <CheckboxGroup
          name="kinds"
          label={words.kinds}
          options={kinds.map((kind) => ({ value: kind, label: kindTitle(kind) }))}
          values={form.chosen('kinds', survey.kinds)}
          error={form.fault('kinds')}
          required
        />
        <CheckboxGroup
          name="programmes"
          label={words.programmes}
          hint={words.programmesHint}
          options={known.map((each) => ({
            value: each.id,
            label: { nl: each.nameNl, en: each.nameEn },
          }))}
          values={form.chosen('programmes', survey.programmes)}
          error={form.fault('programmes')}
        />
        <DateField
          name="since"
          label={words.since}
          value={form.value('since', survey.startedSince)}
          error={form.fault('since')}
        />
        <DateField
          name="until"
          label={words.until}
          value={form.value('until', survey.startedUntil)}
          error={form.fault('until')}
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input: { kinds, programmes: chosen, since, until }, params }) => {
    const id = idOf(params)
    await door.change(SURVEYING, (tx) =>
      chooseForSurvey(tx, id, {
        kinds,
        programmes: chosen,
        startedSince: since ?? null,
        startedUntil: until ?? null,
      }),
    )
    return { to: surveyPath(id), done: 'survey-counted' }
  },
})
