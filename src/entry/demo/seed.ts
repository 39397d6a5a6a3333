import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { dutchDay } from '#jobs/dutch-zone.ts'
import { DossierKeys } from '#store/dossier-keys.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { inTransaction, type Owner, quoted } from '#store/owner.ts'
import { createPool } from '#store/pool.ts'
import { schemaOf } from '#store/store.ts'
import { sayAccounts } from './announcement.ts'
import { bureauToday } from './bureau.ts'
import { knownAccounts } from './known-accounts.ts'
import { practiceToday } from './practice.ts'
import { insertAnnouncements, insertQuestions, insertSentQuestions } from './seed/questions.ts'
import { insertAnswering, insertAssessments } from './seed/answering.ts'
import { insertAbsences } from './seed/absences.ts'
import { insertAppointments } from './seed/appointments.ts'
import { insertClosures } from './seed/closures.ts'
import { insertHours } from './seed/hours.ts'
import { insertForms } from './seed/forms.ts'
import { insertSentMails } from './seed/sent-mails.ts'
import { insertSickLeaves } from './seed/sick-leaves.ts'
import { insertTrajectories } from './seed/trajectories.ts'
import { insertHandovers } from './seed/handovers.ts'
import { insertConsents, insertWithdrawals } from './seed/consents.ts'
import { insertConsults } from './seed/consults.ts'
import { insertDeliveries } from './seed/deliveries.ts'
import { insertDrafts } from './seed/drafts.ts'
import { insertDisclosures } from './seed/disclosures.ts'
import { insertDossiers } from './seed/dossiers.ts'
import { insertInvoices } from './seed/invoices.ts'
import { insertInvitations } from './seed/invitations.ts'
import { insertLedger } from './seed/ledger.ts'
import { Load } from './seed/load.ts'
import { listOfficeWork } from './seed/offices.ts'
import { openingsOf } from './seed/openings.ts'
import { insertDocuments, insertNotes } from './seed/papers.ts'
import { insertMails } from './seed/mails.ts'
import { insertPaper } from './seed/paper.ts'
import { insertPaperConsents } from './seed/paper-consents.ts'
import { insertPeople } from './seed/people.ts'
import { insertPeerReview } from './seed/peer-review.ts'
import { insertConversations, insertProgress, publishNumbers } from './seed/principals.ts'
import { sessionsOf } from './seed/sessions.ts'
import { insertRequests } from './seed/requests.ts'
import { insertReviews } from './seed/reviews.ts'
import { insertRetention } from './seed/retention.ts'
import { asItHappened } from './seed/silence.ts'
import { insertStarts } from './seed/starts.ts'
import { insertSuccessor } from './seed/successor.ts'
import {
  backdateVersions,
  DEMO_ORGANISATION,
  provisionVersions,
  SECOND_ORGANISATION,
} from './seed/statements.ts'
import { insertSurroundings } from './seed/surroundings.ts'
import { listVisits } from './seed/visits.ts'
import type { Day } from './day.ts'
import { REGISTER_ORGANISATION } from './registry/load.ts'
import { fillRegister } from './registry/seed.ts'
import type { DemoData } from './shape.ts'

export interface DemoFacts {
  readonly owner: Owner
  readonly installation: Installation
  /** Says on the terminal what is being done. */
  readonly tell: (line: string) => void
  /** Where software of others finds it; the address of a first start when left out. */
  readonly publicUrl?: string
}

/**
 * Fills a demonstration with fictional people and months of their history, each organisation in a
 * transaction of its own, unless it was filled before. Whoever calls makes sure that the
 * installation is a demonstration.
 *
 * @returns What a visitor needs to know: with which accounts to sign in, and how.
 */
export async function seedDemo(facts: DemoFacts): Promise<string[]> {
  const { owner, installation, tell } = facts
  const practices = [
    { organisation: DEMO_ORGANISATION, make: bureauToday },
    { organisation: SECOND_ORGANISATION, make: practiceToday },
  ]
  for (const { organisation, make } of practices) {
    if (await isFilled(owner, organisation)) continue
    await fill({ owner, installation, tell }, { organisation, data: make() })
  }
  if (!(await isFilled(owner, REGISTER_ORGANISATION))) {
    await fillThird(facts, dutchDay(new Date()))
  }
  return sayAccounts(knownAccounts().map(({ accounts }) => accounts))
}

/** The register: three hundred registrations, without a history of each. */
async function fillThird(
  { owner, installation, tell, publicUrl = 'http://localhost:8080' }: DemoFacts,
  today: Day,
): Promise<void> {
  const organisation = REGISTER_ORGANISATION
  tell(`example organisation ${organisation} …`)
  const versions = await provisionVersions(owner, organisation, today)
  const pool = createPool({
    url: loginUrl(installation, LOGINS.keys),
    max: 1,
    name: 'demonstration',
  })
  try {
    const { master } = installation
    const keys = new DossierKeys(pool, master)
    await inTransaction(owner, async () => {
      await owner.query('set local role gestand_owner')
      await owner.query(`select set_config('search_path', $1, true)`, [
        `${quoted(schemaOf(organisation))}, gestand, pg_temp`,
      ])
      await asItHappened(owner, organisation, async () => {
        await backdateVersions(owner, versions)
        await fillRegister({ owner, keys, master, today, publicUrl })
      })
    })
  } finally {
    await pool.end()
  }
  await closeLedger(installation, organisation)
}

