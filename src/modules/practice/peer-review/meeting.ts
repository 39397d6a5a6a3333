import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Platform, Runner } from '#store/platform.ts'
import { refusing } from '#store/refusal.ts'
import { from, written, type WrittenQuery } from '#store/query.ts'

/** A meeting of colleagues, as those who are asked to it see it. */
export interface PeerMeeting {
  readonly id: string
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly state: 'planned' | 'open' | 'over'
  /** Names of those who are asked, the one who called it first. */
  readonly participants: readonly string[]
}

export interface NewPeerMeeting {
  /** UUID of the form. */
  readonly id?: string
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date
  /** Accounts of colleagues. */
  readonly participants: readonly string[]
}

/**
 * Calls a meeting and asks colleagues to it. Returns its id.
 *
 * @throws `MEETING_PERIOD` when it is longer than a day or ends before it starts; `DUPLICATE`.
 */
export async function callMeeting(
  tx: Runner,
  { id = randomUUID(), title, startsAt, endsAt, participants }: NewPeerMeeting,
): Promise<string> {
  await refusing(
    tx.run(
      from.insertInto('peer_meetings').values({ id, title, starts_at: startsAt, ends_at: endsAt }),
    ),
    { peer_meetings_check: 'MEETING_PERIOD' },
  )
  for (const accountId of new Set(participants)) {
    await tx.run(
      from.insertInto('peer_participants').values({ meeting_id: id, account_id: accountId }),
    )
  }
  return id
}

/** As many as are listed at most. */
export const PEER_MEETINGS_MOST = 100

/** The meetings that whoever asks belongs to, the next first. */
export const peerMeetings: WrittenQuery<PeerMeeting> = written(sql<PeerMeeting>`
  select m.id, m.title, m.starts_at as "startsAt", m.ends_at as "endsAt",
    case when m.ends_at <= now() then 'over' when m.starts_at > now() then 'planned'
      else 'open' end as state,
    array(select s.name from (
      select m.called_by as id, 0 as rank
      union select p.account_id, 1 from peer_participants p where p.meeting_id = m.id) a
      join members s on s.account_id = a.id
      group by s.name order by min(a.rank), s.name) as participants
  from peer_meetings m
  order by m.ends_at <= now(), m.starts_at limit ${PEER_MEETINGS_MOST}`)

/** The cases of a meeting, while it lasts. */
export function casesOf(meetingId: string): WrittenQuery<{ readonly id: string; body: string }> {
  return written(sql`
    select id, body from peer_cases where meeting_id = ${meetingId}::uuid order by id limit 50`)
}

/**
 * Takes away what meetings saw that are over. Returns how many cases went.
 *
 * @param platform With the login of the worker.
 */
export async function clearMeetings(platform: Platform, organisation: string): Promise<number> {
  return platform.change(async (tx) => {
    const [row] = await tx.run(
      written(sql<{ cleared: number }>`
        select ${sql.id(`org_${organisation}`, 'clear_peer_meetings')}()::int as cleared`),
    )
    return row?.cleared ?? 0
  })
}
