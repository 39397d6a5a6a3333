import { sql } from 'kysely'
import type { Accounts } from '#accounts/index.ts'
import { countTry, throttleAddress, throttleMail } from '#accounts/throttle.ts'
import type { Language } from '#kernel/language.ts'
import { requestConfirmationMail } from '#jobs/mails/request-confirmation.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import { written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import type { RequestLinks } from './request-links.ts'
import { sealWords } from './request-seal.ts'
import type { Behalf, Channel, RequestKind, RequestState } from './words.ts'

/** What a request is about, and in whose words. */
export interface Asked {
  /** UUID of the form: the same one twice is one request. */
  readonly id: string
  readonly kind: RequestKind
  /** The activity that is objected to, or the question for consent that is withdrawn. */
  readonly about?: string
  /** What the person wrote, at most 4000 characters. */
  readonly words: string
  readonly language: Language
}

/** Where it is asked, and with what words are sealed and links are made. */
export interface AskedOf {
  readonly organisation: string
  readonly keys: DossierKeys
  readonly links: RequestLinks
}

/**
 * Asks for oneself, signed in. What the statement grants at once is granted at once.
 *
 * @param dossierId One dossier, or all of one's own when left out.
 * @returns The state in which the request is now.
 * @throws `REQUEST_OPEN`, `REQUEST_NEEDS_DOSSIER`, `REQUEST_ABOUT_MISSING`; `NOT_FOUND` for a
 * dossier of somebody else; `DUPLICATE` when the form was sent twice.
 */
export async function askRequest(
  tx: Transaction,
  asked: Asked & { readonly dossierId?: string },
): Promise<RequestState> {
  const opening = await tx.openCase(asked.id)
  const [row] = await tx.run(
    written(sql<{ state: RequestState }>`
      select ask_request(${asked.id}, ${asked.kind}, ${asked.dossierId ?? null}::uuid,
        ${asked.about ?? null}::text, ${asked.language}, ${sealWords(opening, asked.words)}::bytea
      ) as state`),
  )
  return row?.state ?? 'weighing'
}

/** Who asks without being signed in, for whom, and where they can be reached. */
export interface Requester {
  readonly name: string
  readonly email?: string
  /** Where letters go. */
  readonly address?: string
  readonly behalf: Behalf
  /** Of the minor, or of who gave the mandate. */
  readonly personName?: string
  /** The number of a dossier, as they know it. */
  readonly reference?: string
}

/**
 * Writes down what came by letter, phone or mail.
 *
 * @param receivedOn ISO date: the clock runs from that day.
 * @throws `NOT_FOUND` for whoever does not handle requests; `INVALID`; `DUPLICATE`.
 */
export async function enterRequest(
  tx: Transaction,
  { organisation, links }: Pick<AskedOf, 'organisation' | 'links'>,
  entered: Asked &
    Requester & {
      readonly channel: Extract<Channel, 'letter' | 'phone' | 'mail'>
      readonly receivedOn: string
    },
): Promise<void> {
  const { channel, receivedOn, ...asked } = entered
  const opening = await tx.openCase(asked.id)
  const who = { ...columnsOf(asked), channel, received_at: `${receivedOn}T00:00:00+01:00` }
  await tx.run(
    written(sql`select enter_request(${JSON.stringify(who)}::jsonb,
      ${links.hashOf(organisation, asked.id)}::bytea, ${sealWords(opening, asked.words)}::bytea)`),
  )
}

/**
 * Takes in the public form. Nothing happens before the address is confirmed by the link that is
 * mailed to it.
 *
 * @throws `TRY_LATER` with seconds after too many for this address or from this network;
 * `NOT_FOUND` when the statement has no activity that handles requests; `DUPLICATE`.
 */
export async function submitRequest(
  accounts: Accounts,
  { organisation, title, keys, links, address }: AskedOf & { title: string; address: string },
  submitted: Asked & Requester & { readonly email: string },
): Promise<void> {
  const { email, name, language } = submitted
  await countTry(accounts, [throttleMail(email), throttleAddress(address)])
  const { opening, fresh } = await keys.prepare(organisation, submitted.id)
  const submit = sql.id(`org_${organisation}`, 'submit_request')
  await accounts.platform.change(async (tx) => {
    await tx.run(
      written(sql`select ${submit}(${JSON.stringify(columnsOf(submitted))}::jsonb,
        ${links.hashOf(organisation, submitted.id)}::bytea,
        ${sealWords(opening, submitted.words)}::bytea)`),
    )
    const path = confirmationPath(links.secretOf(organisation, submitted.id))
    const about = { organisation: title, path }
    await accounts.outbox.queue(tx, requestConfirmationMail, about, { email, name, language })
    await keys.storeNew(organisation, fresh)
  })
}

/** The page by which an address is confirmed. */
function confirmationPath(link: Buffer): string {
  return `${linkPath(link)}/bevestigen`
}

/** The page by which somebody without an account follows a request. */
export function linkPath(link: Buffer): string {
  return `/verzoek/${link.toString('base64url')}`
}

function columnsOf(asked: Asked & Requester): Readonly<Record<string, unknown>> {
  return {
    id: asked.id,
    kind: asked.kind,
    about: asked.about,
    language: asked.language,
    name: asked.name,
    email: asked.email,
    address: asked.address,
    behalf: asked.behalf,
    person_name: asked.behalf === 'self' ? undefined : asked.personName,
    reference: asked.reference,
  }
}
