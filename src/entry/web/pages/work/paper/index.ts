import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { carryPaperAct, paperGoneAct, paperPage, printWentAct } from './dossier.tsx'
import { printedPage, printPage } from './print.tsx'

/** The paper of a dossier. Fixed addresses stand before those with a word in their place. */
export function paperRoutes(desk: Desk): Route[] {
  return [
    paperPage(desk),
    carryPaperAct(desk),
    printWentAct(desk),
    paperGoneAct(desk),
    printPage(desk),
    printedPage(desk),
  ]
}
