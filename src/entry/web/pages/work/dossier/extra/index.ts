import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { extraPage } from './extra.tsx'
import { numberPage, numberRemovalAct, numberShown } from './number-form.tsx'
import { newPersonPage, removePersonAct } from './person-form.tsx'
import { representativePage } from './representative-form.tsx'
import { switchOffPage, switchOnPage } from './switching.tsx'

/** The pages about what is kept of a client beyond the usual. */
export function extraRoutes(desk: Desk): Route[] {
  return [
    extraPage(desk),
    switchOnPage(desk),
    switchOffPage(desk),
    newPersonPage(desk),
    removePersonAct(desk),
    numberPage(desk),
    numberShown(desk),
    numberRemovalAct(desk),
    representativePage(desk),
  ]
}
