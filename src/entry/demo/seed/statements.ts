import { join } from 'node:path'
import type { Language } from '#kernel/language.ts'
import { isAppError } from '#kernel/error.ts'
import { PROJECT } from '#kernel/project.ts'
import { provision } from '#modules/provision.ts'
import { parseStatement, type StatementFolder } from '#statement/index.ts'
import { type Owner, quoted } from '#store/owner.ts'
import { readStatementFolder, toSource } from '#store/statement-files.ts'
import { schemaOf } from '#store/store.ts'
import { addDays, type Day, momentOn } from '#entry/demo/day.ts'
import type { DemoConsent } from '#entry/demo/shape.ts'

/** The example organisation with which the demonstration begins. */
export const DEMO_ORGANISATION = 'reintegration'

/** The other one, on the same code with another statement. */
export const SECOND_ORGANISATION = 'casework'

/** A version of its statement, with when it came in force. */
export interface DemoVersion {
  readonly version: number
  readonly appliedAt: Date
  /** What clients agree to, in the words of the statement. */
  readonly textOf: (consent: DemoConsent['consent'], language: Language) => string
}

/** The versions of which the demonstration has a history, the oldest first. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  [DEMO_ORGANISATION]: ['versions/3', '.'],
  [SECOND_ORGANISATION]: ['versions/1', '.'],
}

/**
 * Applies the versions of the statement one after another, so that the organisation has a history
 * of them. Each is a transaction of its own.
 */
export async function provisionVersions(
  owner: Owner,
  organisation: string,
  today: Day,
): Promise<DemoVersion[]> {
  const versions: DemoVersion[] = []
  const folders = FOLDERS[organisation] ?? ['.']
  for (const [index, path] of folders.entries()) {
    const directory = join(PROJECT, 'statements', organisation, path)
    const folder = await readStatementFolder(directory, organisation)
    await provisionOrRemember(owner, folder)
    const { statement } = parseStatement(folder)
    if (!statement) throw new Error(`the statement in ${path} cannot be read`)
    const { declarations } = statement
    versions.push({
      version: declarations.version,
      appliedAt: new Date(
        momentOn(dayOfForce(declarations['in-force'], index - folders.length, today), -90),
      ),
      textOf: (consent, language) => declarations.consents?.[consent]?.text[language].trim() ?? '',
    })
  }
  return versions
}

/** Where a later version is in force already, an earlier one is its history alone. */
async function provisionOrRemember(owner: Owner, folder: StatementFolder): Promise<void> {
  try {
    await provision(owner, folder)
  } catch (error) {
    if (!isAppError(error, 'VERSION_PASSED')) throw error
    const { statement } = parseStatement(folder)
    const { version, 'in-force': inForce } = statement?.declarations ?? {}
    const schema = quoted(schemaOf(folder.organisation))
    for (const table of ['statements', 'publications']) {
      await owner.query(
        `insert into ${schema}.${table} (version, in_force, source) values ($1, $2, $3)
         on conflict do nothing`,
        [version, inForce, JSON.stringify(toSource(folder))],
      )
    }
  }
}

/** In force before today and one after another, also where a clock runs behind the statement. */
function dayOfForce(inForce: Day, before: number, today: Day): Day {
  const latest = addDays(today, before)
  return inForce < latest ? inForce : latest
}

/** Sets the moments of application back to when the versions came in force. */
export async function backdateVersions(
  owner: Owner,
  versions: readonly DemoVersion[],
): Promise<void> {
  await owner.query(
    `update statements s set applied_at = v.applied_at
     from unnest($1::integer[], $2::timestamptz[]) as v (version, applied_at)
     where s.version = v.version`,
    [versions.map(({ version }) => version), versions.map(({ appliedAt }) => appliedAt)],
  )
  await owner.query(
    `update publications p set applied_at = s.applied_at,
       announced_at = s.applied_at - interval '14 days',
       decided_at = s.applied_at - interval '14 days'
     from statements s where s.version = p.version`,
  )
}
