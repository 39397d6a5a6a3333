import { progressFields } from '#modules/practice/index.ts'
import type { DemoDisclosure, DemoEngagement } from '#entry/demo/shape.ts'
import { after, spread } from './act.ts'
import { byCoach } from './author.ts'
import { disclosedAt } from './disclosures.ts'
import type { Load } from './load.ts'

const DAY_MINUTES = 1440
/** Every so many documents that were let go, somebody asks something about one. */
const ASKED_OF = 3
const YEARS_BACK = 4

/** Progress that coaches noted for principals, in the fields of the service. */
export async function insertProgress(load: Load): Promise<void> {
  const reported = load.data.engagements.flatMap((engagement) => {
    const { key, kind, party, consults } = engagement
    const last = consults.filter(({ by }) => by === engagement.coach).at(-1)
    if (party === undefined || !last) return []
    const doing = byCoach(load, engagement, after(`${last.heldOn}T15:00:00Z`, spread(key, 0, 40)))
    if (doing.at.getTime() > Date.now()) return []
    const ill = progressFields(kind).includes('hoursAble')
    const turn = key.length + consults.length
    const row = {
      id: load.id(`${key} progress`),
      dossier_id: load.id(key),
      attends: turn % 5 === 0 ? 'mostly' : 'always',
      ends_on: null,
      hours_able: ill ? 8 + 4 * (turn % 4) : null,
      pace: ill ? null : turn % 3 === 0 ? 'slower' : 'as-planned',
      written_by: doing.by,
      written_at: doing.at,
    }
    return [{ ...doing, row }]
  })
  await load.insert('progress_reports', reported)
}

/** What principals asked about what they read, and what coaches answered. */
export async function insertConversations(load: Load): Promise<void> {
  const released = load.data.engagements.flatMap((engagement) =>
    engagement.disclosures.map((disclosure) => ({ engagement, disclosure })),
  )
  const asked = released.filter((_, index) => index % ASKED_OF === 0)
  const lines = asked.flatMap(({ engagement, disclosure }, index) =>
    conversation(load, { engagement, disclosure, index }),
  )
  await load.insert('principal_messages', lines)
}

interface Asked {
  readonly engagement: DemoEngagement
  readonly disclosure: DemoDisclosure
  readonly index: number
}

function conversation(load: Load, { engagement, disclosure, index }: Asked) {
  const { consent, party } = disclosure
  const contact = load.data.parties.find(({ key }) => key === party)?.contacts[0]
  const askedAt = after(disclosedAt(disclosure), spread(`${consent} asked`, DAY_MINUTES, 4000))
  const answeredAt = after(askedAt, spread(`${consent} answered`, DAY_MINUTES, 3000))
  if (!contact || answeredAt.getTime() > Date.now()) return []
  const own = {
    dossier_id: load.id(engagement.key),
    disclosure_id: load.id(`${consent} disclosure`),
    request_id: load.id(consent),
  }
  const reader = load.id(contact.key)
  const coach = byCoach(load, engagement, answeredAt)
  return [
    {
      at: askedAt,
      by: reader,
      activity: 'accountability' as const,
      row: {
        ...own,
        id: load.id(`${consent} question`),
        side: 'party',
        topic: index % 2 === 0 ? 'progress' : 'explain',
        written_by: reader,
        written_at: askedAt,
      },
    },
    {
      ...coach,
      row: {
        ...own,
        id: load.id(`${consent} answer`),
        side: 'practice',
        topic: index % 2 === 0 ? 'asks-client' : 'in-document',
        written_by: coach.by,
        written_at: answeredAt,
      },
    },
  ]
}

/** The numbers of the years that are over, one principal and year still to be made. */
export async function publishNumbers(load: Load): Promise<void> {
  const { owner } = load
  await owner.query(
    `select write_aggregates(l.party_id, l.year, null,
       least(now() - interval '3 days', make_date(l.year + 1, 1, 20)::timestamptz))
     from (select distinct l.party_id, l.year, p.name
       from relation_lines l join parties p on p.id = l.party_id
       where l.year between extract(year from gestand.today()) - $1
         and extract(year from gestand.today()) - 1
       order by l.year desc, p.name offset 1) l`,
    [YEARS_BACK],
  )
}
