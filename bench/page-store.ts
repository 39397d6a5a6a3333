import type { Authority } from '#kernel/authority.ts'
import { Batch, type Statement } from '#store/batch.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import { Opening } from '#store/opened-dossier.ts'
import { type Pool, withConnection } from '#store/pool.ts'
import { toStatement } from '#store/query.ts'
import { type Answers, type Reads, schemaOf, Store } from '#store/store.ts'

/** The schema of what stands in the place of enforcement. */
const PEER_SCHEMA = 'bench_peer'

/**
 * The same queries for the same pages, as an application that decides by itself would send them:
 * one round trip as the owner, with a WHERE on whose dossiers they are. No roles, no policies, no
 * opening, no ledger.
 */
export class PeerStore extends Store {
  readonly #pool: Pool
  readonly #keys: DossierKeys

  constructor(parts: ConstructorParameters<typeof Store>[0], pool: Pool) {
    super(parts)
    this.#pool = pool
    this.#keys = parts.keys
  }

  override list<R extends Reads>(
    authority: Authority,
    _name: string,
    reads: R,
  ): Promise<Answers<R>> {
    return this.#read(authority, reads)
  }

  override async open<R extends Reads>(
    authority: Authority,
    dossierId: string,
    reads: R,
  ): Promise<{ readonly dossier: Opening; readonly answers: Answers<R> }> {
    const key = this.#keys.read(authority.organisation, dossierId)
    const answers = await this.#read(authority, reads)
    return { dossier: new Opening(authority.organisation, dossierId, await key), answers }
  }

  async #read<R extends Reads>(
    { organisation, session }: Authority,
    reads: R,
  ): Promise<Answers<R>> {
    const schema = schemaOf(organisation)
    const enter: Statement = {
      name: 'peer',
      text: `select set_config('search_path', $2, true), set_config('bench.account', (
        select account_id::text from gestand.sessions
        where token_hash = sha256($1) and ends_at > now()), true)`,
      values: [session, `${PEER_SCHEMA},${schema},gestand`],
    }
    const queries = Object.values(reads).map((query) => toStatement(query, 'peer'))
    const [, ...rows] = await withConnection(this.#pool, (connection) => {
      const batch = new Batch([enter, ...queries])
      connection.query(batch)
      return batch.result
    })
    const answers = Object.keys(reads).map((name, place) => [name, rows[place] ?? []])
    // As the store does: typed by the queries, answered in their order.
    return Object.fromEntries(answers) as Answers<R>
  }
}

/**
 * What the queries of the pages find in the place of what the database decides with: views with
 * the WHERE of an application, and who is signed in without asking what that person may do.
 */
export function peerSchemaSql(organisation: string): string {
  const schema = schemaOf(organisation)
  return `
    create schema ${PEER_SCHEMA};
    set search_path to ${PEER_SCHEMA}, ${schema}, gestand;
    create view dossiers as select d.* from ${schema}.dossiers d
      where d.restricted_at is null and exists (
        select from ${schema}.relations r where r.dossier_id = d.id
          and r.holder_id = current_setting('bench.account')::uuid
          and r.relation = 'responsible-coach' and r.until is null);
    create function whoami(out account_id uuid, out name text, out language text,
      out member boolean, out activities text[])
    language sql stable as $$
      select id, name, language, true, array['coaching', 'intake'] from gestand.accounts
      where id = current_setting('bench.account')::uuid
    $$;
    create function actor() returns uuid language sql stable
      return current_setting('bench.account')::uuid;`
}
