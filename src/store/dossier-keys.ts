import { AppError, isAppError } from '#kernel/error.ts'
import { Batch, type Statement } from './batch.ts'
import type { MasterKey } from './master-key.ts'
import { Gathering } from './gathering.ts'
import { type Pool, withConnection } from './pool.ts'
import { Opening } from './opened-dossier.ts'
import { newKey, seal, unseal } from './sealing.ts'

const CACHE_LIMIT = 2_000
const CACHE_MS = 30_000
const ROUND_LIMIT = 200

interface Cached {
  readonly key: Promise<Buffer>
  readonly until: number
}

/**
 * The keys of dossiers and of other cases with a key of their own (requests, complaints, incidents,
 * mail that waits), kept in a database of their own and wrapped by the master key. Requests made in
 * the same moment are answered together; a key stays in memory for at most 30 seconds, so a
 * destroyed key is gone everywhere by then.
 */
export class DossierKeys {
  readonly #pool: Pool
  readonly #master: MasterKey
  readonly #wrappingKey: Buffer
  readonly #cache = new Map<string, Cached>()
  readonly #gathering: Gathering<KeyName, Buffer | undefined>

  constructor(pool: Pool, master: MasterKey) {
    this.#pool = pool
    this.#master = master
    this.#wrappingKey = master.derive('wrap')
    this.#gathering = new Gathering((names) => this.#fetch(names), ROUND_LIMIT)
  }

