import type { Door } from '#entry/web/http/door.ts'
import type { Params } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { readSurroundings, type Surroundings, surroundingsReads } from '#modules/practice/index.ts'

/** A dossier with what is kept of its client beyond the usual. */
export interface ExtraFile {
  readonly file: OpenedFile
  readonly extra: Surroundings
}

/** Opens the dossier in the address, with what is kept beyond the usual, in one round trip. */
export async function openExtra(door: Door, desk: Desk, params: Params): Promise<ExtraFile> {
  const { file, answers, opening } = await openFileWith(door, desk, params, surroundingsReads)
  return { file, extra: readSurroundings(opening, answers) }
}

/** Where the page stands. */
export function extraPath({ path }: OpenedFile): string {
  return `${path}/extra`
}
