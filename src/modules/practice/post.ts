import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { consentAnsweredMail } from '#jobs/mails/consent-answered.ts'
import { consentAskedMail } from '#jobs/mails/consent-asked.ts'
import { consentRecordedMail } from '#jobs/mails/consent-recorded.ts'
import { demandMetMail } from '#jobs/mails/demand-met.ts'
import { disclosureMadeMail } from '#jobs/mails/disclosure-made.ts'
import { formAnsweredMail } from '#jobs/mails/form-answered.ts'
import { formSharedMail } from '#jobs/mails/form-shared.ts'
import { principalAnsweredMail } from '#jobs/mails/principal-answered.ts'
import { principalAskedMail } from '#jobs/mails/principal-asked.ts'
import { signatureAskedMail } from '#jobs/mails/signature-asked.ts'
import { signatureGivenMail } from '#jobs/mails/signature-given.ts'
import { statementSentMail } from '#jobs/mails/statement-sent.ts'
import { substitutionAnnouncedMail } from '#jobs/mails/substitution-announced.ts'
import { summaryAnsweredMail } from '#jobs/mails/summary-answered.ts'
import { summarySentMail } from '#jobs/mails/summary-sent.ts'
import type { Outbox, Recipient } from '#jobs/outbox.ts'
import type { LedgerKey } from '#ledger/ledger-key.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, written } from '#store/query.ts'
import { sayName } from './person.ts'

/** What a mail or a question needs that only a door knows. */
export interface Post {
  readonly outbox: Outbox
  /** The organisation, by the name that people know. */
  readonly organisation: string
  /** The key with which the organisation signs what it asks. */
  readonly key: LedgerKey
  /** The page that the mail leads to, beginning with one slash. */
  readonly path: string
}

/** The mails of the practice. They say that something waits, never what. */
const MAILS = {
  'summary-sent': summarySentMail,
  'summary-answered': summaryAnsweredMail,
  'consent-asked': consentAskedMail,
  'consent-answered': consentAnsweredMail,
  'consent-recorded': consentRecordedMail,
  'disclosure-made': disclosureMadeMail,
  'demand-met': demandMetMail,
  'substitution-announced': substitutionAnnouncedMail,
  'signature-given': signatureGivenMail,
  'signature-asked': signatureAskedMail,
  'form-shared': formSharedMail,
  'form-answered': formAnsweredMail,
  'principal-asked': principalAskedMail,
  'principal-answered': principalAnsweredMail,
} as const

export type MailName = keyof typeof MAILS

const HOLDERS_LIMIT = 20

/**
 * Queues a mail to the client, in the transaction of what it tells about: to the accounts that are
 * the client's, or else to the address on the card. Without either nothing is sent.
 */
export async function mailClient(tx: OpenedDossier, mail: MailName, post: Post): Promise<void> {
  await queue(tx, mail, post, { recipients: await clientRecipients(tx), receiver: 'client' })
}

/** The accounts that are the client's, or else the address on the card; nobody without either. */
export async function clientRecipients(tx: OpenedDossier): Promise<readonly Recipient[]> {
  const accounts = await listHolders(tx, 'client')
  return accounts.length > 0 ? accounts : readAddress(tx)
}

/**
 * Queues the statement itself to the client, in the language that was asked for.
 *
 * @throws `CLIENT_UNREACHABLE` when there is no account and no address to send it to.
 */
export async function mailStatement(
  tx: OpenedDossier,
  statement: Post & {
    readonly language: Language
    readonly version: number
    readonly passages: string[]
  },
): Promise<void> {
  const { language, organisation, outbox, passages, path, version } = statement
  const [holder] = await listHolders(tx, 'client')
  const [address] = await readAddress(tx)
  // The address lets the mail be in the language that was chosen; an account has its own.
  const recipient = address && 'email' in address ? { ...address, language } : holder
  if (!recipient) throw new AppError('CLIENT_UNREACHABLE', { field: 'way' })
  await outbox.queue(tx, statementSentMail, { organisation, path, version, passages }, recipient)
  await noteSentMail(tx, statementSentMail.kind, 'client')
}

