import { strFromU8, unzipSync } from 'fflate'
import { onTestFinished } from 'vitest'
import { LetterPress } from '#duties/letter/press.ts'
import { Reading, SUBJECT_ACCESS } from '#duties/package/reading.ts'
import { type PackageOrder, writePackage } from '#duties/package/write.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'
import { PACKAGE_CHAPTERS } from '#modules/package-chapters.ts'
import { PACKAGE_WORDS } from '#modules/package-words.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { parseStatement } from '#statement/index.ts'
import { findApplied } from '#store/applied-statement.ts'
import { toStatementFolder } from '#store/statement-files.ts'
import type { World, WorldAccount } from './world.ts'

/** A package as whoever got it unpacks it. */
export class Unpacked {
  readonly files: ReadonlyMap<string, Uint8Array>

  constructor(zip: Uint8Array) {
    this.files = new Map(Object.entries(unzipSync(zip)))
  }

  text(place: string): string {
    const bytes = this.files.get(place)
    if (!bytes) throw new Error(`there is no ${place}: ${[...this.files.keys()].join(', ')}`)
    return strFromU8(bytes)
  }

  /** All that is text in it, as one. */
  all(): string {
    return [...this.files]
      .filter(([place]) => !place.endsWith('.pdf'))
      .map(([place, bytes]) => `${place}\n${strFromU8(bytes)}`)
      .join('\n')
  }
}

/** What is needed to make a package for an account, in its own name. */
export async function packageOrder(
  there: World,
  account: WorldAccount,
  asked: Partial<PackageOrder> = {},
): Promise<PackageOrder> {
  const [catalogue, access, applied] = await Promise.all([
    readWholeCatalogue(),
    there.store.access(there.organisation, SUBJECT_ACCESS),
    findApplied(there.owner, there.organisation),
  ])
  if (!applied) throw new Error('no statement was applied')
  const { statement } = parseStatement(toStatementFolder(there.organisation, applied.source))
  if (!statement) throw new Error('the statement cannot be read')
  const authority = account.for(SUBJECT_ACCESS)
  const { store, keys } = there
  const reading = new Reading({ store, keys, authority, catalogue, access })
  const press = new LetterPress()
  onTestFinished(() => press.close())
  const said = {
    language: 'nl' as const,
    vocabulary: VOCABULARY,
    ledger: LEDGER_WORDS,
    words: PACKAGE_WORDS,
    chapters: PACKAGE_CHAPTERS,
  }
  const dossiers = asked.dossiers ?? (await reading.dossiers())
  return {
    reading,
    dossiers,
    kind: 'access',
    statement,
    said,
    press,
    at: new Date(),
    ...asked,
  }
}

/** Makes a package and unpacks it. */
export async function packageOf(
  there: World,
  account: WorldAccount,
  asked: Partial<PackageOrder> = {},
): Promise<Unpacked> {
  const parts: Uint8Array[] = []
  for await (const part of writePackage(await packageOrder(there, account, asked))) {
    parts.push(part)
  }
  return new Unpacked(Buffer.concat(parts))
}
