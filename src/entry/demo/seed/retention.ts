import { randomUUID } from 'node:crypto'
import { addDays, momentOn, monthsBefore } from '#entry/demo/day.ts'
import { createRandom, type Random } from '#entry/demo/random.ts'
import type { DemoEngagement } from '#entry/demo/shape.ts'
import type { Load } from './load.ts'

const KINDS = ['re-integration', 'outplacement', 'career-check', 'career-coaching'] as const
const CAUSES = ['retention', 'retention', 'retention', 'request', 'choice'] as const
const HOLD_REASONS = ['complaint', 'legal-claim', 'investigation'] as const
const MONTHS_BACK = 4
const PAPER_DAYS = 365
const CHOOSERS = 14

/**
 * What a bureau of some years has: clients who chose a day of their own, dossiers that may not go
 * yet, paper that went by hand, and what was destroyed in the last months.
 */
export async function insertRetention(load: Load): Promise<void> {
  const random = createRandom('retention')
  const closed = load.data.engagements.filter(({ closure }) => closure !== undefined)
  // Those of years ago that are still within their term wait for it: a shorter term would end it.
  const [since, until] = [60, 24].map((months) => monthsBefore(load.data.today, months))
  const waits = ({ closure }: DemoEngagement): boolean =>
    closure !== undefined && closure.endedOn > (since ?? '') && closure.endedOn < (until ?? '')
  const others = closed.filter((engagement) => !waits(engagement))
  await choose(load, others.slice(0, CHOOSERS), random)
  await hold(load, others.slice(CHOOSERS, CHOOSERS + HOLD_REASONS.length), random)
  await destroyPaper(load, closed)
  await destroyOld(load, random)
  await load.owner.query('select reckon_expiry()')
}

/** Clients who would rather not wait five years. */
async function choose(
  load: Load,
  engagements: readonly DemoEngagement[],
  random: Random,
): Promise<void> {
  for (const { key, client } of engagements) {
    await load.owner.query(
      `insert into retention_choices (dossier_id, part, due_on, chosen_by)
       values ($1, 'dossier', $2, $3)`,
      [load.id(key), addDays(load.data.today, random.int(3, 300)), load.id(client)],
    )
  }
}

async function hold(
  load: Load,
  engagements: readonly DemoEngagement[],
  random: Random,
): Promise<void> {
  const officer = load.data.members.find(({ functions }) => functions.includes('officer'))
  for (const [index, { key }] of engagements.entries()) {
    await load.owner.query(
      `insert into holds (dossier_id, reason, ends_on, placed_by, placed_at)
       values ($1, $2, $3, $4, $5)`,
      [
        load.id(key),
        HOLD_REASONS[index],
        addDays(load.data.today, random.int(60, 500)),
        load.id(officer?.key ?? ''),
        momentOn(addDays(load.data.today, -random.int(5, 50)), random.int(60, 400)),
      ],
    )
  }
}

/** Paper of which the year is over was destroyed on its last day, by the coach. */
async function destroyPaper(load: Load, engagements: readonly DemoEngagement[]): Promise<void> {
  for (const { key, kind, coach, closure, activatedAt } of engagements) {
    const dueOn = closure && addDays(closure.endedOn, PAPER_DAYS)
    if (dueOn === undefined || dueOn > load.data.today) continue
    await insertErased(load, {
      id: randomUUID(),
      dossierId: load.id(key),
      part: 'paper',
      cause: 'retention',
      kind,
      year: Number((activatedAt ?? closure?.endedOn ?? '').slice(0, 4)),
      by: load.id(coach),
      at: momentOn(addDays(dueOn, -1), 300),
    })
  }
}

/** Dossiers of years ago, of which nothing but these lines is left. */
async function destroyOld(load: Load, random: Random): Promise<void> {
  const { today } = load.data
  for (let month = 1; month <= MONTHS_BACK; month += 1) {
    const first = `${monthsBefore(today, month).slice(0, 7)}-01`
    for (let count = random.int(9, 24); count > 0; count -= 1) {
      const cause = random.pick(CAUSES)
      await insertErased(load, {
        id: randomUUID(),
        dossierId: randomUUID(),
        part: 'dossier',
        cause,
        kind: random.pick(KINDS),
        year: Number(today.slice(0, 4)) - (cause === 'retention' ? 6 : random.int(1, 4)),
        by: null,
        at: momentOn(addDays(first, random.int(0, 26)), random.int(0, 400)),
      })
    }
  }
}

interface Erased {
  readonly id: string
  readonly dossierId: string
  readonly part: string
  readonly cause: (typeof CAUSES)[number]
  readonly kind: string
  readonly year: number
  readonly by: string | null
  readonly at: string
}

async function insertErased(load: Load, erased: Erased): Promise<void> {
  const { id, dossierId, part, cause, kind, year, by, at } = erased
  await load.owner.query(
    `insert into erasure_orders (id, dossier_id, part, cause, kind, year, ordered_by, ordered_at,
       registered_at, deleted_at, reread_at, closed_at, scrubbed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $8, $8, $8)`,
    [id, dossierId, part, cause, kind, year, by, at],
  )
}
