import { LetterPress } from '#duties/letter/press.ts'
import { PackageMaker } from '#duties/package/maker.ts'
import type { Ordered } from '#duties/package/order.ts'
import { Reading, SUBJECT_ACCESS } from '#duties/package/reading.ts'
import type { PackageOrder } from '#duties/package/write.ts'
import type { Authority } from '#kernel/authority.ts'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { parseStatement, type Statement } from '#statement/index.ts'
import type { Access } from '#store/access.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import type { MasterKey } from '#store/master-key.ts'
import type { Platform } from '#store/platform.ts'
import { from } from '#store/query.ts'
import { type StatementSource, toStatementFolder } from '#store/statement-files.ts'
import type { Store } from '#store/store.ts'
import { readWholeCatalogue } from './catalogue.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { PACKAGE_CHAPTERS } from './package-chapters.ts'
import { PACKAGE_WORDS } from './package-words.ts'
import { VOCABULARY } from './vocabulary.ts'

let catalogue: ReturnType<typeof readWholeCatalogue> | undefined
const press = new LetterPress()

/** With what everything on a person is read. */
export interface PackageSource {
  readonly store: Store
  readonly keys: Pick<DossierKeys, 'open'>
}

/** What a package is made by: of whoever reads, and of the statement in force. */
export interface PackageBasis {
  readonly authority: Authority
  readonly access: Access
  readonly statement: Statement
  readonly kind: PackageOrder['kind']
  readonly language: Language
  readonly at: Date
}

/** All that a package needs but which dossiers are in it, which is for the caller. */
export async function packageOf(
  { store, keys }: PackageSource,
  { authority, access, statement, kind, language, at }: PackageBasis,
): Promise<Omit<PackageOrder, 'dossiers'>> {
  catalogue ??= readWholeCatalogue()
  const said = {
    language,
    vocabulary: VOCABULARY,
    ledger: LEDGER_WORDS,
    words: PACKAGE_WORDS,
    chapters: PACKAGE_CHAPTERS,
  }
  const reading = new Reading({ store, keys, authority, catalogue: await catalogue, access })
  return { reading, kind, statement, said, press, at }
}

/** Makes what makes the packages that are ordered, with the login of the worker. */
export function createPackageMaker(
  source: PackageSource,
  parts: {
    readonly platform: Platform
    readonly master: MasterKey
    readonly onDefect?: (error: unknown) => void
  },
): PackageMaker {
  return new PackageMaker({
    ...parts,
    prepare: async (organisation, { session, dossiers, blanking, ...ordered }: Ordered) => {
      const authority = { organisation, session, activity: SUBJECT_ACCESS }
      const [access, statement] = await Promise.all([
        source.store.access(organisation, SUBJECT_ACCESS),
        readStatement(source.store, organisation),
      ])
      const basis = await packageOf(source, { ...ordered, authority, access, statement })
      return { ...basis, dossiers, ...(blanking && { blanking }) }
    },
  })
}

async function readStatement(store: Store, organisation: string): Promise<Statement> {
  const { found } = await store.publicly(organisation, { found: NEWEST })
  // The column holds what `apply` was given.
  const source = found[0]?.source as StatementSource | undefined
  const parsed = source && parseStatement(toStatementFolder(organisation, source))
  if (!parsed?.statement) throw new AppError('NOT_FOUND')
  return parsed.statement
}

const NEWEST = from
  .selectFrom('statements')
  .select('source')
  .orderBy('applied_at', 'desc')
  .orderBy('version', 'desc')
  .limit(1)
