import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { changeTimePage, removeTimeAct, timeLetterFile, timePage } from './dossier.tsx'

/** The time registration of a dossier. */
export function timeRoutes(desk: Desk): Route[] {
  return [timePage(desk), timeLetterFile(desk), changeTimePage(desk), removeTimeAct(desk)]
}
