import { join } from 'node:path'
import type { Language } from '#kernel/language.ts'
import { PROJECT } from '#kernel/project.ts'
import { provision } from '#modules/provision.ts'
import { parseStatement } from '#statement/index.ts'
import type { Owner } from '#store/owner.ts'
import { readStatementFolder } from '#store/statement-files.ts'
import { addDays, type Day, momentOn } from '#entry/demo/day.ts'
import type { DemoConsent } from '#entry/demo/shape.ts'

/** The example organisation of which the demonstration is. */
export const DEMO_ORGANISATION = 'reintegration'

/** A version of its statement, with when it came in force. */
export interface DemoVersion {
  readonly version: number
  readonly appliedAt: Date
  /** What clients agree to, in the words of the statement. */
  readonly textOf: (consent: DemoConsent['consent'], language: Language) => string
}

/** The versions of which the demonstration has a history, the oldest first. */
const FOLDERS = ['versions/3', '.']

/**
 * Applies the versions of the statement one after another, so that the organisation has a history
 * of them. Each is a transaction of its own.
 */
export async function provisionVersions(owner: Owner, today: Day): Promise<DemoVersion[]> {
  const versions: DemoVersion[] = []
  for (const [index, path] of FOLDERS.entries()) {
    const directory = join(PROJECT, 'statements', DEMO_ORGANISATION, path)
    const folder = await readStatementFolder(directory, DEMO_ORGANISATION)
    await provision(owner, folder)
    const { statement } = parseStatement(folder)
    if (!statement) throw new Error(`the statement in ${path} cannot be read`)
    const { declarations } = statement
    versions.push({
      version: declarations.version,
      appliedAt: new Date(momentOn(dayOfForce(declarations['in-force'], index, today), -90)),
      textOf: (consent, language) => declarations.consents?.[consent]?.text[language].trim() ?? '',
    })
  }
  return versions
}

/** In force before today and one after another, also where a clock runs behind the statement. */
function dayOfForce(inForce: Day, index: number, today: Day): Day {
  const latest = addDays(today, index - FOLDERS.length)
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
}
