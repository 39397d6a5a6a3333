import { randomUUID } from 'node:crypto'
import {
  askOrder,
  askOrderedPart,
  findOrder,
  type Making,
  type Ordered,
  PartSeal,
} from '#duties/package/order.ts'
import { SUBJECT_ACCESS } from '#duties/package/reading.ts'
import type { PackageOrder } from '#duties/package/write.ts'
import type { Door } from '#entry/web/http/door.ts'
import { packageOf } from '#modules/packaging.ts'
import { AppError } from '#kernel/error.ts'
import type { Spool } from '#store/spool.ts'

/** Long enough for an ordinary package: then the next page can say at once that it is ready. */
const PATIENCE_MS = 1500

/** Orders a package for this session, and waits for it, though not long. */
export async function orderPackage(
  door: Door,
  what: string,
  asked: Omit<Ordered, 'session' | 'at'>,
): Promise<void> {
  const { packages } = door.visit.site
  const id = randomUUID()
  const ordered = { ...asked, session: door.session, at: new Date() }
  const order = askOrder({ id, what }, ordered, packages.seal(id, ordered))
  await door.change(SUBJECT_ACCESS, (tx) => tx.run(order))
  await packages.takeUp(door.visit.organisation)
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, PATIENCE_MS)
  await Promise.race([packages.made(id), promise])
  clearTimeout(timer)
}

/** What this session ordered for something, if it is there still. */
export async function findMaking(door: Door, what: string): Promise<Making | undefined> {
  const { making } = await door.list(SUBJECT_ACCESS, 'package', { making: findOrder(what) })
  return making[0]
}

/** What a package needs, for whoever is signed in. Which dossiers are in it is for the caller. */
export async function orderFor(
  door: Door,
  kind: PackageOrder['kind'],
): Promise<Omit<PackageOrder, 'dossiers'>> {
  const { site, organisation } = door.visit
  const [access, statement] = await Promise.all([
    door.access(SUBJECT_ACCESS),
    site.publication.current(organisation),
  ])
  const { language } = door
  const authority = door.authority(SUBJECT_ACCESS)
  return packageOf(site, { authority, access, statement, kind, language, at: new Date() })
}

/** Reads one part of what this session ordered, still sealed. */
type ReadPart = (
  query: ReturnType<typeof askOrderedPart>,
) => Promise<readonly { readonly body: Buffer | null }[]>

/** The parts of a package that is ready, one after another. */
export async function* partsOf(
  door: Door,
  what: string,
  { id, parts }: Making,
  read: ReadPart = async (part) => (await door.list(SUBJECT_ACCESS, 'package', { part })).part,
): AsyncGenerator<Buffer> {
  const seal = new PartSeal(door.session, id)
  for (let part = 0; part < parts; part += 1) {
    const [found] = await read(askOrderedPart(what, part))
    if (!found?.body) throw new AppError('NOT_FOUND')
    yield seal.unseal(part, found.body)
  }
}

/** Sends a file as it is taken, and lets it go when it is sent or nobody takes it any more. */
export function sendSpool(spool: Spool): ReadableStream<Uint8Array> {
  return streamOf(spool.parts(), () => spool.discard())
}

/** A stream of parts that are made when they are asked for. */
export function streamOf(
  parts: AsyncGenerator<Uint8Array>,
  done: () => Promise<void> = async () => undefined,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const next = await parts.next()
      if (!next.done) return controller.enqueue(Uint8Array.from(next.value))
      controller.close()
      await done()
    },
    cancel: async () => {
      await parts.return(undefined)
      await done()
    },
  })
}
