import {
  findClosure,
  findIncident,
  type IncidentAssessment,
  type IncidentClosure,
  type IncidentDecision,
  type IncidentLine,
  type IncidentNotice,
  listAssessments,
  listDecisions,
  listNotices,
} from '#duties/incidents/incident.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import { DeclaredWords } from '#entry/web/pages/privacy/declared-words.ts'
import { AppError } from '#kernel/error.ts'

export const INCIDENTS = '/privacy/incidenten'

/** An incident with all that belongs to it. */
export interface IncidentCase {
  readonly incident: IncidentLine
  readonly assessments: readonly IncidentAssessment[]
  readonly decisions: readonly IncidentDecision[]
  readonly notices: readonly IncidentNotice[]
  readonly closure: IncidentClosure | undefined
  /** The statement, whose categories tell what an incident touches. */
  readonly said: DeclaredWords
  readonly path: string
}

/** @throws `NOT_FOUND` */
export async function readCase(door: Door, params: Params): Promise<IncidentCase> {
  const id = idOf(params)
  const { organisation, site } = door.visit
  const [answers, statement] = await Promise.all([
    readAs(door, 'incident-handling', 'incident', {
      found: findIncident(id),
      assessments: listAssessments(id),
      decisions: listDecisions(id),
      notices: listNotices(id),
      closures: findClosure(id),
    }),
    site.publication.current(organisation),
  ])
  const [incident] = answers.found
  if (!incident) throw new AppError('NOT_FOUND')
  return {
    incident,
    assessments: answers.assessments,
    decisions: answers.decisions,
    notices: answers.notices,
    closure: answers.closures[0],
    said: new DeclaredWords(statement, door.language),
    path: `${INCIDENTS}/${id}`,
  }
}
