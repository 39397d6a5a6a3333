import { addDays, type Day, dayOf, momentOn } from '#entry/demo/day.ts'
import type { DemoDisclosure, DemoEngagement } from '#entry/demo/shape.ts'
import { acceptedAt } from './acceptance.ts'
import { type Act, after, type Doing, MINUTE_MS, spread } from './act.ts'
import { byClient, byWhoIsThere } from './author.ts'
import { disclosedAt } from './disclosures.ts'
import type { Load } from './load.ts'

const DAY_MS = 24 * 60 * MINUTE_MS

/** Looks into dossiers after which nothing was written, each by somebody who might. */
export function listVisits(load: Load): Act[] {
  const midnight = new Date(momentOn(load.data.today, -8 * 60))
  const visits = load.data.engagements.flatMap((engagement) =>
    [
      ...beforeConsults(load, engagement),
      ...byThePerson(load, engagement),
      ...byPartner(load, engagement),
      ...bySubstitute(load, engagement),
      ...engagement.disclosures.flatMap((each) => byPrincipal(load, engagement, each)),
    ].map((act) => ({ ...act, dossierId: load.id(engagement.key) })),
  )
  return visits.filter(({ at }) => at < midnight)
}

function look(doing: Doing): Act {
  return { ...doing, act: 'opened' }
}

/** Whoever speaks with a client reads the dossier on that morning. */
function beforeConsults(load: Load, engagement: DemoEngagement): Act[] {
  return engagement.consults.map(({ key, heldOn }) => {
    const at = after(momentOn(heldOn, 0), spread(`${key} before`, -15, 120))
    return look(byWhoIsThere(load, engagement, at))
  })
}

/** Days between two evenings on which a client looks, at least and at most. */
const CLIENT_DAYS = [17, 55] as const

/** Clients look now and then, and read what was sent to them. */
function byThePerson(load: Load, engagement: DemoEngagement): Act[] {
  const accepted = acceptedAt(engagement)
  if (!accepted) return []
  const until = lastDay(load, engagement)
  const evenings: Date[] = [after(accepted, 40_000)]
  for (;;) {
    const last = evenings.at(-1) ?? accepted
    const [least, most] = CLIENT_DAYS
    const days = spread(`${engagement.key} ${+last}`, least, most) / MINUTE_MS
    const next = after(last, Math.round(days) * DAY_MS + spread(`${+last}`, -50, 50))
    if (next.toISOString() >= until) break
    evenings.push(next)
  }
  return evenings.map((at) => look(byClient(load, engagement, at)))
}

/** Days between two looks of a partner coach. */
const PARTNER_DAYS = 19

/** A partner coach reads along while the client agrees; once the client withdrew, in vain. */
function byPartner(load: Load, engagement: DemoEngagement): Act[] {
  const asked = engagement.consents.find(({ consent }) => consent === 'partner-access')
  if (asked?.answer?.is !== 'given') return []
  const { key, holder, answer, withdrawnAt } = asked
  const until = withdrawnAt ?? lastDay(load, engagement)
  const doing = { by: load.id(holder), activity: 'coaching' }
  const looks: Act[] = []
  let day = addDays(dayOf(answer.at), 1)
  for (; day < dayOf(until); day = addDays(day, PARTNER_DAYS)) {
    looks.push(look({ ...doing, at: after(momentOn(day, 0), spread(`${key} ${day}`, 30, 480)) }))
  }
  if (withdrawnAt === undefined) return looks
  const later = after(momentOn(addDays(dayOf(withdrawnAt), 2), 0), spread(key, 60, 400))
  return [...looks, { ...doing, at: later, act: 'refused' }]
}

/** Who stands in reads the dossier on the first day, if the client agreed. */
function bySubstitute(load: Load, engagement: DemoEngagement): Act[] {
  return load.data.absences
    .filter(({ member }) => member === engagement.coach)
    .flatMap(({ key, startsOn }) => {
      const at = after(momentOn(startsOn, 0), spread(`${engagement.key} ${key}`, 40, 300))
      const doing = byWhoIsThere(load, engagement, at)
      return doing.activity === 'substitution' ? [look(doing)] : []
    })
}

/** Somebody of the principal reads what was given, and tries again after the client withdrew. */
function byPrincipal(load: Load, { consents }: DemoEngagement, disclosure: DemoDisclosure): Act[] {
  const { party, consent } = disclosure
  const contacts = load.data.parties.find(({ key }) => key === party)?.contacts ?? []
  const reader = contacts[spread(consent, 0, 1) % contacts.length]
  if (!reader) return []
  const doing = { by: load.id(reader.key), activity: 'accountability' }
  const withdrawnAt = consents.find(({ key }) => key === consent)?.withdrawnAt
  const given = disclosedAt(disclosure)
  const looks = [1, 9]
    .map((days) => after(given, days * DAY_MS + spread(`${consent} ${days}`, -100, 200)))
    .filter((at) => withdrawnAt === undefined || at < new Date(withdrawnAt))
  return looks.map((at) => look({ ...doing, at }))
}

/** The last day on which somebody has a reason to look. */
function lastDay({ data }: Load, { closure }: DemoEngagement): Day {
  return closure ? addDays(closure.endedOn, 21) : data.today
}
