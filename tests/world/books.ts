import { randomUUID } from 'node:crypto'
import {
  addTariff,
  changePayer,
  declareHours,
  type Description,
  declarePiece,
  draftInvoices,
  findInvoice,
  type InvoiceDocument,
  issueInvoice,
  listPayers,
  saveSettings,
  type VatWord,
} from '#modules/finance/index.ts'
import type { Transaction } from '#store/transaction.ts'
import type { Answers, Reads } from '#store/store.ts'
import { bureau, type Bureau } from './practice.ts'
import type { WorldAccount } from './world.ts'

const SETTINGS = {
  name: 'Bureau De Brug',
  street: 'Voorbeeldkade 1',
  postcode: '0000 AA',
  city: 'Voorbeeldstad',
  country: 'NL',
  kvk: '00000000',
  vatId: 'NL000000000B00',
  iban: 'NL02ABNA0123456789',
  email: 'facturen@example.org',
  prefix: '',
  payDays: 30,
  remindDays: 14,
}

/** A bureau whose client's principal pays, and somebody who keeps the books. */
export class Books {
  readonly at: Bureau
  readonly finance: WorldAccount
  readonly partyId: string | undefined

  constructor(at: Bureau, finance: WorldAccount, partyId: string | undefined) {
    this.at = at
    this.finance = finance
    this.partyId = partyId
  }

  act<T>(work: (tx: Transaction) => Promise<T>, activity = 'invoicing'): Promise<T> {
    return this.at.there.store.change(this.finance.for(activity), work)
  }

  list<R extends Reads>(reads: R, activity = 'invoicing'): Promise<Answers<R>> {
    return this.at.there.store.list(this.finance.for(activity), 'books', reads)
  }

  async price(
    unitPrice: number,
    vat: VatWord = '21',
    unit: 'hour' | 'piece' = 'hour',
  ): Promise<void> {
    await this.act((tx) =>
      addTariff(tx, {
        id: randomUUID(),
        kind: null,
        partyId: null,
        description: 'any',
        unit,
        unitPrice,
        vat,
        startsOn: '2020-01-01',
      }),
    )
  }

  /** Time of the client that was declared, as the owner writes it. */
  async hours(minutes: number, { kind = 'consult', day = '2026-11-02' } = {}): Promise<string> {
    const id = randomUUID()
    await this.at.there.owner.query(
      `insert into time_entries (id, dossier_id, day, minutes, kind) values ($1, $2, $3, $4, $5)`,
      [id, this.at.dossierId, day, minutes, kind],
    )
    await this.at.asCoach((tx) => declareHours(tx, [id]))
    return id
  }

  async piece(description: Description, day = '2026-11-02'): Promise<string> {
    const id = randomUUID()
    await this.at.asCoach((tx) => declarePiece(tx, { id, description, day }))
    return id
  }

  /** Drafts all that waits, gives addresses to payers without one, and issues. */
  async issue(): Promise<InvoiceDocument[]> {
    const { payers } = await this.list({ payers: listPayers })
    const ids: string[] = []
    for (const payer of payers) {
      await this.act((tx) =>
        changePayer(tx, { ...payer, street: 'Plein 2', postcode: '0000 BB', city: 'Rivierdam' }),
      )
      ids.push(
        ...(await this.act((tx) => draftInvoices(tx, { payerId: payer.id, until: '2999-01-01' }))),
      )
    }
    for (const id of ids) await this.act((tx) => issueInvoice(tx, id))
    return Promise.all(ids.map((id) => this.document(id)))
  }

  async document(id: string): Promise<InvoiceDocument> {
    const { found } = await this.list({ found: findInvoice(id) })
    const document = found[0]?.document
    if (!document) throw new Error('there is no such invoice')
    return document
  }

  /** Moves an invoice back in time, past every rule, as the owner. */
  async age(invoiceId: string, days: number): Promise<void> {
    const { owner } = this.at.there
    await owner.query('set session_replication_role = replica')
    await owner.query(
      `update issuances set issued_on = issued_on - $2::integer, due_on = due_on - $2::integer
       where invoice_id = $1`,
      [invoiceId, days],
    )
    await owner.query(
      'update payment_reminders set due_on = due_on - $2::integer where invoice_id = $1',
      [invoiceId, days],
    )
    await owner.query('set session_replication_role = origin')
  }
}

/** Makes the books for one test. */
export async function books({
  payer = 'principal',
  priced = true,
}: {
  payer?: 'principal' | 'client'
  priced?: boolean
} = {}): Promise<Books> {
  const at = await bureau({
    profile: { street: 'Lindelaan', houseNumber: 4, postcode: '0000 CC', city: 'Voorbeeldstad' },
  })
  const { there, dossierId } = at
  const partyId = payer === 'principal' ? await there.party('Gemeente Rivierdam') : undefined
  if (partyId !== undefined) {
    await there.owner.query('update parties set email = $2 where id = $1', [
      partyId,
      'facturen@rivierdam.example.org',
    ])
    await there.owner.query('update engagements set party_id = $2 where dossier_id = $1', [
      dossierId,
      partyId,
    ])
    await there.relate(partyId, dossierId, 'principal')
  }
  const finance = await there.account('Fatima Bos', ['finance'])
  const all = new Books(at, finance, partyId)
  await all.act((tx) => saveSettings(tx, SETTINGS))
  if (priced) {
    await all.price(9_500)
    await all.price(125_000, '21', 'piece')
  }
  return all
}
