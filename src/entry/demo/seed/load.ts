import { randomUUID } from 'node:crypto'
import type { DossierKeys } from '#store/dossier-keys.ts'
import { Opening } from '#store/opened-dossier.ts'
import type { Owner } from '#store/owner.ts'
import type { OrganisationTables } from '#store/tables.ts'
import { COMPLAINTS, INCIDENTS } from '#entry/demo/answering.ts'
import { DEMO_REQUESTS } from '#entry/demo/requests.ts'
import type { DemoData, DemoEngagement, DemoKey } from '#entry/demo/shape.ts'
import type { Act, Doing } from './act.ts'
import { type Cell, insertRows, type Row, type Tables } from './insertion.ts'
import { TRAY_MAILS } from './tray-mails.ts'
import { DEMO_ORGANISATION, type DemoVersion } from './statements.ts'

/** A row with who inserted it, when and for which activity. */
export interface Line<Columns> extends Doing {
  readonly row: Row<Columns>
}

export interface LoadFacts {
  readonly owner: Owner
  readonly organisation: string
  readonly data: DemoData
  readonly versions: readonly DemoVersion[]
}

/**
 * The demonstration on its way into the database: ids, keys, and the acts that the ledger will
 * tell.
 */
export class Load {
  readonly owner: Owner
  readonly data: DemoData
  readonly organisation: string
  /** The newest last. */
  readonly versions: readonly DemoVersion[]
  readonly acts: Act[] = []
  readonly #ids = new Map<DemoKey, string>()
  readonly #openings = new Map<DemoKey, Opening>()

  constructor({ owner, organisation, data, versions }: LoadFacts) {
    this.owner = owner
    this.organisation = organisation
    this.data = data
    this.versions = versions
  }

  /** The id of something in the demonstration, the same each time it is asked. */
  id(key: DemoKey): string {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = randomUUID()
    this.#ids.set(key, id)
    return id
  }

  /** Makes and reads the keys of all dossiers and requests, so that content can be sealed. */
  async makeKeys(keys: DossierKeys): Promise<void> {
    const things = this.#keyed()
    const ids = things.map((key) => this.id(key))
    await keys.create(this.organisation, ids)
    await Promise.all(
      things.map(async (key) => {
        const secret = await keys.read(this.organisation, this.id(key))
        this.#openings.set(key, new Opening(this.organisation, this.id(key), secret))
      }),
    )
  }

  /** Destroys the keys of dossiers that did not come to be. */
  async destroyKeys(keys: DossierKeys): Promise<void> {
    for (const key of this.#keyed()) {
      await keys.destroy(this.organisation, this.id(key))
    }
  }

  /** What has a key of its own: dossiers, requests, complaints, incidents and mail that waits. */
  #keyed(): DemoKey[] {
    const isBureau = this.organisation === DEMO_ORGANISATION
    const cases = isBureau
      ? [...DEMO_REQUESTS, ...COMPLAINTS, INCIDENTS.closed, INCIDENTS.open]
      : []
    return [...this.data.engagements, ...cases, ...TRAY_MAILS].map(({ key }) => key)
  }

  /** Seals for a column of an engagement's dossier: `notes.body`. */
  seal({ key }: DemoEngagement, column: string, plain: string): Buffer {
    return this.sealFor(key, column, plain)
  }

  /** The same for bytes. */
  sealBytes({ key }: DemoEngagement, column: string, plain: Buffer): Buffer {
    return this.#openingOf(key).seal(column, plain)
  }

  /** The same for whatever has a key: `requests.words`. */
  sealFor(key: DemoKey, column: string, plain: string): Buffer {
    return this.#openingOf(key).seal(column, plain)
  }

  /** The same for several columns of one table. */
  sealEach<Words extends Readonly<Record<string, string>>>(
    key: DemoKey,
    table: string,
    words: Words,
  ): { readonly [Column in keyof Words]: Buffer } {
    return this.#openingOf(key).sealEach(table, words)
  }

  #openingOf(key: DemoKey): Opening {
    const opening = this.#openings.get(key)
    if (!opening) throw new Error(`there is no key for ${key}`)
    return opening
  }

  /** The version of the statement that was in force; of times before all of them the oldest. */
  versionAt(moment: Date): DemoVersion {
    const [oldest] = this.versions
    const found = this.versions.findLast(({ appliedAt }) => appliedAt <= moment) ?? oldest
    if (!found) throw new Error('there is no statement')
    return found
  }

  /** Inserts rows, and remembers each as an act. */
  async insert<Table extends keyof OrganisationTables>(
    table: Table,
    lines: readonly Line<Tables[Table]>[],
  ): Promise<void> {
    await insertRows(
      this.owner,
      table,
      lines.map(({ row }) => row),
    )
    const key = KEYS[table] ?? 'id'
    for (const { row, at, by, activity } of lines) {
      const cells: Readonly<Record<string, Cell | undefined>> = row
      const dossierId = cells['dossier_id']
      this.acts.push({
        at,
        by,
        activity,
        act: 'inserted',
        subject: table,
        item: textOf(cells[key]),
        ...(dossierId !== undefined && { dossierId: textOf(dossierId) }),
      })
    }
  }
}

/** The first column of the primary key, where that is not `id`. */
const KEYS: { readonly [Table in keyof OrganisationTables]?: string } = {
  access_review_decisions: 'line_id',
  action_completions: 'action_id',
  activations: 'dossier_id',
  appointment_cancellations: 'appointment_id',
  appointment_confirmations: 'appointment_id',
  appointment_details: 'appointment_id',
  approvals: 'summary_id',
  case_confirmations: 'case_id',
  case_shares: 'shared_id',
  clients: 'dossier_id',
  closures: 'dossier_id',
  complaint_outcomes: 'complaint_id',
  complaint_subjects: 'complaint_id',
  consents: 'request_id',
  disclosed_documents: 'disclosure_id',
  switched_categories: 'dossier_id',
  dispatches: 'summary_id',
  disputes: 'summary_id',
  document_contents: 'document_id',
  engagements: 'dossier_id',
  mail_attachments: 'document_id',
  time_remarks: 'entry_id',
  form_completions: 'form_id',
  form_shares: 'form_id',
  gatekeeper_completions: 'dossier_id',
  handover_answers: 'handover_id',
  incident_closures: 'incident_id',
  professional_sendings: 'request_id',
  profiles: 'dossier_id',
  sick_leaves: 'dossier_id',
  signatures: 'signing_id',
  trajectories: 'dossier_id',
  withdrawals: 'request_id',
}

/** Keys are texts. */
function textOf(key: Cell | undefined): string {
  if (typeof key !== 'string') throw new Error('a row has no key')
  return key
}
