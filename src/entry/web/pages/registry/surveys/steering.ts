import { act } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import { sendExample, STEERINGS, steerSurvey } from '#modules/registry/index.ts'
import { postOf, readSurvey, surveyPath, SURVEYING } from './surveys.ts'

/** Holds a survey, lets it go on, or stops it. */
export const steerSurveyAct = act(surveyPath(':id', '/sturen/:doing'), async ({ door, params }) => {
  const id = idOf(params)
  const doing = STEERINGS.find((word) => word === params['doing'])
  if (!doing) throw new AppError('NOT_FOUND')
  await door.change(SURVEYING, (tx) => steerSurvey(tx, id, doing))
  return { to: surveyPath(id), done: 'saved' }
})

/** Mails whoever asks what people will get. */
export const exampleAct = act(surveyPath(':id', '/voorbeeld'), async ({ door, params }) => {
  const survey = await readSurvey(door, params)
  const accountId = door.me?.accountId
  if (!accountId) throw new AppError('SIGNED_OUT')
  const to = { accountId, language: door.language }
  await door.change(SURVEYING, (tx) => sendExample(tx, postOf(door), survey, to))
  return { to: surveyPath(survey.id), done: 'survey-example' }
})
