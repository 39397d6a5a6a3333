import type { DemoEngagement, DemoQuestion } from '#entry/demo/shape.ts'
import { after, spread } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'

/** Tells clients who stands in, where the statement has that announced. */
export async function insertAnnouncements(load: Load): Promise<void> {
  await load.insert(
    'substitution_announcements',
    load.data.engagements.flatMap((engagement) =>
      (engagement.announcements ?? []).map(({ absence, at }) => {
        const doing = byCoach(load, engagement, after(at, spread(`${engagement.key} told`, 0, 9)))
        const row = {
          id: load.id(`${engagement.key} ${absence} told`),
          dossier_id: load.id(engagement.key),
          absence_id: load.id(absence),
          announced_by: doing.by,
          announced_at: doing.at,
        }
        return { ...doing, row }
      }),
    ),
  )
}

interface Asked {
  readonly engagement: DemoEngagement
  readonly question: DemoQuestion
}

function listQuestions({ data }: Load): Asked[] {
  return data.engagements.flatMap((engagement) =>
    (engagement.questions ?? []).map((question) => ({ engagement, question })),
  )
}

/** The questions to other professionals, before the client is asked about them. */
export async function insertQuestions(load: Load): Promise<void> {
  await load.insert(
    'professional_requests',
    listQuestions(load).map(({ engagement, question }) => {
      const doing = byCoach(load, engagement, new Date(question.askedAt))
      const row = {
        id: load.id(question.key),
        dossier_id: load.id(engagement.key),
        party_id: load.id(question.professional),
        question: load.seal(engagement, 'professional_requests.question', question.words),
        due_on: question.dueOn,
        asked_by: doing.by,
        asked_at: doing.at,
      }
      return { ...doing, row }
    }),
  )
}

/** What went to other professionals after a yes, and what they answered. */
export async function insertSentQuestions(load: Load): Promise<void> {
  await load.insert(
    'professional_sendings',
    listQuestions(load).flatMap(({ engagement, question: { key, sentAt } }) => {
      if (sentAt === undefined) return []
      const doing = byCoach(load, engagement, new Date(sentAt))
      const row = {
        request_id: load.id(key),
        dossier_id: load.id(engagement.key),
        channel: 'letter',
        consent_id: load.id(`${key}-consent`),
        sent_by: doing.by,
        sent_at: doing.at,
      }
      return [{ ...doing, row }]
    }),
  )
  await load.insert(
    'professional_answers',
    listQuestions(load).flatMap(({ engagement, question: { key, answer } }) => {
      if (!answer) return []
      const doing = byCoach(load, engagement, new Date(answer.at))
      const row = {
        id: load.id(`${key} answer`),
        dossier_id: load.id(engagement.key),
        request_id: load.id(key),
        body: load.seal(engagement, 'professional_answers.body', answer.words),
        source: 'third-party',
        channel: 'letter',
        received_on: answer.at.slice(0, 10),
        stored_by: doing.by,
        stored_at: doing.at,
      }
      return [{ ...doing, row }]
    }),
  )
}
