import { dayFromNow } from '#world/days.ts'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { confirmCase, draftCase, shareCase } from '#modules/practice/peer-review/case.ts'
import { callMeeting } from '#modules/practice/peer-review/meeting.ts'
import {
  askProfessional,
  sendProfessionalRequest,
  storeProfessionalAnswer,
} from '#modules/practice/professionals/request.ts'
import {
  announceSubstitution,
  answerConsent,
  planAbsence,
  type Post,
} from '#modules/practice/index.ts'
import { type Bureau, bureau } from '#world/bureau.ts'
import { POST } from '#world/practice.ts'
import { settle } from '#world/worker.ts'

const HOUR_MS = 3_600_000
const DAY = dayFromNow()

/** The practice for case management with something of all that its own checks look at. */
export async function busyPractice(): Promise<Bureau> {
  const here = await bureau('casework')
  const { there, worker } = here
  const key = ledgerKey(there.installation.master, there.organisation)
  await standIn(here)
  await askOther(here, { ...POST, key })
  await discuss(here)
  await there.owner.query(
    `insert into assessments (activity, title, reasons)
     select activity, activity, 'Er is geen groot risico.' from activities`,
  )
  await settle(there)
  await closeCheckpoint(worker, there.organisation, key)
  return here
}

async function standIn({ there, coach, dossierId }: Bureau): Promise<void> {
  const who = await there.account('Marijke Boersma', ['coach'])
  const { store } = there
  const absenceId = await store.change(coach.for('coaching'), (tx) =>
    planAbsence(tx, { substituteId: who.id, startsOn: DAY, endsOn: DAY }),
  )
  await store.changeDossier(coach.for('coaching'), dossierId, (tx) =>
    announceSubstitution(tx, { absenceId, post: POST }),
  )
  await store.open(who.for('substitution'), dossierId, {})
}

async function askOther({ there, coach, client, dossierId }: Bureau, post: Post): Promise<void> {
  const { owner, store } = there
  const asCoach = coach.for('coaching')
  const requestId = await store.changeDossier(asCoach, dossierId, (tx) =>
    askProfessional(tx, {
      professional: { name: 'Huisarts Duinzicht' },
      question: 'Wat kan cliënt aan?',
      dueOn: DAY,
      language: 'nl',
      post,
    }),
  )
  const { rows } = await owner.query<{ id: string }>('select id from consent_requests')
  await store.changeDossier(client.for('self-service'), dossierId, (tx) =>
    answerConsent(tx, { requestId: rows[0]?.id ?? '', decision: 'given', post }),
  )
  await store.changeDossier(asCoach, dossierId, async (tx) => {
    await sendProfessionalRequest(tx, { requestId, channel: 'letter' })
    const answer = { requestId, body: 'Rust.', channel: 'letter', receivedOn: DAY } as const
    await storeProfessionalAnswer(tx, answer)
  })
}

async function discuss({ there, coach, dossierId }: Bureau): Promise<void> {
  const meetingId = await there.store.change(coach.for('peer-review'), (tx) =>
    callMeeting(tx, {
      title: 'Toetsing',
      startsAt: new Date(Date.now() - HOUR_MS),
      endsAt: new Date(Date.now() + HOUR_MS),
      participants: [],
    }),
  )
  await there.store.changeDossier(coach.for('coaching'), dossierId, async (tx) => {
    const id = await draftCase(tx, { body: 'Een casus van [naam 1].' })
    await confirmCase(tx, { id, body: 'Een casus van [naam 1].' })
    await shareCase(tx, { id, meetingId })
  })
}