async function isFilled(owner: Owner, organisation: string): Promise<boolean> {
  const members = `${quoted(schemaOf(organisation))}.members`
  const made = await owner.query('select where to_regclass($1) is not null', [members])
  if (made.rows.length === 0) return false
  const { rows } = await owner.query(`select from ${members} limit 1`)
  return rows.length > 0
}

interface Filling {
  readonly organisation: string
  readonly data: DemoData
}

async function fill(
  { owner, installation, tell }: DemoFacts,
  { organisation, data }: Filling,
): Promise<void> {
  tell(`example organisation ${organisation} …`)
  const versions = await provisionVersions(owner, organisation, data.today)
  tell('fictional people, and months of their history …')
  const load = new Load({ owner, organisation, data, versions })
  await withKeys(installation, load, () =>
    inTransaction(owner, async () => {
      await owner.query('set local role gestand_owner')
      await owner.query(`select set_config('search_path', $1, true)`, [
        `${quoted(schemaOf(organisation))}, gestand, pg_temp`,
      ])
      await asItHappened(owner, organisation, () => insertAll(load, installation))
    }),
  )
  await closeLedger(installation, organisation)
}

/**
 * Keys stand in a database of their own, outside the transaction: what breaks off takes them back.
 */
async function withKeys(
  installation: Installation,
  load: Load,
  work: () => Promise<void>,
): Promise<void> {
  const url = loginUrl(installation, LOGINS.keys)
  const pool = createPool({ url, max: 1, name: 'demonstration' })
  const keys = new DossierKeys(pool, installation.master)
  try {
    await load.makeKeys(keys)
    await work()
  } catch (error) {
    await load.destroyKeys(keys).catch(() => undefined)
    throw error
  } finally {
    await pool.end()
  }
}

/** The history is closed into a first checkpoint at once, so that no check finds it open. */
async function closeLedger(installation: Installation, organisation: string): Promise<void> {
  const url = loginUrl(installation, LOGINS.worker)
  const pool = createPool({ url, max: 1, name: 'demonstration' })
  try {
    const key = ledgerKey(installation.master, organisation)
    await closeCheckpoint(pool, organisation, key)
  } finally {
    await pool.end()
  }
}

/** Each part stands on those before it. */
async function insertAll(load: Load, { master }: Installation): Promise<void> {
  await backdateVersions(load.owner, load.versions)
  await insertPeople(load, master)
  await insertAbsences(load)
  await insertDossiers(load)
  await insertInvitations(load)
  await insertStarts(load)
  await insertAnnouncements(load)
  await insertConsults(load)
  await insertSurroundings(load, master)
  await insertNotes(load)
  await insertDocuments(load)
  await insertQuestions(load)
  await insertConsents(load, ledgerKey(master, load.organisation))
  await insertPaperConsents(load)
  await insertDisclosures(load)
  await insertProgress(load)
  await insertConversations(load)
  await insertSentQuestions(load)
  await insertHours(load)
  await insertMails(load)
  await insertPaper(load)
  const key = ledgerKey(master, load.organisation)
  await insertTrajectories(load)
  await insertForms(load, key)
  if (load.organisation === DEMO_ORGANISATION) await insertBureau(load)
  else await insertPractice(load)
  await insertSentMails(load)
  await publishNumbers(load)
  await insertInvoices(load)
  const applied = load.versions.map(({ version, appliedAt }) => {
    const about = { subject: 'statements', item: String(version) }
    return { at: appliedAt, by: null, activity: 'system', act: 'applied', ...about }
  })
  const acts = [...load.acts, ...listVisits(load), ...listOfficeWork(load)]
  const opened = [...openingsOf(acts), ...acts]
  await insertLedger(load, [...applied, ...sessionsOf(opened), ...opened])
}

/** What only the bureau has a history of: it drafts versions and was complained of. */
async function insertBureau(load: Load): Promise<void> {
  await insertDeliveries(load)
  await insertWithdrawals(load)
  await insertHandovers(load)
  await insertAppointments(load)
  await insertSickLeaves(load)
  await insertClosures(load)
  await insertAnswering(load)
  await insertRetention(load)
  await insertDrafts(load)
  await insertRequests(load)
}

async function insertPractice(load: Load): Promise<void> {
  await insertWithdrawals(load)
  await insertSickLeaves(load)
  await insertClosures(load)
  await insertAssessments(load)
  await insertReviews(load)
  await insertPeerReview(load)
  await insertAppointments(load)
  await insertSuccessor(load)
  await load.owner.query('select reckon_expiry()')
}
