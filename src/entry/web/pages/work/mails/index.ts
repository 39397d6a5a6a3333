import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { addressAct, mailPage, mailsPage, removeMailAct } from './dossier.tsx'

/** The mail of a dossier. */
export function mailRoutes(desk: Desk): Route[] {
  return [mailsPage(desk), addressAct(desk), mailPage(desk), removeMailAct(desk)]
}
