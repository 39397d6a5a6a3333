import { asNextVersion } from '#duties/studio/folder.ts'
import { addDays, momentOn } from '#entry/demo/day.ts'
import type { StatementSource } from '#store/statement-files.ts'
import type { Load } from './load.ts'

const ANNOUNCED_DAYS = 20
const RETRACTED_DAYS = 12
const AHEAD_DAYS = 25

/**
 * A version that the operator announced and that two people took back before its day: its number
 * stays used, and its text can be read.
 */
export async function insertRetraction(load: Load, inForce: StatementSource): Promise<void> {
  const { owner, data } = load
  const day = addDays(data.today, AHEAD_DAYS)
  const version = 5
  const source = asNextVersion(inForce, { version, inForce: day })
  const announcedAt = momentOn(addDays(data.today, -ANNOUNCED_DAYS), 45)
  const askedAt = momentOn(addDays(data.today, -RETRACTED_DAYS), 70)
  const approvedAt = momentOn(addDays(data.today, -RETRACTED_DAYS), 190)
  await owner.query(
    `insert into publications (version, in_force, source, decided_at, announced_at)
     values ($1, $2, $3, $4, $4)`,
    [version, day, JSON.stringify(source), announcedAt],
  )
  await owner.query(
    `insert into statement_retractions (version, reason, asked_by, asked_at)
     values ($1, $2, $3, $4)`,
    [
      version,
      'In deze versie stond nog de oude termijn voor papieren dossiers.',
      load.id('officer'),
      askedAt,
    ],
  )
  await owner.query(
    `insert into statement_retraction_approvals (version, approved_by, approved_at)
     values ($1, $2, $3)`,
    [version, load.id('manager'), approvedAt],
  )
  await owner.query('update publications set retracted_at = $2 where version = $1', [
    version,
    approvedAt,
  ])
  const about = { act: 'inserted', item: String(version) } as const
  load.acts.push(
    {
      ...about,
      at: new Date(askedAt),
      by: load.id('officer'),
      activity: 'statement-drafting',
      subject: 'statement_retractions',
    },
    {
      ...about,
      at: new Date(approvedAt),
      by: load.id('manager'),
      activity: 'statement-approval',
      subject: 'statement_retraction_approvals',
    },
  )
}
