import { LetterPress } from '#duties/letter/press.ts'
import { type Making, Makings } from '#duties/package/maker.ts'
import { Reading, SUBJECT_ACCESS } from '#duties/package/reading.ts'
import type { PackageOrder } from '#duties/package/write.ts'
import type { Door } from '#entry/web/http/door.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'
import { PACKAGE_WORDS } from '#modules/package-words.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Spool } from '#store/spool.ts'

let catalogue: ReturnType<typeof readWholeCatalogue> | undefined
const press = new LetterPress()
/** Packages of everybody who is signed in here. */
export const makings = new Makings()

/** Under which a package of this session lies: what was begun in another is not there. */
export function ownerOf(door: Door, what: string): string {
  return `${door.visit.organisation} ${door.session.toString('base64')} ${what}`
}

/** Long enough for an ordinary package: then the next page can say at once that it is ready. */
const PATIENCE_MS = 1500

/** Waits for a package, though not long. */
export async function waitFor({ done }: Making): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, PATIENCE_MS)
  await Promise.race([done, promise])
  clearTimeout(timer)
}

/** What a package needs, for whoever is signed in. Which dossiers are in it is for the caller. */
export async function orderFor(
  door: Door,
  kind: PackageOrder['kind'],
): Promise<Omit<PackageOrder, 'dossiers'>> {
  const { site, organisation } = door.visit
  catalogue ??= readWholeCatalogue()
  const [whole, access, statement] = await Promise.all([
    catalogue,
    door.access(SUBJECT_ACCESS),
    site.publication.current(organisation),
  ])
  const authority = door.authority(SUBJECT_ACCESS)
  const said = {
    language: door.language,
    vocabulary: VOCABULARY,
    ledger: LEDGER_WORDS,
    words: PACKAGE_WORDS,
  }
  const { store, keys } = site
  const reading = new Reading({ store, keys, authority, catalogue: whole, access })
  return { reading, kind, statement, said, press, at: new Date() }
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
