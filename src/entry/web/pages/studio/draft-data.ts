import { type Draft, type DraftState, findDraft } from '#duties/studio/draft.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { checkFolder, type Problem, type Statement } from '#statement/index.ts'
import { type StatementSource, toStatementFolder } from '#store/statement-files.ts'
import { readStudio } from './studio-door.ts'

/** A draft with what is wrong with it. */
export interface DraftData {
  readonly draft: Draft
  readonly source: StatementSource
  /** Undefined when its declarations do not have the shape of a statement. */
  readonly statement: Statement | undefined
  readonly problems: readonly Problem[]
  /** Whether it can be applied. */
  readonly sound: boolean
}

/** @throws `NOT_FOUND` */
export async function readDraft(door: Door, params: Params): Promise<DraftData> {
  const { found } = await readStudio(door, 'draft', { found: findDraft(idOf(params)) })
  const [draft] = found
  if (!draft) throw new AppError('NOT_FOUND')
  // The column holds what the studio saved: texts by the names of files.
  const source = draft.source as StatementSource
  const folder = toStatementFolder(door.visit.organisation, source)
  return { draft, source, ...checkFolder(folder, VOCABULARY) }
}

/** Whether a draft can be written in. */
export function isOpen({ state }: Draft): boolean {
  return state === 'draft' || state === 'returned'
}

/** Whether it was approved, also when it was taken back after that. */
export function isDecided(state: DraftState): boolean {
  return state === 'approved' || state === 'retracted'
}

/** The files of a draft as pages: where each is written in, and what it is called. */
export const DRAFT_FILES = [
  { part: 'regels', file: 'statement.yaml', label: { nl: 'Regels', en: 'Declarations' } },
  { part: 'nl', file: 'text.nl.md', label: { nl: 'Nederlandse tekst', en: 'Dutch text' } },
  { part: 'en', file: 'text.en.md', label: { nl: 'Engelse tekst', en: 'English text' } },
] as const

export type DraftFile = (typeof DRAFT_FILES)[number]
