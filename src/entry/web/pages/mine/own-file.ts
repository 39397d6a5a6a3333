import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import {
  Actors,
  type DossierReads,
  type DossierView,
  dossierReads,
  readDossier,
} from '#modules/practice/index.ts'
import type { Text } from '#kernel/language.ts'
import { programmeOfOpened } from '#modules/registry/index.ts'
import type { Statement } from '#statement/index.ts'
import type { WrittenQuery } from '#store/query.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import type { Answers, Reads } from '#store/store.ts'

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
  /** What the person knows it by, where that is not its kind: the programme of a registration. */
  readonly name?: Text
}

/**
 * Opens one's own dossier in the address and reads all of it.
 *
 * @throws `NOT_FOUND` also when it is about somebody else.
 */
export async function openOwnFile(door: Door, params: Params): Promise<OwnFile> {
  const { file } = await openOwnFileWith(door, params, () => ({}))
  return file
}

/** One's own dossier with what else was asked, and what unseals that. */
export interface OwnFileWith<R extends Reads> {
  readonly file: OwnFile
  readonly answers: Answers<R>
  readonly opening: Opening
  readonly actors: Actors
}

/** The same, with other reads in the same round trip. */
export async function openOwnFileWith<R extends Reads>(
  door: Door,
  params: Params,
  others: (access: Access, dossierId: string) => R,
): Promise<OwnFileWith<R>> {
  const id = idOf(params)
  const [access, statement] = await Promise.all([door.access(SELF_SERVICE), readStatement(door)])
  const { dossier: opening, answers: rows } = await door.open(SELF_SERVICE, id, {
    ...others(access, id),
    ...nameReads(access, id),
    ...dossierReads(access, id),
  })
  // The rows of the dossier and the others were asked for together and answered together.
  const answers = rows as Answers<DossierReads> & Answers<R> & OwnName
  const file = toOwnFile(
    { access, statement, ...nameOf(answers) },
    readDossier(opening, answers, access),
  )
  const actors = new Actors(answers.members, answers.relations)
  return { file, answers, opening, actors }
}

/** The statement in force. */
export function readStatement({ visit }: Door): Promise<Statement> {
  return visit.site.publication.current(visit.organisation)
}

export function toOwnFile(
  read: Pick<OwnFile, 'access' | 'statement' | 'name'>,
  dossier: DossierView,
): OwnFile {
  return { ...read, dossier, path: ownPath(dossier.id) }
}

/** The programme of a registration: what a student of two programmes tells them apart by. */
interface OwnName {
  readonly programme?: readonly Text[] | undefined
}

/** What asks for the name of a dossier, in the round trip in which it is read. */
export function nameReads(access: Access, dossierId: string): NameReads {
  return access.can('registrations', 'select') ? { programme: programmeOfOpened(dossierId) } : {}
}

interface NameReads {
  readonly programme?: WrittenQuery<Text>
}

export function nameOf({ programme }: OwnName): Pick<OwnFile, 'name'> {
  const [name] = programme ?? []
  return name ? { name } : {}
}

/** Where the pages of a dossier stand. */
export function ownPath(dossierId: string): string {
  return `/mijn/dossiers/${dossierId}`
}
