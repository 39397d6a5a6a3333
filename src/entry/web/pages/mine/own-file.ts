import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { type DossierView, dossierReads, readDossier } from '#modules/practice/index.ts'
import type { Statement } from '#statement/index.ts'
import type { Access } from '#store/access.ts'

/** The activity in which people see and decide about their own dossiers. */
export const SELF_SERVICE = 'self-service'

/** A dossier as the person whom it is about opened it. */
export interface OwnFile {
  /** What the statement gives this activity, so that a page shows and offers no more than that. */
  readonly access: Access
  /** The statement in force, which pages quote. */
  readonly statement: Statement
  readonly dossier: DossierView
  /** Path of the dossier's pages. */
  readonly path: string
}

/**
 * Opens one's own dossier in the address and reads all of it.
 *
 * @throws `NOT_FOUND` also when it is about somebody else.
 */
export async function openOwnFile(door: Door, params: Params): Promise<OwnFile> {
  const id = idOf(params)
  const [access, statement] = await Promise.all([door.access(SELF_SERVICE), readStatement(door)])
  const { dossier, answers } = await door.open(SELF_SERVICE, id, dossierReads(access, id))
  return toOwnFile({ access, statement }, readDossier(dossier, answers, access))
}

/** The statement in force. */
export function readStatement({ visit }: Door): Promise<Statement> {
  return visit.site.publication.current(visit.organisation)
}

export function toOwnFile(
  read: Pick<OwnFile, 'access' | 'statement'>,
  dossier: DossierView,
): OwnFile {
  return { ...read, dossier, path: ownPath(dossier.id) }
}

/** Where the pages of a dossier stand. */
export function ownPath(dossierId: string): string {
  return `/mijn/dossiers/${dossierId}`
}