  /**
   * Reads the key of a dossier.
   *
   * @throws `UNREADABLE` when there is none, because it was destroyed.
   */
  async read(organisation: string, dossierId: string): Promise<Buffer> {
    const name = `${organisation}/${dossierId}`
    const cached = this.#cache.get(name)
    if (cached && cached.until > Date.now()) return cached.key
    const key = this.#readWrapped({ organisation, dossierId })
    this.#remember(name, key)
    key.catch(() => this.#cache.delete(name))
    return key
  }

  /**
   * Opens a case by its key, to seal or unseal what stands in it.
   *
   * @throws `UNREADABLE` when the key was destroyed.
   */
  async open(organisation: string, id: string): Promise<Opening> {
    return new Opening(organisation, id, await this.read(organisation, id))
  }

  /** As `open`, for whoever writes in a case: one without a key gets one. */
  async make(organisation: string, id: string): Promise<Opening> {
    await this.create(organisation, [id])
    return this.open(organisation, id)
  }

  /**
   * As `make`, but a new key is not stored yet: `storeNew` is to follow right before the commit, so
   * that what is refused leaves no key.
   */
  async prepare(organisation: string, id: string): Promise<PreparedCase> {
    try {
      return { opening: await this.open(organisation, id), fresh: [] }
    } catch (error) {
      if (!isAppError(error) || error.code !== 'UNREADABLE') throw error
      const key = newKey()
      return { opening: new Opening(organisation, id, key), fresh: [{ dossierId: id, key }] }
    }
  }

  /** Makes and stores keys for new dossiers; those that have one keep it. */
  async create(organisation: string, dossierIds: readonly string[]): Promise<void> {
    const fresh = dossierIds.map((dossierId) => ({ dossierId, key: newKey() }))
    await this.store(organisation, fresh)
  }

  /**
   * Stores keys with which something was sealed already.
   *
   * @throws `CONFLICT` when one of them got a key meanwhile: the other is the one that stays.
   */
  async storeNew(organisation: string, fresh: readonly FreshKey[]): Promise<void> {
    if ((await this.store(organisation, fresh)) < fresh.length) throw new AppError('CONFLICT')
  }

  /**
   * Stores the keys of new dossiers, wrapped; a dossier that has one keeps it. Returns how many it
   * stored.
   */
  async store(organisation: string, fresh: readonly FreshKey[]): Promise<number> {
    if (fresh.length === 0) return 0
    const { rowCount } = await this.#pool.query(
      `insert into dossier_keys (organisation, dossier_id, wrapped, master)
       select $1, id, wrapped, $4 from unnest($2::uuid[], $3::bytea[]) as k (id, wrapped)
       on conflict do nothing`,
      [
        organisation,
        fresh.map(({ dossierId }) => dossierId),
        fresh.map(({ dossierId, key }) => this.#wrap(organisation, dossierId, key)),
        this.#master.id,
      ],
    )
    return rowCount ?? 0
  }

  /**
   * Destroys the key of a dossier: every copy of what it sealed is unreadable from now on, in
   * backups too.
   */
  async destroy(organisation: string, dossierId: string): Promise<void> {
    await this.#pool.query('delete from dossier_keys where organisation = $1 and dossier_id = $2', [
      organisation,
      dossierId,
    ])
    this.#cache.delete(`${organisation}/${dossierId}`)
  }

  /**
   * Wraps every key that an older master key wrapped with this one, in batches.
   *
   * @returns How many keys were wrapped anew.
   */
  async rotate(from: MasterKey, batch = 1_000): Promise<number> {
    let rotated = 0
    for (;;) {
      const { rows } = await this.#pool.query<KeyRow>(
        'select organisation, dossier_id, wrapped from dossier_keys where master = $1 limit $2',
        [from.id, batch],
      )
      if (rows.length === 0) return rotated
      const fresh = rows.map((row) => {
        const place = keyPlace(row.organisation, row.dossier_id)
        const key = unseal(from.derive('wrap'), place, row.wrapped)
        return this.#wrap(row.organisation, row.dossier_id, key)
      })
      await this.#pool.query(
        `update dossier_keys k set wrapped = f.wrapped, master = $4
         from unnest($1::text[], $2::uuid[], $3::bytea[]) as f (organisation, dossier_id, wrapped)
         where k.organisation = f.organisation and k.dossier_id = f.dossier_id`,
        [rows.map((r) => r.organisation), rows.map((r) => r.dossier_id), fresh, this.#master.id],
      )
      rotated += rows.length
    }
  }

  #wrap(organisation: string, dossierId: string, key: Buffer): Buffer {
    return seal(this.#wrappingKey, keyPlace(organisation, dossierId), key)
  }

  #remember(name: string, key: Promise<Buffer>): void {
    if (this.#cache.size >= CACHE_LIMIT) {
      const oldest = this.#cache.keys().next().value
      if (oldest !== undefined) this.#cache.delete(oldest)
    }
    this.#cache.set(name, { key, until: Date.now() + CACHE_MS })
  }

  async #readWrapped(name: KeyName): Promise<Buffer> {
    const wrapped = await this.#gathering.ask(name)
    if (!wrapped) throw new AppError('UNREADABLE')
    return unseal(this.#wrappingKey, keyPlace(name.organisation, name.dossierId), wrapped)
  }

  async #fetch(names: readonly KeyName[]): Promise<(Buffer | undefined)[]> {
    const statement: Statement = {
      name: 'dossier keys',
      text: `select organisation, dossier_id, wrapped from dossier_keys
        where (organisation, dossier_id) in (select * from unnest($1::text[], $2::uuid[]))`,
      values: [names.map((name) => name.organisation), names.map((name) => name.dossierId)],
    }
    const [rows] = await withConnection(this.#pool, (connection) => {
      const batch = new Batch([statement])
      connection.query(batch)
      return batch.result
    })
    // The rows are those that the statement asks for.
    const keys = (rows ?? []) as unknown as readonly KeyRow[]
    const found = new Map(keys.map((r) => [keyPlace(r.organisation, r.dossier_id), r.wrapped]))
    return names.map((name) => found.get(keyPlace(name.organisation, name.dossierId)))
  }
}

/** The key of a dossier that was started and is not stored yet. */
export interface FreshKey {
  readonly dossierId: string
  readonly key: Buffer
}

/** A case to write in, with the key that it does not have yet. */
export interface PreparedCase {
  readonly opening: Opening
  readonly fresh: readonly FreshKey[]
}

interface KeyName {
  readonly organisation: string
  readonly dossierId: string
}

interface KeyRow {
  readonly organisation: string
  readonly dossier_id: string
  readonly wrapped: Buffer
}

function keyPlace(organisation: string, dossierId: string): string {
  return `dossier-key/${organisation}/${dossierId}`
}
