import { z } from 'zod'
import { ConfirmPanel, ErrorSummary, PageHeader } from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { formatNumber, say } from '#entry/web/words.ts'
import type { Door } from '#entry/web/http/door.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { findSurvey, steerSurvey, surveyProgress } from '#modules/registry/index.ts'
import { surveyPath, SURVEYING, SURVEYS } from './surveys.ts'

const words = {
  title: { nl: 'Enquête stoppen', en: 'Stop the survey' },
  surveys: { nl: 'Enquêtes', en: 'Surveys' },
  question: { nl: '“{name}” stoppen?', en: 'Stop “{name}”?' },
  lead: {
    nl: 'De enquête gaat niet verder en kan niet opnieuw beginnen.',
    en: 'The survey stops and cannot be restarted.',
  },
  waiting: { nl: '{count} mails die klaarstaan', en: '{count} mails that wait' },
  sent: {
    nl: 'Wat al is verstuurd, blijft verstuurd',
    en: 'What has been sent stays sent',
  },
  stop: { nl: 'Stoppen en terugroepen', en: 'Stop and call back' },
} satisfies Record<string, Text>

/** The last look before a survey is stopped for good. */
export const surveyStoppingPage = formPage(surveyPath(':id', '/stoppen'), {
  input: z.object({}),
  read,
  view: ({ survey, waiting }, form, door) => (
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
        title={say(words.question, door.language, { name: survey.name })}
        lead={words.lead}
        goes={[say(words.waiting, door.language, { count: formatNumber(waiting, door.language) })]}
        stays={[words.sent]}
        action={surveyPath(survey.id, '/stoppen')}
        confirm={words.stop}
        cancelHref={surveyPath(survey.id)}
      />
    </Screen>
  ),
  act: async ({ door, params }) => {
    const id = idOf(params)
    await door.change(SURVEYING, (tx) => steerSurvey(tx, id, 'stop'))
    return { to: surveyPath(id), done: 'saved' }
  },
})

async function read(door: Door, params: Params) {
  const id = idOf(params)
  const reads = { surveys: findSurvey(id), progress: surveyProgress(id) }
  const { surveys, progress } = await door.list(SURVEYING, 'survey', reads)
  const [survey] = surveys
  if (!survey) throw new AppError('NOT_FOUND')
  return { survey, waiting: progress[0]?.waiting ?? 0 }
}
