import type { Door } from '#entry/web/http/door.ts'
import type { Params } from '#entry/web/http/page.tsx'
import { openOwnFileWith, type OwnFile, ownPath } from '#entry/web/pages/mine/own-file.ts'
import { AppError } from '#kernel/error.ts'
import {
  readRegistration,
  registrationReads,
  type RegistrationView,
} from '#modules/registry/index.ts'

/** One's own registration, as the person opened it. */
export interface OwnTraining {
  readonly file: OwnFile
  readonly view: RegistrationView
  /** Path of this page. */
  readonly path: string
}

/** @throws `NOT_FOUND` also when it is of somebody else, or no registration. */
export async function openOwnTraining(door: Door, params: Params): Promise<OwnTraining> {
  const { file, answers, opening } = await openOwnFileWith(door, params, registrationReads)
  const view = readRegistration(opening, answers)
  if (!view) throw new AppError('NOT_FOUND')
  return { file, view, path: trainingPath(file.dossier.id) }
}

export function trainingPath(dossierId: string): string {
  return `${ownPath(dossierId)}/opleiding`
}
