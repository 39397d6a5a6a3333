import { randomUUID } from 'node:crypto'
import {
  AGREEMENTS,
  ASSESSMENTS,
  COMPLAINTS,
  type DemoComplaint,
  MEASURES,
  REMARKS,
  REPORT,
} from '#entry/demo/answering.ts'
import { addDays } from '#entry/demo/day.ts'
import { ago, doing } from './doing.ts'
import { insertIncidents } from './incidents.ts'
import type { Load } from './load.ts'
import { insertReviews } from './reviews.ts'

/** Fills the register, incidents, complaints and the review of access with a realistic amount. */
export async function insertAnswering(load: Load): Promise<void> {
  await insertRegister(load)
  await insertAssessments(load)
  await insertIncidents(load)
  for (const complaint of COMPLAINTS) await insertComplaint(load, complaint)
  await insertReviews(load)
}

async function insertRegister(load: Load): Promise<void> {
  const { today } = load.data
  await load.insert(
    'register_remarks',
    REMARKS.map((remark, index) => {
      const at = ago(load, 40, 90 + index * 12)
      const row = { id: randomUUID(), ...remark, written_by: load.id('officer'), written_at: at }
      return { ...doing(load, 'register-keeping', at), row }
    }),
  )
  await load.insert(
    'agreements',
    AGREEMENTS.map(({ startsDaysAgo, endsInDays, subProcessors, ...rest }, index) => {
      const at = ago(load, 39, 60 + index * 20)
      const row = {
        id: randomUUID(),
        ...rest,
        starts_on: addDays(today, -startsDaysAgo),
        ends_on: addDays(today, endsInDays),
        country: 'NL',
        sub_processors: subProcessors,
        recorded_at: at,
      }
      return { ...doing(load, 'register-keeping', at), row }
    }),
  )
}

/** Of which processing the risks were looked at. */
export async function insertAssessments(load: Load): Promise<void> {
  const { today } = load.data
  const officer = load.id('officer')
  const act = (at: Date) => doing(load, 'register-keeping', at)
  await load.insert(
    'assessments',
    ASSESSMENTS.filter(({ only = load.organisation }) => only === load.organisation).map(
      ({ only: _only, ...assessment }, index) => {
        const at = ago(load, 60 - index, 100)
        const id = load.id(`assessment ${assessment.activity}`)
        return { ...act(at), row: { id, ...assessment, screened_by: officer, screened_at: at } }
      },
    ),
  )
  const assessmentId = load.id('assessment coaching')
  const at = ago(load, 55, 200)
  await load.insert('assessment_reports', [
    {
      ...act(at),
      row: {
        id: randomUUID(),
        assessment_id: assessmentId,
        ...REPORT,
        conclusion: 'go-with-measures',
        review_on: addDays(today, 310),
        written_by: officer,
        written_at: at,
      },
    },
  ])
  await load.insert(
    'assessment_measures',
    MEASURES.map(({ dueInDays, doneDaysAgo, ...rest }) => ({
      ...act(at),
      row: {
        id: randomUUID(),
        assessment_id: assessmentId,
        ...rest,
        due_on: addDays(today, dueInDays),
        done_on: doneDaysAgo === undefined ? null : addDays(today, -doneDaysAgo),
      },
    })),
  )
}

async function insertComplaint(load: Load, complaint: DemoComplaint): Promise<void> {
  const { key, channel, receivedDaysAgo, about, heard, outcome, name, subject, words, wish } =
    complaint
  const id = load.id(key)
  const received = ago(load, receivedDaysAgo, 75)
  const accountId = complaint.account === undefined ? null : clientId(load, complaint.account)
  const handler = about.includes('officer') ? 'manager' : 'officer'
  const act = (at: Date) => doing(load, 'complaint-handling', at, handler)
  await load.insert('complaints', [
    {
      ...(accountId === null
        ? { ...act(received), by: channel === 'form' ? null : load.id(handler) }
        : { at: received, by: accountId, activity: 'self-service' }),
      row: {
        id,
        channel,
        account_id: accountId,
        email: complaint.email,
        ...load.sealEach(key, 'complaints', { name, subject, words, wish }),
        received_on: addDays(load.data.today, -receivedDaysAgo),
        entered_by: channel === 'phone' ? load.id(handler) : null,
        entered_at: received,
      },
    },
  ])
  await load.owner.query(
    'update complaint_acknowledgements set acknowledged_at = $2 where complaint_id = $1',
    [id, received],
  )
  await load.insert(
    'complaint_subjects',
    about.map((member) => ({
      ...act(received),
      row: { complaint_id: id, account_id: load.id(member) },
    })),
  )
  await load.insert(
    'complaint_hearings',
    heard.map(({ daysAgo, words: said, ...rest }) => {
      const at = ago(load, daysAgo, 150)
      const row = {
        id: randomUUID(),
        complaint_id: id,
        ...rest,
        words: load.sealFor(key, 'complaint_hearings.words', said),
        heard_on: addDays(load.data.today, -daysAgo),
        written_by: load.id(handler),
        written_at: at,
      }
      return { ...act(at), row }
    }),
  )
  if (!outcome) return
  const { daysAgo, reasons, measures, ...rest } = outcome
  const at = ago(load, daysAgo, 180)
  const sealed = load.sealEach(key, 'complaint_outcomes', { reasons, measures })
  const row = { complaint_id: id, ...rest, ...sealed, decided_by: load.id(handler), decided_at: at }
  await load.insert('complaint_outcomes', [{ ...act(at), row }])
}

function clientId(load: Load, email: string): string {
  const client = load.data.clients.find((each) => each.email === email)
  if (!client) throw new Error(`there is no client ${email}`)
  return load.id(client.key)
}
