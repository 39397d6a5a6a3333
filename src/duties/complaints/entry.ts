import { sql } from 'kysely'
import type { Accounts } from '#accounts/index.ts'
import { countTry, throttleAddress } from '#accounts/throttle.ts'
import { complaintArrivedMail } from '#jobs/mails/complaint-arrived.ts'
import { complaintReceivedMail } from '#jobs/mails/complaint-received.ts'
import type { Outbox, Recipient } from '#jobs/outbox.ts'
import type { Language } from '#kernel/language.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import type { Runner } from '#store/platform.ts'
import { from, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import type { ComplaintChannel } from './complaint.ts'

/** What somebody complains of. */
export interface ComplaintWords {
  /** At most 200 characters. */
  readonly subject: string
  /** At most 8,000 characters. */
  readonly words: string
  /** What should come of it, at most 2,000 characters; may be empty. */
  readonly wish: string
}

/** Who complains. */
export interface Complainant {
  readonly name: string
  readonly email: string | null
  /** Where a letter goes; may be empty. */
  readonly address: string
  readonly language: Language
}

/** What mails about complaints need that only a door knows. */
export interface ComplaintPost {
  readonly outbox: Outbox
  /** The organisation, by the name that people know. */
  readonly organisation: string
}

/**
 * Makes a complaint of somebody who is signed in, and tells both sides by mail.
 *
 * @param id The same id twice is one complaint: the second is refused as `DUPLICATE`.
 */
export async function makeComplaint(
  tx: Transaction,
  complaint: ComplaintWords & {
    readonly id: string
    readonly accountId: string
    readonly name: string
    readonly language: Language
    readonly about: readonly string[]
  },
  post: ComplaintPost,
): Promise<void> {
  const { id, accountId, name, language, about, subject, words, wish } = complaint
  const opening = await tx.openCase(id)
  const sealed = opening.sealEach('complaints', { name, subject, words, wish })
  await tx.run(
    from
      .insertInto('complaints')
      .values({ id, channel: 'mine', account_id: accountId, language, ...sealed }),
  )
  await nameSubjects(tx, id, about)
  await tellHandlers(tx, id, post)
  const path = `/mijn/klachten/${id}`
  await post.outbox.queue(
    tx,
    complaintReceivedMail,
    { organisation: post.organisation, path },
    { accountId },
  )
}

/** A complaint that came by letter, by phone, by mail or in a conversation. */
export interface EnteredComplaint extends ComplaintWords, Complainant {
  readonly id: string
  readonly channel: Exclude<ComplaintChannel, 'mine' | 'form'>
  readonly receivedOn: string
  /** Accounts of those whom it is about. */
  readonly about: readonly string[]
}

/**
 * Enters a complaint for somebody. Who can be reached by mail gets the acknowledgement at once;
 * others get a letter.
 *
 * @throws `DUPLICATE` when it was entered before; `INVALID` when it would come from the future.
 */
export async function enterComplaint(
  tx: Transaction,
  entered: EnteredComplaint,
  post: ComplaintPost,
): Promise<void> {
  const { about, receivedOn, name, address, subject, words, wish, ...row } = entered
  const opening = await tx.openCase(entered.id)
  const sealed = opening.sealEach('complaints', { name, address, subject, words, wish })
  await tx.run(from.insertInto('complaints').values({ ...row, ...sealed, received_on: receivedOn }))
  await nameSubjects(tx, entered.id, about)
  await tellHandlers(tx, entered.id, post)
  await acknowledge(tx, entered, post)
}

/** A complaint of somebody who is not signed in. */
export interface PublicComplaint extends ComplaintWords, Complainant {
  readonly id: string
  /** Functions whose holders it is about, of those who handle complaints. */
  readonly about: readonly string[]
}

/**
 * Makes a complaint of somebody who is not signed in.
 *
 * @param keys Where its key is to lie.
 * @param whence Where the request came from: many tries in a row have to wait.
 * @throws `TRY_LATER` with the seconds to wait; `DUPLICATE`; `NOT_FOUND` when the statement knows
 * no handling of complaints.
 */
export async function lodgeComplaint(
  { accounts, keys }: { readonly accounts: Accounts; readonly keys: DossierKeys },
  whence: { readonly organisation: string; readonly address: string },
  complaint: PublicComplaint,
  post: ComplaintPost,
): Promise<void> {
  const { id, name, email, address, language, subject, words, wish, about } = complaint
  const { words: key } = throttleAddress(whence.address)
  await countTry(accounts, [{ words: `complaint|${key}`, free: FREE_TRIES }])
  const schema = `org_${whence.organisation}`
  const { opening, fresh } = await keys.prepare(whence.organisation, id)
  const sealed = opening.sealEach('complaints', { name, address, subject, words, wish })
  await accounts.platform.change(async (tx) => {
    await tx.run(
      written(sql`select ${sql.id(schema, 'lodge_complaint')}(${id}, ${sealed.name}, ${email},
        ${sealed.address}, ${language}, ${sealed.subject}, ${sealed.words}, ${sealed.wish},
        ${[...about]}::text[])`),
    )
    await tellHandlers(tx, id, post, schema)
    await acknowledge(tx, complaint, post)
    await keys.storeNew(whence.organisation, fresh)
  })
}

/** Complaints from one network address before the next one has to wait. */
const FREE_TRIES = 10

async function nameSubjects(
  tx: Transaction,
  complaintId: string,
  about: readonly string[],
): Promise<void> {
  if (about.length === 0) return
  const rows = about.map((accountId) => ({ complaint_id: complaintId, account_id: accountId }))
  await tx.run(from.insertInto('complaint_subjects').values(rows))
}

/** Tells those who may handle it, and nobody whom it is about. */
async function tellHandlers(
  tx: Runner,
  complaintId: string,
  { outbox, organisation }: ComplaintPost,
  schema?: string,
): Promise<void> {
  const handlers = schema ? sql.id(schema, 'complaint_handlers') : sql.ref('complaint_handlers')
  const rows = await tx.run(
    written(sql<{ accountId: string }>`select h as "accountId" from ${handlers}(${complaintId}) h`),
  )
  const data = { organisation, path: `/privacy/klachten/${complaintId}` }
  for (const { accountId } of rows) {
    await outbox.queue(tx, complaintArrivedMail, data, { accountId })
  }
}

async function acknowledge(
  tx: Runner,
  { name, email, language }: Complainant,
  { outbox, organisation }: ComplaintPost,
): Promise<void> {
  if (email === null) return
  const reader: Recipient = { name, email, language }
  await outbox.queue(tx, complaintReceivedMail, { organisation, path: '/klacht' }, reader)
}
