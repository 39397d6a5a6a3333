import type { Runner } from '#store/platform.ts'
import { from, type RowsOf } from '#store/query.ts'
import { plain } from '#modules/practice/plain-text.ts'
import type { ImportedClient } from './client.ts'

const KNOWN_LIMIT = 100_000

const cards = from
  .selectFrom('clients as c')
  .innerJoin('dossiers as d', 'd.id', 'c.dossier_id')
  .innerJoin('engagements as e', 'e.dossier_id', 'c.dossier_id')
  .select(['d.id', 'd.kind', 'e.order_reference'])
  .select(['c.given_name', 'c.initials', 'c.prefix', 'c.family_name', 'c.email', 'c.phone'])
  .limit(KNOWN_LIMIT)

type Card = RowsOf<typeof cards>[number]

/** How a row stands to the clients that are there already. */
export type Acquaintance =
  | { readonly is: 'new' }
  /** The same client with the same service. */
  | { readonly is: 'same' }
  /** The same person, with another service. */
  | { readonly is: 'known-person'; readonly dossierId: string }

/** The clients within reach before an import, to compare its rows with. */
export class KnownClients {
  readonly #byName: ReadonlyMap<string, readonly Card[]>

  constructor(known: readonly Card[]) {
    this.#byName = Map.groupBy(known, (card) => familyKey(card.prefix, card.family_name))
  }

  /** Names alone are weak: who has another address, number or order reference is somebody else. */
  compare(client: ImportedClient): Acquaintance {
    const { prefix = '', familyName } = client
    const namesakes = this.#byName.get(familyKey(prefix, familyName)) ?? []
    const alike = namesakes.filter((card) => isAlike(card, client))
    if (alike.some((card) => isSameService(card, client))) return { is: 'same' }
    const person = alike.find((card) => sameEmail(card, client))
    return person ? { is: 'known-person', dossierId: person.id } : { is: 'new' }
  }
}

/** Reads the clients within reach. */
export async function readKnownClients(tx: Runner): Promise<KnownClients> {
  return new KnownClients(await tx.run(cards))
}

function familyKey(prefix: string, familyName: string): string {
  return plain(`${prefix} ${familyName}`).replaceAll(/[^\p{L}]/gu, '')
}

function isAlike(card: Card, client: ImportedClient): boolean {
  if (card.email && client.email) return sameEmail(card, client)
  if (card.phone && client.phone) return card.phone === client.phone
  return (
    firstLetter(card.initials, card.given_name) ===
    firstLetter(client.initials ?? '', client.givenName ?? '')
  )
}

function isSameService(card: Card, client: ImportedClient): boolean {
  const { order_reference: known } = card
  const { reference = '' } = client
  return card.kind === client.service && (known === '' || reference === '' || known === reference)
}

function sameEmail(card: Card, client: ImportedClient): boolean {
  return card.email !== null && card.email.toLowerCase() === client.email?.toLowerCase()
}

/** Initials and a given name are compared by the letter that they share. */
function firstLetter(initials: string, givenName: string): string {
  return plain(initials || givenName).charAt(0)
}
