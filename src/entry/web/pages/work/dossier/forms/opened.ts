import { dayOf } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { Params } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { AppError } from '#kernel/error.ts'
import {
  formReads,
  formTemplates,
  type FormView,
  readForms,
  readSignings,
  readTrajectory,
  signingReads,
  type SigningView,
  trajectoryReads,
  type TrajectoryView,
} from '#modules/practice/index.ts'
import type { Access } from '#store/access.ts'
import type { RowsOf } from '#store/query.ts'

export interface FormsFile {
  readonly file: OpenedFile
  readonly forms: readonly FormView[]
  readonly signings: readonly SigningView[]
}

/**
 * Opens a dossier with its forms.
 *
 * @throws `NOT_FOUND` also where the statement has no forms.
 */
export async function openForms(door: Door, desk: Desk, params: Params): Promise<FormsFile> {
  const { file, answers, opening, actors } = await openFileWith(
    door,
    desk,
    params,
    (access, id) => ({ ...formReads(access, id), ...signingReads(access, id) }),
  )
  if (!file.access.can('forms', 'select')) throw new AppError('NOT_FOUND')
  return {
    file,
    forms: readForms(opening, answers, actors),
    signings: readSignings(opening, answers, actors),
  }
}

export interface FormFile extends FormsFile {
  readonly form: FormView
}

/** Opens a dossier for the form in the address. */
export async function openForm(door: Door, desk: Desk, params: Params): Promise<FormFile> {
  const data = await openForms(door, desk, params)
  const form = data.forms.find(({ id }) => id === params['form'])
  if (!form) throw new AppError('NOT_FOUND')
  return { ...data, form }
}

/** A form that still changes. */
export async function openDraft(door: Door, desk: Desk, params: Params): Promise<FormFile> {
  const data = await openForm(door, desk, params)
  if (data.form.final || !data.file.access.can('forms', 'update')) throw new AppError('NOT_FOUND')
  return data
}

export interface FormsToFill extends FormsFile {
  readonly trajectory: TrajectoryView
  readonly templates: RowsOf<typeof formTemplates>
}

/** Opens a dossier with all that a new form is filled with. */
export async function openToFill(door: Door, desk: Desk, params: Params): Promise<FormsToFill> {
  const reads = (access: Access, id: string) => ({
    ...formReads(access, id),
    ...signingReads(access, id),
    ...trajectoryReads(access, id),
    templates: formTemplates,
  })
  const { file, answers, opening, actors } = await openFileWith(door, desk, params, reads)
  if (!file.access.can('forms', 'insert')) throw new AppError('NOT_FOUND')
  const startedAt = file.dossier.service.activatedAt ?? file.dossier.startedAt
  const today = dayOf(new Date())
  return {
    file,
    forms: readForms(opening, answers, actors),
    signings: readSignings(opening, answers, actors),
    trajectory: readTrajectory(opening, answers, { today, startedAt, actors }),
    templates: answers.templates,
  }
}
