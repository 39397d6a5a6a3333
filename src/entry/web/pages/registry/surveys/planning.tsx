import { z } from 'zod'
import {
  ConfirmPanel,
  DateField,
  dayOf,
  ErrorSummary,
  PageHeader,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { requiredDay } from '#entry/web/pages/work/input.ts'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { planSurvey } from '#modules/registry/index.ts'
import { readSurvey, surveyPath, SURVEYING, SURVEYS } from './surveys.ts'

const words = {
  title: { nl: 'Enquête versturen', en: 'Send the survey' },
  surveys: { nl: 'Enquêtes', en: 'Surveys' },
  question: { nl: '“{title}” laten uitgaan?', en: 'Let “{title}” go out?' },
  people: {
    nl: '{count} mensen krijgen de mail. Daarna veranderen de tekst en de doelgroep niet meer. U kunt het versturen pauzeren en stoppen; wat al weg is, is weg.',
    en: '{count} people get the mail. After that words and choice change no more. You can pause and stop the sending; what went out is out.',
  },
  uncounted: {
    nl: 'Kies eerst voor wie de enquête is.',
    en: 'First choose whom the survey is for.',
  },
  day: { nl: 'Vanaf welke dag?', en: 'From which day?' },
  send: { nl: 'Enquête inplannen', en: 'Plan the survey' },
} satisfies Record<string, Text>

/** The last look before a survey goes out. */
export const surveyPlanningPage = formPage(surveyPath(':id', '/versturen'), {
  input: z.object({ day: requiredDay() }),
  labels: { day: words.day },
  read: readSurvey,
  view: (survey, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        breadcrumbs={[
          { label: words.surveys, href: SURVEYS },
          { label: survey.name, href: surveyPath(survey.id) },
        ]}
      />
      <ErrorSummary errors={form.faults} />
      <ConfirmPanel
        title={say(words.question, door.language, {
          title: door.language === 'nl' ? survey.titleNl : survey.titleEn,
        })}
        lead={
          survey.people === null
            ? words.uncounted
            : say(words.people, door.language, { count: survey.people })
        }
        action={surveyPath(survey.id, '/versturen')}
        confirm={words.send}
        cancelHref={surveyPath(survey.id)}
      >
        <DateField
          name="day"
          label={words.day}
          value={form.value('day', dayOf(new Date()))}
          error={form.fault('day')}
          min={dayOf(new Date())}
          required
        />
      </ConfirmPanel>
    </Screen>
  ),
  act: async ({ door, input, params }) => {
    const id = idOf(params)
    await once(() => door.change(SURVEYING, (tx) => planSurvey(tx, id, input.day)))
    return { to: surveyPath(id), done: 'survey-planned' }
  },
})
