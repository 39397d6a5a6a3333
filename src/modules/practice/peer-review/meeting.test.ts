import { expect, test } from 'vitest'
import { Platform } from '#store/platform.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { workerOf } from '#world/worker.ts'
import type { WorldAccount } from '#world/world.ts'
import { anonymiseCase, changeCase, confirmCase, draftCase, shareCase } from './case.ts'
import { callMeeting, casesOf, clearMeetings, peerMeetings } from './meeting.ts'

const HOUR_MS = 3_600_000

interface Review {
  readonly here: Bureau
  readonly colleague: WorldAccount
  readonly stranger: WorldAccount
  readonly meetingId: string
  readonly caseId: string
  readonly body: string
}

/** A meeting that goes on, with a colleague, and a case of which a version was drafted. */
async function review(): Promise<Review> {
  const here = await bureau({ organisation: 'casework', kind: 'case-management' })
  const { coach, there } = here
  const colleague = await there.account('Karim Ziani', ['coach'])
  const stranger = await there.account('Hanneke Bos', ['coach'])
  await here.summary({ body: 'Sanne de Wit uit Rivierdam belt op 3 maart 2026 met 06-12345678.' })
  const meetingId = await there.store.change(coach.for('peer-review'), (tx) =>
    callMeeting(tx, {
      title: 'Toetsing',
      startsAt: new Date(Date.now() - HOUR_MS),
      endsAt: new Date(Date.now() + HOUR_MS),
      participants: [colleague.id],
    }),
  )
  const { text } = anonymiseCase(await here.view(coach, 'coaching'))
  const caseId = await here.asCoach((tx) => draftCase(tx, { body: text }))
  return { here, colleague, stranger, meetingId, caseId, body: text }
}

async function seen({ here, meetingId }: Review, who: WorldAccount): Promise<string[]> {
  const reads = { cases: casesOf(meetingId) }
  const { cases } = await here.there.store.list(who.for('peer-review'), 'peer-meeting', reads)
  return cases.map(({ body }) => body)
}

test('cas-06: a version is shared only as it was confirmed, and seen by the colleagues of that meeting alone, for its time', async () => {
  const round = await review()
  const { here, colleague, stranger, meetingId, caseId, body } = round
  const { owner, store } = here.there
  expect(body).toBe('[naam 2] [naam 1] uit [naam 3] belt op [datum 1] met [nummer 1].')
  const share = () => here.asCoach((tx) => shareCase(tx, { id: caseId, meetingId }))
  await expect(share()).rejects.toMatchObject({ code: 'CASE_UNCONFIRMED' })
  const checked = body.replace('belt', 'schrijft')
  await here.asCoach((tx) => confirmCase(tx, { id: caseId, body: checked }))
  const changing = here.asCoach((tx) => changeCase(tx, { id: caseId, body: 'Sanne' }))
  await expect(changing).rejects.toMatchObject({ code: 'CASE_CONFIRMED' })
  await share()
  expect(await seen(round, colleague)).toEqual([checked])
  expect(await seen(round, stranger)).toEqual([])
  const lines = await owner.query(`select account_id from ledger where subject = 'case_shares'`)
  expect(lines.rows).toEqual([{ account_id: here.coach.id }])
  const listed = await store.list(stranger.for('peer-review'), 'peer-meetings', { peerMeetings })
  expect(listed.peerMeetings).toEqual([])
  await owner.query(`update peer_meetings set starts_at = now() - interval '2 hours',
    ends_at = now() - interval '1 minute'`)
  expect(await seen(round, colleague)).toEqual([])
  expect(await clearMeetings(new Platform(workerOf(here.there)), 'casework')).toBe(1)
})

test('cas-06: the role of peer review has a version and no way to a dossier, and with the rule taken away anybody would see it', async () => {
  const round = await review()
  const { here, colleague, stranger, meetingId, caseId, body } = round
  const { owner } = here.there
  await here.asCoach((tx) => confirmCase(tx, { id: caseId, body }))
  await here.asCoach((tx) => shareCase(tx, { id: caseId, meetingId }))
  const granted = await owner.query<{ name: string }>(
    `select distinct p.table_name as name from information_schema.column_privileges p
     where p.table_schema = 'org_casework' and p.grantee = 'org_casework__peer_review'
       and p.privilege_type = 'SELECT' and p.column_name = 'dossier_id'
       and obj_description(to_regclass('org_casework.' || p.table_name)) !~ '@impersonal'`,
  )
  expect(granted.rows).toEqual([])
  const opens = `select opens from activities where activity = 'peer-review'`
  expect((await owner.query(opens)).rows).toEqual([{ opens: false }])
  await expect(here.view(colleague, 'peer-review')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await owner.query('drop policy core_sits on peer_cases')
  expect(await seen(round, stranger)).toEqual([body])
  await owner.query('delete from dossiers')
  expect(await owner.query('select from peer_cases')).toMatchObject({ rowCount: 0 })
})
