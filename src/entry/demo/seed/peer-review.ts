import { createHash } from 'node:crypto'
import { addDays, type Day, momentOn, workday } from '#entry/demo/day.ts'
import type { DemoEngagement } from '#entry/demo/shape.ts'
import { after, MINUTE_MS } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'

const AHEAD = 'peer meeting ahead'
const HELD_DAYS = 34
const CALLED_DAYS = 14
const AHEAD_DAYS = 6
const CONFIRMED_DAYS = 4
const COLLEAGUES = 3
/** After eight in the morning UTC. */
const AFTERNOON_MINUTES = 5 * 60
const LASTS_MS = 120 * MINUTE_MS

/** A case as it is after the names were taken out and the professional went over it. */
const CASE = [
  'Cliënt werkte [getal 1] jaar in de zorg bij [werkgever 1] en viel uit na een verhuizing. De',
  'bedrijfsarts ziet ruimte voor halve dagen. We begonnen op [datum 1] met een vast ritme. Dat lukt.',
  'Zodra het over solliciteren gaat, zegt cliënt afspraken af. Mijn vraag aan jullie: hoe houd ik',
  'vaart zonder dat het weer te veel wordt? En wanneer betrek ik [werkgever 1] erbij?',
].join(' ')

/** Colleagues met and will meet again, with a case in which nobody can be recognised. */
export async function insertPeerReview(load: Load): Promise<void> {
  const { engagements, today } = load.data
  const engagement = engagements.find(({ activatedAt, closure }) => activatedAt && !closure)
  if (!engagement) return
  await insertMeeting(load, engagement, {
    key: 'peer meeting held',
    title: 'Toetsing van het najaar',
    day: addDays(today, -HELD_DAYS),
  })
  await insertMeeting(load, engagement, {
    key: AHEAD,
    title: 'Toetsing voor de feestdagen',
    day: workday(addDays(today, AHEAD_DAYS)),
  })
  await insertCase(load, engagement)
}

interface Meeting {
  readonly key: string
  readonly title: string
  readonly day: Day
}

/** The coach of an engagement calls some colleagues together. */
async function insertMeeting(
  load: Load,
  { coach }: DemoEngagement,
  { key, title, day }: Meeting,
): Promise<void> {
  const { members, today } = load.data
  const startsAt = new Date(momentOn(day, AFTERNOON_MINUTES))
  const by = load.id(coach)
  const at = new Date(momentOn(workday(addDays(today, -HELD_DAYS - CALLED_DAYS)), 75))
  const id = load.id(key)
  const row = { id, title, starts_at: startsAt, ends_at: after(startsAt, LASTS_MS), called_by: by }
  await load.insert('peer_meetings', [{ at, by, activity: 'peer-review', row }])
  const colleagues = members.filter((each) => each.key !== coach && each.functions[0] === 'coach')
  const people = [by, ...colleagues.slice(0, COLLEAGUES).map((each) => load.id(each.key))]
  await load.owner.query(
    'insert into peer_participants (meeting_id, account_id) select $1, unnest($2::uuid[])',
    [id, people],
  )
}

/** A version that the coach went over, shared with the meeting that is to come. */
async function insertCase(load: Load, engagement: DemoEngagement): Promise<void> {
  const at = new Date(momentOn(workday(addDays(load.data.today, -CONFIRMED_DAYS)), 130))
  const doing = byCoach(load, engagement, at)
  const dossierId = load.id(engagement.key)
  const id = load.id(`${engagement.key} case`)
  const body = load.seal(engagement, 'anonymised_cases.body', CASE)
  const written = { written_by: doing.by, written_at: at }
  await load.insert('anonymised_cases', [
    { ...doing, row: { id, dossier_id: dossierId, body, ...written } },
  ])
  const digest = createHash('sha256').update(CASE, 'utf8').digest()
  const confirmed = { case_id: id, dossier_id: dossierId, digest }
  await load.insert('case_confirmations', [
    { ...doing, row: { ...confirmed, confirmed_by: doing.by, confirmed_at: at } },
  ])
  const sharedId = load.id(`${engagement.key} case shared`)
  await load.owner.query('insert into peer_cases (id, meeting_id, body) values ($1, $2, $3)', [
    sharedId,
    load.id(AHEAD),
    CASE,
  ])
  const shared = { shared_id: sharedId, dossier_id: dossierId, case_id: id }
  const row = { ...shared, meeting_id: load.id(AHEAD), shared_by: doing.by, shared_at: at }
  await load.insert('case_shares', [{ ...doing, row }])
}
