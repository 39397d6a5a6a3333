import { AppError } from '#kernel/error.ts'
import type { Application } from './application.ts'
import { toAppError } from './errors.ts'
import { inTransaction, type Owner, quoted } from './owner.ts'
import { schemaOf } from './store.ts'
import type { StatementSource } from './statement-files.ts'
import { wantedBy } from './wanted.ts'

/** A version that was decided on and is not true yet, or of which nobody knows whom to tell. */
export interface WaitingPublication {
  readonly version: number
  readonly source: StatementSource
  readonly announced: boolean
  /** Whether its day has come. */
  readonly due: boolean
}

/**
 * Announces a version that will be true on a later day: anyone can read it, and whoever it affects
 * is told. Nothing else changes. A second time it does nothing.
 *
 * @throws `VERSION_TAKEN`, `VERSION_PASSED`, `IN_FORCE_BEFORE_OTHER`.
 */
export async function announce(owner: Owner, application: Application): Promise<void> {
  await inTransaction(owner, async () => {
    await takePublicationLock(owner, application.plan.schema)
    await expectVersion(owner, application)
    await expectSequence(owner, application)
    await notePublication(owner, application)
  })
}

/** What nobody decided on before must come after what was. */
async function expectSequence(owner: Owner, { plan }: Application): Promise<void> {
  const schema = quoted(plan.schema)
  try {
    await owner.query(
      `select ${schema}.guard_statement_sequence($1, $2)
       where not exists (select from ${schema}.publications where version = $1)`,
      [plan.version, plan.inForce],
    )
  } catch (error) {
    throw toAppError(error)
  }
}

/** What waits for the owner, the lowest version first. */
export async function listWaiting(
  owner: Owner,
  organisation: string,
): Promise<WaitingPublication[]> {
  const { rows } = await owner.query<WaitingPublication>(
    `select version, source, announced_at is not null as announced,
       applied_at is null and in_force <= gestand.today() as due
     from ${quoted(schemaOf(organisation))}.publications
     where problem is null and retracted_at is null
       and (announced_at is null or (applied_at is null and in_force <= gestand.today()))
     order by version limit 100`,
  )
  return rows
}

/** Notes why a version could not be made true: it is not tried again until somebody applies it. */
export async function noteProblem(
  owner: Owner,
  organisation: string,
  { version, problem }: { readonly version: number; readonly problem: string },
): Promise<void> {
  await owner.query(
    `update ${quoted(schemaOf(organisation))}.publications set problem = $2 where version = $1`,
    [version, problem],
  )
}

/** Waits until nobody else decides on a version, to the end of the transaction. */
export async function takePublicationLock(owner: Owner, schema: string): Promise<void> {
  await owner.query('select pg_advisory_xact_lock(hashtext($1))', [`publications of ${schema}`])
}

/**
 * A version has one text for ever, and none comes after a higher one.
 *
 * @throws `VERSION_TAKEN` when the version exists with another text; `VERSION_RETRACTED` when it
 *   was taken back; `VERSION_PASSED` when a higher one is in force.
 */
export async function expectVersion(owner: Owner, { plan, source }: Application): Promise<void> {
  const schema = quoted(plan.schema)
  const { rows } = await owner.query<{ same: boolean; higher: boolean; back: boolean }>(
    `select version > $1 as higher, version <> $1 or source = $2::jsonb as same, back
     from (
       select version, source, false as back from ${schema}.statements where version >= $1
       union all select version, source, retracted_at is not null
       from ${schema}.publications where version = $1) known`,
    [plan.version, JSON.stringify(source)],
  )
  if (rows.some(({ same }) => !same)) throw new AppError('VERSION_TAKEN', { version: plan.version })
  if (rows.some(({ back }) => back)) {
    throw new AppError('VERSION_RETRACTED', { version: plan.version })
  }
  if (rows.some(({ higher }) => higher)) {
    throw new AppError('VERSION_PASSED', { version: plan.version })
  }
}

/**
 * Writes down that a version is decided on, and whom it affects: before it is applied, as after it
 * nobody could tell the difference. A version that was applied before changes nothing for anybody,
 * also when a newer release makes something else of it.
 */
export async function notePublication(
  owner: Owner,
  { plan, catalogue, source }: Application,
): Promise<void> {
  await owner.query(`select set_config('search_path', $1, true)`, [
    `${quoted(plan.schema)}, gestand, pg_temp`,
  ])
  await owner.query(
    `insert into publications (version, in_force, source, announced_at, applied_at)
     select $1::integer, $2::date, $3::jsonb, s.applied_at, s.applied_at
     from (values (1)) one left join statements s on s.version = $1
     on conflict (version) do nothing`,
    [plan.version, plan.inForce, JSON.stringify(source)],
  )
  const { rowCount } = await owner.query(
    `update publications set announced_at = now() where version = $1 and announced_at is null`,
    [plan.version],
  )
  if (rowCount === 0) return
  await owner.query(
    `insert into statement_audience (version, account_id)
     select $1, a from audience_of($2) a on conflict do nothing`,
    [plan.version, JSON.stringify(wantedBy(plan, catalogue))],
  )
}
