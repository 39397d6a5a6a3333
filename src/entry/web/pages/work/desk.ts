import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { type DossierView, dossierReads, readDossier } from '#modules/practice/index.ts'
import type { Access } from '#store/access.ts'

/** From where somebody works in a dossier: as the client's coach, or standing in for that coach. */
export interface Desk {
  readonly activity: string
  /** The pages of its dossiers stand under this path. */
  readonly path: string
}

export const COACH: Desk = { activity: 'coaching', path: '/werk/dossiers' }
export const SUBSTITUTE: Desk = { activity: 'substitution', path: '/werk/waarneming' }
export const DESKS: readonly Desk[] = [COACH, SUBSTITUTE]

/** A dossier as it was opened from a desk. */
export interface OpenedFile {
  readonly desk: Desk
  /** What the activity may do, so that a page offers no more than that. */
  readonly access: Access
  readonly dossier: DossierView
  /** Path of the dossier's pages. */
  readonly path: string
}

/**
 * Opens the dossier in the address and reads all that the activity may see of it.
 *
 * @throws `NOT_FOUND`
 */
export async function openFile(door: Door, desk: Desk, params: Params): Promise<OpenedFile> {
  const id = idOf(params)
  const access = await door.access(desk.activity)
  const opened = await door.open(desk.activity, id, dossierReads(access, id))
  return toFile(desk, access, readDossier(opened.dossier, opened.answers, access))
}

export function toFile(desk: Desk, access: Access, dossier: DossierView): OpenedFile {
  return { desk, access, dossier, path: `${desk.path}/${dossier.id}` }
}
