import { randomUUID } from 'node:crypto'
import { Outbox } from '#jobs/outbox.ts'
import { askRequest, enterRequest } from '#duties/rights/asking.ts'
import type { Desk } from '#duties/rights/desk.ts'
import { RequestLinks } from '#duties/rights/request-links.ts'
import type { RequestKind, RequestState } from '#duties/rights/words.ts'
import { WORLD_MASTER } from './master.ts'
import type { Transaction } from '#store/transaction.ts'
import type { World, WorldAccount } from './world.ts'

/** The desk that handles requests, in the world of a test. */
export class RequestDesk {
  readonly there: World
  readonly officer: WorldAccount
  readonly parts: Desk

  constructor(there: World, officer: WorldAccount) {
    this.there = there
    this.officer = officer
    this.parts = {
      organisation: there.organisation,
      title: 'Bureau De Brug',
      keys: there.keys,
      links: new RequestLinks(WORLD_MASTER),
      outbox: new Outbox(WORLD_MASTER),
    }
  }

  /** Acts as who handles requests. */
  act<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.there.store.change(this.officer.for('request-handling'), work)
  }

  /** Asks as a person who is signed in. Returns the id and the state. */
  async ask(
    who: WorldAccount,
    kind: RequestKind,
    rest: { dossierId?: string; about?: string; words?: string } = {},
  ): Promise<{ id: string; state: RequestState }> {
    const id = randomUUID()
    const asked = { id, kind, words: '', language: 'nl' as const, ...rest }
    const state = await this.there.store.change(who.for('self-service'), (tx) =>
      askRequest(tx, asked),
    )
    return { id, state }
  }

  /** A request that came by letter, of somebody who is not known yet. */
  async letter(kind: RequestKind, rest: { about?: string; email?: string } = {}): Promise<string> {
    const id = randomUUID()
    await this.act((tx) =>
      enterRequest(tx, this.parts, {
        id,
        kind,
        words: 'Ik schrijf u over mijn gegevens.',
        language: 'nl',
        name: 'B. de Boer',
        behalf: 'self',
        channel: 'letter',
        receivedOn: '2026-11-02',
        ...rest,
      }),
    )
    return id
  }
}

export async function requestDesk(there: World): Promise<RequestDesk> {
  return new RequestDesk(there, await there.account('Fenna de Groot', ['officer']))
}
