import { createRandom } from '#entry/demo/random.ts'
import { type Act, after, MINUTE_MS, spread } from './act.ts'

/** Somebody who did nothing for this long is signed out. */
const IDLE_MS = 30 * MINUTE_MS

/** How often the password was wrong at first, and how often somebody signs out. */
const MISTAKES = 0.06
const FAREWELLS = 0.4

/** What somebody does in one go, from signing in on. */
type Session = [Act, ...Act[]]

/** Signing in before what people did, and the lists through which they came to it. */
export function sessionsOf(acts: readonly Act[]): Act[] {
  const inTime = acts.filter(({ by }) => by !== null).toSorted((a, b) => +a.at - +b.at)
  const people = Map.groupBy(inTime, ({ by }) => by)
  return [...people.values()].flatMap((own) => {
    const sessions = split(own)
    return [...sessions.flatMap(aroundOf), ...listsOf(sessions)]
  })
}

function split(acts: readonly Act[]): Session[] {
  const sessions: Session[] = []
  for (const act of acts) {
    const session = sessions.at(-1)
    const before = session?.at(-1)
    if (session && before && +act.at - +before.at < IDLE_MS) session.push(act)
    else sessions.push([act])
  }
  return sessions
}

/** Who accepts an invitation is signed in by it; everybody else signs in first. */
function aroundOf(session: Session): Act[] {
  const [first] = session
  const key = `${first.by} ${+first.at}`
  const random = createRandom(key)
  const sign = (at: Date, act: string): Act => ({ at, by: first.by, activity: 'account', act })
  if (first.act === 'accepted') return [sign(after(first.at, 5), 'signed-in')]
  const begun = after(first.at, -spread(key, 1, 2))
  const end = session.at(-1) ?? first
  return [
    ...(random.chance(MISTAKES) ? [sign(after(begun, -20_000), 'sign-in-refused')] : []),
    sign(begun, 'signed-in'),
    ...(random.chance(FAREWELLS) ? [sign(after(end.at, spread(key, 2, 9)), 'signed-out')] : []),
  ]
}

/** Lists that lead to dossiers, by the activity for which those are opened. */
const LISTS: Readonly<Record<string, string>> = {
  coaching: 'caseload',
  substitution: 'substitution',
  'self-service': 'own-dossiers',
  accountability: 'released',
}

/** Each list once in a session, just before the first opening, with the dossiers known by then. */
function listsOf(sessions: readonly Session[]): Act[] {
  return Object.entries(LISTS).flatMap(([activity, subject]) => {
    const known = new Set<string>()
    return sessions.flatMap((session) => {
      const opened = session.filter((each) => each.activity === activity && each.act === 'opened')
      for (const { dossierId } of opened) if (dossierId !== undefined) known.add(dossierId)
      const [first] = opened
      if (!first) return []
      const { by } = first
      const at = after(first.at, -spread(`${by} ${+first.at} list`, 0, 1) / 2)
      return [{ at, by, activity, act: 'listed', subject, amount: known.size }]
    })
  })
}
