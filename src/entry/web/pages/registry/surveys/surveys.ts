import type { Door } from '#entry/web/http/door.ts'
import { type Params, idOf } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import { findSurvey, type Survey, type SurveyPost } from '#modules/registry/index.ts'

export const SURVEYS = '/register/enquetes'
export const SURVEYING = 'surveys'

export function surveyPath(id: string, part = ''): string {
  return `${SURVEYS}/${id}${part}`
}

/**
 * Reads the survey that the address names.
 *
 * @throws `NOT_FOUND`.
 */
export async function readSurvey(door: Door, params: Params): Promise<Survey> {
  const { survey } = await door.list(SURVEYING, 'survey', { survey: findSurvey(idOf(params)) })
  const [found] = survey
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

/** With what a survey is begun. */
export function postOf({ visit }: Door): SurveyPost {
  const { site, organisation } = visit
  return {
    organisation,
    title: site.organisations.get(organisation)?.label ?? site.home.label,
    outbox: site.outbox,
    links: site.surveyLinks,
  }
}