/** Queues a mail to whoever is responsible for the dossier. */
export async function mailCoach(tx: OpenedDossier, mail: MailName, post: Post): Promise<void> {
  await queue(tx, mail, post, { recipients: await listHolders(tx, 'responsible-coach') })
}

/** Queues a mail to a party: to the accounts that act for it, or else to its address. */
export async function mailParty(
  tx: OpenedDossier,
  mail: MailName,
  post: Post & { readonly partyId: string },
): Promise<void> {
  const { partyId } = post
  const accounts = await tx.run(
    from
      .selectFrom('affiliations')
      .select('account_id')
      .where('party_id', '=', partyId)
      .limit(HOLDERS_LIMIT),
  )
  const recipients = accounts.map((row) => ({ accountId: row.account_id }))
  const known = recipients.length > 0 ? recipients : await readParty(tx, partyId)
  await queue(tx, mail, post, { recipients: known, receiver: 'party' })
}

async function queue(
  tx: OpenedDossier,
  mail: MailName,
  { outbox, organisation, path }: Post,
  { recipients, receiver }: { recipients: readonly Recipient[]; receiver?: Receiver },
): Promise<void> {
  for (const recipient of recipients) {
    await outbox.queue(tx, MAILS[mail], { organisation, path }, recipient)
  }
  if (receiver && recipients.length > 0) await noteSentMail(tx, MAILS[mail].kind, receiver)
}

/** Who gets mail about a dossier, outside the practice. */
type Receiver = 'client' | 'party'

/**
 * Lists a mail among those that were sent about the opened dossier, where the statement keeps
 * correspondence. Once, to however many it goes.
 */
export async function noteSentMail(
  tx: OpenedDossier,
  kind: string,
  receiver: Receiver,
): Promise<void> {
  await tx.run(written(sql`select note_sent_mail(${kind}, ${receiver})`))
}

/**
 * Asked of the database and not of the table: not every activity that writes mail may know who
 * has access.
 */
async function listHolders(tx: OpenedDossier, relation: string): Promise<Recipient[]> {
  const rows = await tx.run(
    written(
      sql<{
        id: string
      }>`select id from holders_of_opened(${relation}) as id limit ${HOLDERS_LIMIT}`,
    ),
  )
  return rows.map((row) => ({ accountId: row.id }))
}

/** Somebody without an account never chose a language: the practice writes Dutch to them. */
const LANGUAGE: Language = 'nl'

async function readAddress(tx: OpenedDossier): Promise<Recipient[]> {
  if (!(await mayAddress(tx))) return []
  const [row] = await tx.run(
    from
      .selectFrom('clients')
      .select(['given_name', 'initials', 'prefix', 'family_name', 'email'])
      .where('dossier_id', '=', tx.dossierId),
  )
  if (!row?.email) return []
  const { given_name: givenName, initials, prefix, family_name: familyName, email } = row
  return [{ name: sayName({ givenName, initials, prefix, familyName }), email, language: LANGUAGE }]
}

/** Whether the statement lets this activity know a client's name and address. */
async function mayAddress(tx: OpenedDossier): Promise<boolean> {
  const [row] = await tx.run(
    written(sql<{ may: boolean }>`select has_column_privilege('clients', 'email', 'select')
      and has_column_privilege('clients', 'family_name', 'select') as may`),
  )
  return row?.may ?? false
}

async function readParty(tx: OpenedDossier, partyId: string): Promise<Recipient[]> {
  const [row] = await tx.run(
    from.selectFrom('parties').select(['name', 'email']).where('id', '=', partyId),
  )
  return row?.email ? [{ name: row.name, email: row.email, language: LANGUAGE }] : []
}
