import type { ReadableRow } from '#store/readable.ts'

/** Who did something in a dossier. The name is there when the reader may know who works here. */
export interface Actor {
  readonly accountId: string | null
  readonly role: 'member' | 'client' | 'other'
  readonly name?: string
  readonly title?: string
}

type MemberRow = ReadableRow<'members', 'account_id', 'name' | 'title'>
type RelationRow = ReadableRow<'relations', 'holder_id' | 'relation', never>

/** Tells accounts apart, and names those that may be named. */
export class Actors {
  readonly #members: ReadonlyMap<string, MemberRow>
  readonly #clients: ReadonlySet<string>

  constructor(members: readonly MemberRow[], relations: readonly RelationRow[]) {
    this.#members = new Map(members.map((row) => [row.account_id, row]))
    this.#clients = new Set(
      relations.filter((row) => row.relation === 'client').map((row) => row.holder_id),
    )
  }

  who(accountId: string | null): Actor {
    if (accountId !== null && this.#clients.has(accountId)) return { accountId, role: 'client' }
    const member = this.#members.get(accountId ?? '')
    if (!member) return { accountId, role: 'other' }
    const { name, title } = member
    return {
      accountId,
      role: 'member',
      ...(name !== undefined && { name }),
      ...(title && { title }),
    }
  }
}
