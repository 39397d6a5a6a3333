import { randomUUID } from 'node:crypto'
import { INCIDENTS } from '#entry/demo/answering.ts'
import { ago, doing } from './doing.ts'
import type { Load } from './load.ts'

const HOUR_MS = 3_600_000

/** Hours after the discovery at which each step was taken. */
interface Steps {
  readonly reported: number
  readonly judged: number
  readonly decided: number
}

interface Happening {
  readonly about: (typeof INCIDENTS)[keyof typeof INCIDENTS]
  readonly id: string
  /** When it was so many hours after the discovery. */
  readonly later: (hours: number) => Date
  readonly steps: Steps
  readonly severity: string
  readonly affected: number
  readonly data: readonly string[]
  readonly toAuthority: boolean
}

/**
 * An incident that is over, and one that is open still. That one was notified within its term: also
 * who looks days later sees the promise kept.
 */
export async function insertIncidents(load: Load): Promise<void> {
  const closed: Happening = {
    about: INCIDENTS.closed,
    id: load.id(INCIDENTS.closed.key),
    later: after(ago(load, 45, 30)),
    steps: { reported: 1, judged: 4, decided: 26 },
    severity: 'low',
    affected: 1,
    data: ['identity', 'planning'],
    toAuthority: false,
  }
  const open: Happening = {
    about: INCIDENTS.open,
    id: load.id(INCIDENTS.open.key),
    later: after(new Date(Date.now() - 65 * HOUR_MS)),
    steps: { reported: 0, judged: 20, decided: 30 },
    severity: 'middle',
    affected: 14,
    data: ['identity', 'conversation-reports'],
    toAuthority: true,
  }
  for (const happening of [closed, open]) await insertSteps(load, happening)
  await insertNotice(load, open)
  await insertClosure(load, closed)
}

function after(found: Date): (hours: number) => Date {
  return (hours) => new Date(found.getTime() + hours * HOUR_MS)
}

async function insertSteps(load: Load, happening: Happening): Promise<void> {
  const { about, affected, data, id, later, severity, steps, toAuthority } = happening
  const coach = load.id('coach-3')
  const officer = load.id('officer')
  const reported = later(steps.reported)
  const judged = later(steps.judged)
  const decided = later(steps.decided)
  await load.insert('incidents', [
    {
      at: reported,
      by: coach,
      activity: 'incident-reporting',
      row: {
        id,
        what: load.sealFor(about.key, 'incidents.what', about.what),
        discovered_at: later(0),
        reported_at: reported,
        reported_by: coach,
      },
    },
  ])
  await load.insert('incident_assessments', [
    {
      ...doing(load, 'incident-handling', judged),
      row: {
        id: randomUUID(),
        incident_id: id,
        severity,
        nature: ['confidentiality'],
        affected,
        data,
        ...load.sealEach(about.key, 'incident_assessments', {
          who: about.who,
          consequences: about.consequences,
          measures: about.measures,
        }),
        assessed_by: officer,
        assessed_at: judged,
      },
    },
  ])
  await load.insert('incident_decisions', [
    {
      ...doing(load, 'incident-handling', decided),
      row: {
        id: randomUUID(),
        incident_id: id,
        to_authority: toAuthority,
        to_persons: false,
        reasons: load.sealFor(about.key, 'incident_decisions.reasons', about.reasons),
        decided_by: officer,
        decided_at: decided,
      },
    },
  ])
}

async function insertNotice(load: Load, { id, later }: Happening): Promise<void> {
  const at = later(44)
  const { key, notice, reference } = INCIDENTS.open
  const row = {
    id: randomUUID(),
    incident_id: id,
    audience: 'authority',
    ...load.sealEach(key, 'incident_notices', { words: notice, reference }),
    sent_by: load.id('officer'),
    sent_at: at,
  }
  await load.insert('incident_notices', [{ ...doing(load, 'incident-handling', at), row }])
}

async function insertClosure(load: Load, { id, later }: Happening): Promise<void> {
  const at = later(190)
  const { key, lessons } = INCIDENTS.closed
  const sealed = load.sealEach(key, 'incident_closures', { lessons })
  const row = { incident_id: id, ...sealed, closed_by: load.id('officer'), closed_at: at }
  await load.insert('incident_closures', [{ ...doing(load, 'incident-handling', at), row }])
}
