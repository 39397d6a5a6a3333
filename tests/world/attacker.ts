import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { from } from '#store/query.ts'
import { type World, type WorldAccount, world } from './world.ts'

/** A live dossier with content in it, and those who stand in a relation to it. */
export interface Scene {
  readonly there: World
  readonly coach: WorldAccount
  readonly client: WorldAccount
  readonly dossierId: string
}

/** Makes a world with one client's dossier: a card, a profile, a note of each of two categories. */
export async function scene(): Promise<Scene> {
  const there = await world()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const client = await there.account('Sam Bakker')
  const dossierId = await startDossier(there, coach)
  await there.relate(client.id, dossierId, 'client')
  return { there, coach, client, dossierId }
}

/** Starts a dossier as a coach does, and puts content in it. */
export async function startDossier(there: World, coach: WorldAccount): Promise<string> {
  const dossierId = await there.store.change(coach.for('intake'), async (tx) => {
    const dossier = await tx.startDossier({ kind: 're-integration' })
    const { dossierId: id } = dossier
    await dossier.run(from.insertInto('clients').values({ dossier_id: id, family_name: 'Bakker' }))
    await dossier.run(from.insertInto('profiles').values({ dossier_id: id, city: 'Utrecht' }))
    await dossier.run(from.insertInto('engagements').values({ dossier_id: id }))
    return id
  })
  await there.store.changeDossier(coach.for('coaching'), dossierId, async (tx) => {
    for (const category of ['conversation-reports', 'work-limitations']) {
      await tx.run(
        from.insertInto('notes').values({
          dossier_id: dossierId,
          category,
          body: tx.seal('notes.body', `Over ${category}`),
          source: 'client',
          channel: 'conversation',
        }),
      )
    }
  })
  return dossierId
}

/** A question for consent that a coach asked, as the owner; answered when there is an answer. */
export async function askConsent(
  { owner }: { owner: { query(text: string, values: unknown[]): Promise<unknown> } },
  ask: { dossierId: string; consent: string; holderId: string; itemId?: string; answer?: string },
): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `insert into consent_requests
       (id, dossier_id, consent, holder_id, item_id, wording, language, statement)
     values ($1, $2, $3, $4, $5, '', 'nl', 4)`,
    [id, ask.dossierId, ask.consent, ask.holderId, ask.itemId ?? null],
  )
  if (ask.answer) {
    await owner.query(
      'insert into consents (request_id, dossier_id, decision) values ($1, $2, $3)',
      [id, ask.dossierId, ask.answer],
    )
  }
  return id
}

/** Somebody with a login of ours and any SQL. */
export class Attacker {
  readonly client: pg.Client
  #opening = ''

  constructor(client: pg.Client) {
    this.client = client
  }

  /** The line of the ledger with which this attacker opened a dossier last. */
  get opening(): string {
    return this.#opening
  }

  /** Opens a dossier as the application does, which commits. Answers with the outcome. */
  async open(account: WorldAccount, activity: string, dossierId: string): Promise<unknown> {
    const [row] = await this.rows(OPEN, [[account.session], [activity], [dossierId]])
    this.#opening = typeof row?.['opening'] === 'number' ? String(row['opening']) : ''
    return row?.['outcome']
  }

  /**
   * Begins a transaction, shows the session, takes the role of the activity, and names the line of
   * the ledger that opens a dossier. Answers whether the session is good for it.
   */
  async enter(account: WorldAccount, activity: string, opening = ''): Promise<unknown> {
    await this.client.query('begin')
    return this.enterHere(account, activity, opening)
  }

  /** As `enter`, in the transaction under way. */
  async enterHere(account: WorldAccount, activity: string, opening = ''): Promise<unknown> {
    const [row] = await this.rows(`select ${SCHEMA}.enter($1, $2) as outcome`, [
      account.session,
      activity,
    ])
    await this.show(account.session, opening)
    await this.take(activity)
    return row?.['outcome']
  }

  /** Shows a session, and a line of the ledger, for as long as the transaction lasts. */
  async show(session: Buffer, opening: string): Promise<void> {
    await this.rows(
      `select set_config('gestand.session', $1, true), set_config('gestand.opening', $2, true)`,
      [session.toString('hex'), opening],
    )
  }

  /** Opens a dossier and enters it. Answers with the outcome of the opening. */
  async openAndEnter(account: WorldAccount, activity: string, dossierId: string): Promise<unknown> {
    const outcome = await this.open(account, activity, dossierId)
    await this.enter(account, activity, this.#opening)
    return outcome
  }

  /** Takes the role of an activity, entered or not. */
  async take(activity: string): Promise<void> {
    await this.client.query(`set role ${roleOf(activity)}; set search_path to ${SCHEMA}`)
  }

  /** Ends the transaction and leaves every role. */
  async leave(end: 'commit' | 'rollback' = 'rollback'): Promise<void> {
    await this.client.query(`${end}; reset role; reset search_path`)
  }

  async rows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const { rows } = await this.client.query<Record<string, unknown>>(text, values)
    return rows
  }

  /**
   * Tries a statement: the number of rows that it gave or changed, or the code with which it was
   * refused.
   */
  async attempt(text: string, values: unknown[] = []): Promise<number | string> {
    const save = await this.client.query('savepoint attempt').then(
      () => true,
      () => false,
    )
    try {
      const { rowCount } = await this.client.query(text, values)
      return rowCount ?? 0
    } catch (error) {
      if (save) await this.client.query('rollback to attempt')
      return codeOf(error)
    }
  }
}

export const SCHEMA = 'org_reintegration'

export const OPEN = `select outcome, opening from ${SCHEMA}.open_dossiers($1, $2, $3)`

/** The role of an activity of the example bureau. */
export function roleOf(activity: string): string {
  return `${SCHEMA}__${activity.replaceAll('-', '_')}`
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
}
