import type { OpenedFile } from '#entry/web/pages/work/desk.ts'

/** What only an engagement that has started can have. */
const AFTER_START: readonly string[] = ['consults', 'summaries']

/** Whether a page need offer to add to a table: the database decides again when it is done. */
export function isOpenForWriting({ access, dossier }: OpenedFile, table: string): boolean {
  const { state } = dossier.service
  if (state === 'closed' || !access.can(table, 'insert')) return false
  return state === 'active' || !AFTER_START.includes(table)
}
