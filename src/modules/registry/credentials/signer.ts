import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { type Query, type RowsOf, written } from '#store/query.ts'
import { statusListCredential } from './credential.ts'
import { type IntegrityProof, type LinkedDocument, signDocument } from './data-integrity.ts'
import { type Issuer, methodOf, secondsOf } from './issuer.ts'
import type { IssuerKey } from './issuer-key.ts'
import type { IssuerSeal } from './issuer-seal.ts'
import { LIST_PLACES, statusPlace } from './status-list.ts'

/** As what an organisation signs. */
export interface Issuing {
  readonly organisation: string
  readonly issuer: Issuer
  readonly seal: IssuerSeal
}

/** A transaction, of one dossier or of none. */
export interface Runs {
  run<Q extends Query>(query: Q): Promise<RowsOf<Q>>
}

/** The key that signs now, as the database gives it to who may sign. */
export const issuerSecret = written(
  sql<{ keyId: string; seed: Buffer }>`select key_id as "keyId", seed from issuer_secret()`,
)

/** Signs for an organisation with the key of now. */
export class Signer {
  readonly issuer: Issuer
  readonly keyId: string
  readonly key: IssuerKey

  private constructor(issuer: Issuer, keyId: string, key: IssuerKey) {
    this.issuer = issuer
    this.keyId = keyId
    this.key = key
  }

  /** @throws `ISSUER_KEY_MISSING` when the organisation has no key yet. */
  static async open(
    { organisation, issuer, seal }: Issuing,
    [secret]: readonly { readonly keyId: string; readonly seed: Buffer }[],
  ): Promise<Signer> {
    if (!secret) throw new AppError('ISSUER_KEY_MISSING')
    return new Signer(
      issuer,
      secret.keyId,
      await seal.read(organisation, secret.keyId, secret.seed),
    )
  }

  /** Where the public key stands. */
  get method(): string {
    return methodOf(this.issuer, this.keyId)
  }

  sign<Document extends LinkedDocument>(
    document: Document,
  ): Promise<Document & { readonly proof: IntegrityProof }> {
    return signDocument(document, {
      key: this.key,
      verificationMethod: this.method,
      at: new Date(),
    })
  }

  /** Publishes the list of a diploma as it is now, within the transaction that changes it. */
  publishList(tx: Runs, serial: number): Promise<void> {
    return this.#publish(tx, statusPlace(serial).list)
  }

  /** Publishes every list again, with the key of now. */
  async publishAll(tx: Runs): Promise<void> {
    const lists = await tx.run(
      written(sql<{ list: number }>`select list from revocation_lists order by list`),
    )
    for (const { list } of lists) await this.#publish(tx, list)
  }

  async #publish(tx: Runs, list: number): Promise<void> {
    const [row] = await tx.run(
      written(
        sql<{ places: number[] }>`
          select revoked_places(${list}::integer, ${LIST_PLACES}::integer) as places`,
      ),
    )
    const places = row?.places ?? []
    const document = statusListCredential(this.issuer, {
      list,
      revoked: places,
      at: secondsOf(new Date()),
    })
    const credential = JSON.stringify(await this.sign(document))
    await tx.run(
      written(sql`
        insert into revocation_lists (list, credential, key_id, revoked)
        values (${list}, ${credential}, ${this.keyId}, ${places.length})
        on conflict (list) do update set credential = excluded.credential,
          key_id = excluded.key_id, revoked = excluded.revoked`),
    )
  }
}
