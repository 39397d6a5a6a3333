import { randomBytes, randomUUID } from 'node:crypto'
import { restoreBackup } from '#backup/restoring.ts'
import { type BackupPlace, takeBackup } from '#backup/taking.ts'
import { type ConnectedStore, connectStore } from '#store/connect.ts'
import type { Installation } from '#store/install.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import { compare, describe, type Dossier, readDossiers } from './drilled-dossiers.ts'

/** With what a drill acts: connections of its own, not one for each act. */
interface Hands extends Pick<ConnectedStore, 'keys' | 'register'> {
  readonly owner: Owner
}

export interface DrillParts {
  readonly installation: Installation
  readonly organisation: string
  readonly place: BackupPlace
  readonly random: () => number
  /** Acts before the backup, and again after it. */
  readonly acts: number
}

/**
 * Restore drills with random histories: acts, a backup at some moment, more acts, and the backup is
 * brought back. What must not come back and what must not be missing follows from a model in plain
 * TypeScript. Each drill goes on where the one before ended.
 */
export class Drill {
  readonly #parts: DrillParts
  #dossiers = new Map<string, Dossier>()
  readonly #erased = new Set<string>()

  constructor(parts: DrillParts) {
    this.#parts = parts
  }

  /** Runs one drill. Returns how the database differs from the model: not, if all is well. */
  async run(): Promise<string[]> {
    const { installation, organisation } = this.#parts
    return asOwner(installation.url, async (owner) => {
      await owner.query(`set search_path to org_${organisation}, gestand`)
      const { keys, register, close } = connectStore(installation, { connections: 1 })
      try {
        return await this.#drill({ owner, keys, register })
      } finally {
        await close()
      }
    })
  }

