import { DossierKeys } from '#store/dossier-keys.ts'
import { claimMode } from '#store/installed.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { inTransaction, type Owner, quoted } from '#store/owner.ts'
import { createPool } from '#store/pool.ts'
import { schemaOf } from '#store/store.ts'
import { sayAccounts } from './announcement.ts'
import { demoData } from './data.ts'
import { DEMO_SEED, listDemoAccounts } from './accounts.ts'
import { insertAbsences } from './seed/absences.ts'
import { insertClosures } from './seed/closures.ts'
import { insertConsents, insertWithdrawals } from './seed/consents.ts'
import { insertConsults } from './seed/consults.ts'
import { insertDisclosures } from './seed/disclosures.ts'
import { insertDossiers } from './seed/dossiers.ts'
import { insertLedger } from './seed/ledger.ts'
import { Load } from './seed/load.ts'
import { listOfficeWork } from './seed/offices.ts'
import { openingsOf } from './seed/openings.ts'
import { insertDocuments, insertNotes } from './seed/papers.ts'
import { insertPeople } from './seed/people.ts'
import { sessionsOf } from './seed/sessions.ts'
import { asItHappened } from './seed/silence.ts'
import { backdateVersions, DEMO_ORGANISATION, provisionVersions } from './seed/statements.ts'
import { listVisits } from './seed/visits.ts'

export interface DemoFacts {
  readonly owner: Owner
  readonly installation: Installation
  /** Says on the terminal what is being done. */
  readonly tell: (line: string) => void
}

/**
 * Fills a demonstration with fictional people and months of their history, in one transaction, unless
 * it was filled before.
 *
 * @returns What a visitor needs to know: with which accounts to sign in, and how.
 * @throws `MADE_FOR_PRODUCTION` when this installation is no demonstration.
 */
export async function seedDemo({ owner, installation, tell }: DemoFacts): Promise<string[]> {
  await claimMode(owner, 'demo')
  if (!(await isFilled(owner))) await fill({ owner, installation, tell })
  return sayAccounts(listDemoAccounts(todayHere()))
}

async function isFilled(owner: Owner): Promise<boolean> {
  const members = `${quoted(schemaOf(DEMO_ORGANISATION))}.members`
  const made = await owner.query('select where to_regclass($1) is not null', [members])
  if (made.rows.length === 0) return false
  const { rows } = await owner.query(`select from ${members} limit 1`)
  return rows.length > 0
}

async function fill({ owner, installation, tell }: DemoFacts): Promise<void> {
  tell('example organisation …')
  const today = todayHere()
  const versions = await provisionVersions(owner, today)
  tell('fictional people, and months of their history …')
  const data = demoData({ seed: DEMO_SEED, today })
  const load = new Load({ owner, organisation: DEMO_ORGANISATION, data, versions })
  const url = loginUrl(installation, LOGINS.keys)
  const pool = createPool({ url, max: 1, name: 'demonstration' })
  try {
    await load.makeKeys(new DossierKeys(pool, installation.master))
  } finally {
    await pool.end()
  }
  await inTransaction(owner, async () => {
    await owner.query('set local role gestand_owner')
    await owner.query(`select set_config('search_path', $1, true)`, [
      `${quoted(schemaOf(DEMO_ORGANISATION))}, gestand, pg_temp`,
    ])
    await asItHappened(owner, DEMO_ORGANISATION, () => insertAll(load, installation))
  })
}

/** Each part stands on those before it. */
async function insertAll(load: Load, { master }: Installation): Promise<void> {
  await backdateVersions(load.owner, load.versions)
  await insertPeople(load, master)
  await insertAbsences(load)
  await insertDossiers(load)
  await insertConsults(load)
  await insertNotes(load)
  await insertDocuments(load)
  await insertConsents(load)
  await insertDisclosures(load)
  await insertWithdrawals(load)
  await insertClosures(load)
  const applied = load.versions.map(({ version, appliedAt }) => {
    const about = { subject: 'statements', item: String(version) }
    return { at: appliedAt, by: null, activity: 'system', act: 'applied', ...about }
  })
  const acts = [...load.acts, ...listVisits(load), ...listOfficeWork(load)]
  const opened = [...openingsOf(acts), ...acts]
  await insertLedger(load, [...applied, ...sessionsOf(opened), ...opened])
}

/** Today, as the organisations reckon it. */
function todayHere(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
}
