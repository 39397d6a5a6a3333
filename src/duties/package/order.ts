import { hkdfSync } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { LANGUAGES, type Language } from '#kernel/language.ts'
import type { MasterKey } from '#store/master-key.ts'
import { written, type WrittenQuery } from '#store/query.ts'
import { seal, unseal } from '#store/sealing.ts'
import type { Blanking } from './blanking.ts'
import type { PackagedDossier } from './reading.ts'
import type { PackageOrder } from './write.ts'

/** A package on its way, or waiting to be fetched by the session that ordered it. */
export interface Making {
  readonly id: string
  readonly kind: PackageOrder['kind']
  readonly state: 'waiting' | 'making' | 'ready' | 'failed'
  /** Files that were left out because they are about others too. */
  readonly leftOut: number
  readonly begunAt: Date
  /** Until when it can be fetched, once it is ready. */
  readonly until: Date
  /** Dossiers that are in it already, of how many, and rows so far. */
  readonly done: number
  readonly of: number
  readonly lines: number
  readonly bytes: number
  readonly parts: number
  /** SHA-256 of the whole, once it is ready. */
  readonly digest: Buffer | null
  /** Code of what stopped it. */
  readonly failure: string | null
}

/** All that is needed to make a package, whatever process does so. */
export interface Ordered {
  /** The secret of the session that reads. */
  readonly session: Buffer
  readonly kind: PackageOrder['kind']
  readonly language: Language
  readonly at: Date
  readonly dossiers: readonly PackagedDossier[]
  readonly blanking?: Blanking
}

const ORDERED = z.object({
  session: z.base64().transform((text) => Buffer.from(text, 'base64')),
  kind: z.enum(['access', 'portability']),
  language: z.enum(LANGUAGES),
  at: z.coerce.date(),
  dossiers: z.array(
    z.object({ id: z.uuid(), kind: z.string(), reference: z.string(), personId: z.uuid() }),
  ),
  blanking: z.object({ words: z.array(z.string()), files: z.array(z.string()) }).optional(),
})

/** Seals orders: what lies in the database tells nothing, and lets nobody in. */
export class OrderSeal {
  readonly #key: Buffer

  constructor(master: MasterKey) {
    this.#key = master.derive('accounts', 'package orders')
  }

  seal(id: string, ordered: Ordered): Buffer {
    const session = ordered.session.toString('base64')
    return seal(this.#key, `package-order/${id}`, JSON.stringify({ ...ordered, session }))
  }

  /** @throws `UNREADABLE` when it was sealed for another order or by another key. */
  unseal(id: string, sealed: Buffer): Ordered {
    const text = unseal(this.#key, `package-order/${id}`, sealed).toString('utf8')
    const { blanking, ...rest } = ORDERED.parse(JSON.parse(text))
    return { ...rest, ...(blanking && { blanking }) }
  }
}

/** Seals the parts of one package: opened by nothing but the secret of the session. */
export class PartSeal {
  readonly #id: string
  readonly #key: Buffer

  constructor(session: Buffer, id: string) {
    this.#id = id
    this.#key = Buffer.from(hkdfSync('sha256', session, '', `gestand package ${id}`, 32))
  }

  seal(part: number, plain: Buffer): Buffer {
    return seal(this.#key, `${this.#id}/${part}`, plain)
  }

  unseal(part: number, sealed: Buffer): Buffer {
    return unseal(this.#key, `${this.#id}/${part}`, sealed)
  }
}

/** Orders a package, in the place of what this session ordered for the same. */
export function askOrder(
  { id, what }: { readonly id: string; readonly what: string },
  { kind, dossiers, blanking }: Ordered,
  sealed: Buffer,
): WrittenQuery<unknown> {
  const person = dossiers[0]?.personId ?? null
  return written(sql`select order_package(${id}::uuid, ${what}, ${person}::uuid, ${kind},
    ${blanking?.files.length ?? 0}, ${dossiers.length}, ${sealed}::bytea)`)
}

/** The package that this session ordered for something, if it is there still. */
export function findOrder(what: string): WrittenQuery<Making> {
  return written(sql<Making>`
    select id, kind, state, left_out as "leftOut", begun_at as "begunAt", until, done,
      dossiers + 1 as of, lines, coalesce(bytes, 0)::float8 as bytes, coalesce(parts, 0) as parts,
      digest, failure
    from find_package_order(${what})`)
}

/** Lets a package go, also while it is being made. */
export function letGo(what: string): WrittenQuery<unknown> {
  return written(sql`select let_package_go(${what})`)
}

/** One part of a package that is ready, still sealed. */
export function askOrderedPart(
  what: string,
  part: number,
): WrittenQuery<{ readonly body: Buffer | null }> {
  return written(sql`select read_ordered_part(${what}, ${part}) as body`)
}