  async #drill(hands: Hands): Promise<string[]> {
    const { installation, organisation, place, acts, random } = this.#parts
    const first = Math.floor(random() * acts)
    for (let n = 0; n < first; n++) await this.#act(hands)
    const manifest = await takeBackup(installation, organisation, place)
    const backedUp = structuredClone(this.#dossiers)
    for (let n = first; n < 2 * acts; n++) await this.#act(hands)
    const { good, report } = await restoreBackup(installation, { place, manifest, replace: true })
    this.#dossiers = this.#expected(backedUp)
    const problems = report.lines.filter(({ kind }) => kind === 'problem')
    return [
      ...(good ? [] : [`the report: ${JSON.stringify(problems)}`]),
      ...compare(describe(this.#dossiers), describe(await readDossiers(hands.owner))),
    ]
  }

  get erased(): number {
    return this.#erased.size
  }

  /** What is in the backup, as it must be after everything that happened since. */
  #expected(backedUp: ReadonlyMap<string, Dossier>): Map<string, Dossier> {
    const expected = new Map<string, Dossier>()
    for (const [id, then] of backedUp) {
      const now = this.#dossiers.get(id)
      if (!now) continue
      const { expired, restricted, paused } = now
      expected.set(id, {
        notes: then.notes,
        consents: new Map(
          [...then.consents].map(([key, was]) => [key, now.consents.get(key) ?? was]),
        ),
        relations: new Map(
          [...then.relations].map(([key, was]) => [key, now.relations.get(key) ?? was]),
        ),
        expired,
        restricted,
        paused,
      })
    }
    return expected
  }

  async #act(hands: Hands): Promise<void> {
    const { owner } = hands
    const { random } = this.#parts
    const ids = [...this.#dossiers.keys()]
    const id = ids[Math.floor(random() * ids.length)]
    const dossier = id === undefined ? undefined : this.#dossiers.get(id)
    if (id === undefined || !dossier || random() < 0.25) return this.#start(hands)
    const acts = [
      () => this.#write(owner, id, dossier),
      () => this.#write(owner, id, dossier),
      () => this.#agree(owner, id, dossier),
      () => this.#withdraw(owner, dossier),
      () => this.#end(owner, dossier),
      () => this.#restrict(owner, id, dossier),
      () => this.#object(owner, id, dossier),
      () => this.#expire(owner, id, dossier),
      () => this.#erase(hands, id),
    ]
    await acts[Math.floor(random() * acts.length)]?.()
  }

  async #start({ owner, keys }: Hands): Promise<void> {
    const [id, person] = [randomUUID(), randomUUID()]
    await owner.query('insert into persons (id) values ($1)', [person])
    await owner.query(
      `insert into dossiers (id, kind, person_id) values ($1, 're-integration', $2)`,
      [id, person],
    )
    await owner.query(`insert into clients (dossier_id, family_name) values ($1, 'Bakker')`, [id])
    await keys.create(this.#parts.organisation, [id])
    const relations = new Map<string, 'standing'>()
    for (const relation of ['responsible-coach', 'client']) {
      const { rows } = await owner.query<{ id: string }>(
        `insert into relations (dossier_id, holder_id, relation)
         values ($1, gen_random_uuid(), $2) returning id`,
        [id, relation],
      )
      if (rows[0]) relations.set(rows[0].id, 'standing')
    }
    this.#dossiers.set(id, {
      notes: new Set(),
      consents: new Map(),
      relations,
      expired: false,
      restricted: false,
      paused: false,
    })
  }

  async #write(owner: Owner, id: string, { notes }: Dossier): Promise<void> {
    const note = randomUUID()
    await owner.query(
      `insert into notes (id, dossier_id, category, body, source, channel)
       values ($1, $2, 'conversation-reports', $3, 'client', 'conversation')`,
      [note, id, Buffer.concat([Buffer.of(1), randomBytes(60)])],
    )
    notes.add(note)
  }

  async #agree(owner: Owner, id: string, { consents }: Dossier): Promise<void> {
    const question = randomUUID()
    await owner.query('begin')
    await owner.query('set local session_replication_role = replica')
    await owner.query(
      `insert into consent_requests (id, dossier_id, consent, holder_id, wording, language,
         statement)
       values ($1, $2, 'partner-access', gen_random_uuid(), $3, 'nl', 4)`,
      [question, id, Buffer.concat([Buffer.of(1), randomBytes(60)])],
    )
    await owner.query(
      `insert into consents (request_id, dossier_id, decision) values ($1, $2, 'given')`,
      [question, id],
    )
    await owner.query('commit')
    consents.set(question, 'standing')
  }

  async #withdraw(owner: Owner, { consents }: Dossier): Promise<void> {
    const standing = [...consents].find(([, state]) => state === 'standing')
    if (!standing) return
    await owner.query(
      `insert into withdrawals (request_id, dossier_id)
       select id, dossier_id from consent_requests where id = $1`,
      [standing[0]],
    )
    consents.set(standing[0], 'withdrawn')
  }

  async #end(owner: Owner, { relations }: Dossier): Promise<void> {
    const standing = [...relations].find(([, state]) => state === 'standing')
    if (!standing) return
    await owner.query('update relations set until = now() where id = $1', [standing[0]])
    relations.set(standing[0], 'ended')
  }

  async #restrict(owner: Owner, id: string, dossier: Dossier): Promise<void> {
    if (dossier.restricted) {
      await owner.query(
        'update restrictions set lifted_at = now(), by_person = true where dossier_id = $1',
        [id],
      )
    } else {
      await owner.query('insert into restrictions (dossier_id) values ($1)', [id])
    }
    dossier.restricted = !dossier.restricted
  }

  async #object(owner: Owner, id: string, dossier: Dossier): Promise<void> {
    if (dossier.paused) return
    const { rows } = await owner.query<{ id: string }>(
      `insert into requests (kind, channel, due_on, name, dossier_id, about)
       values ('objection', 'letter', current_date + 28, 'Sam Bakker', $1, 'relation-management')
       returning id`,
      [id],
    )
    await owner.query(
      `insert into objections (request_id, dossier_id, activity)
       values ($1, $2, 'relation-management')`,
      [rows[0]?.id, id],
    )
    dossier.paused = true
  }

  async #expire(owner: Owner, id: string, dossier: Dossier): Promise<void> {
    if (dossier.expired) return
    await owner.query(
      `insert into events (dossier_id, event, occurred_at)
       values ($1, 'engagement.ended', now() - interval '6 years')`,
      [id],
    )
    dossier.expired = true
  }

  async #erase({ owner, register }: Hands, id: string): Promise<void> {
    const { organisation } = this.#parts
    const erasure = {
      id: randomUUID(),
      dossierId: id,
      personId: null,
      accountId: null,
      part: 'dossier',
      cause: this.#parts.random() < 0.5 ? 'request' : 'retention',
    }
    await register.register(organisation, [erasure])
    // Cut short here, the rows would still be there, and a backup would hold them.
    if (this.#parts.random() < 0.8) {
      await owner.query('select erase_again($1, true)', [[id]])
    }
    this.#dossiers.delete(id)
    this.#erased.add(id)
  }
}
