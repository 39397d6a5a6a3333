import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import {
  Actors,
  type DossierReads,
  dossierReads,
  type DossierView,
  readDossier,
  standingIn,
  type StandingInRow,
} from '#modules/practice/index.ts'
import type { Statement } from '#statement/index.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import type { Answers, Reads } from '#store/store.ts'

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
  /** The statement in force, for its words and terms. */
  readonly statement: Statement
  /** Path of the dossier's pages. */
  readonly path: string
  /** For whom one stands in and until when, where that is why the dossier is open. */
  readonly standingIn?: StandingInRow
}

interface Periods {
  readonly periods: readonly StandingInRow[]
}

/**
 * Opens the dossier in the address and reads all that the activity may see of it.
 *
 * @throws `NOT_FOUND`
 */
export async function openFile(door: Door, desk: Desk, params: Params): Promise<OpenedFile> {
  const { file } = await openFileWith(door, desk, params, () => ({}))
  return file
}

/** A dossier with what else was asked, and what unseals that. */
export interface OpenedWith<R extends Reads> {
  readonly file: OpenedFile
  readonly answers: Answers<R>
  readonly opening: Opening
  readonly actors: Actors
}

/** The same, with other reads in the same round trip. */
export async function openFileWith<R extends Reads>(
  door: Door,
  desk: Desk,
  params: Params,
  others: (access: Access, dossierId: string) => R,
): Promise<OpenedWith<R>> {
  const id = idOf(params)
  const { organisation, site } = door.visit
  const access = await door.access(desk.activity)
  const isSubstitute = desk.activity === SUBSTITUTE.activity
  const opened = await door.open(desk.activity, id, {
    ...others(access, id),
    ...dossierReads(access, id),
    ...(isSubstitute && { periods: standingIn(access) }),
  })
  const statement = await site.publication.current(organisation)
  // The rows of the dossier and the others were asked for together and answered together.
  const answers = opened.answers as Answers<DossierReads> & Answers<R> & Partial<Periods>
  const period = answers.periods?.find((row) => row.dossier_id === id)
  const dossier = readDossier(opened.dossier, answers, access)
  const path = `${desk.path}/${id}`
  const file = { desk, access, dossier, statement, path, ...(period && { standingIn: period }) }
  const actors = new Actors(answers.members, answers.relations)
  return { file, answers, opening: opened.dossier, actors }
}
