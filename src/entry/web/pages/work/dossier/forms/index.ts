import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { completeFormAct, nextFormAct, removeFormAct, shareFormAct } from './acts.ts'
import { changeFormPage } from './change-form.tsx'
import { formViewPage } from './form.tsx'
import { formsPage } from './list.tsx'
import { newFormPage } from './new-form.tsx'

/** The forms of a dossier; fixed addresses stand before those with an id. */
export function formRoutes(desk: Desk): Route[] {
  return [
    formsPage(desk),
    newFormPage(desk),
    formViewPage(desk),
    changeFormPage(desk),
    shareFormAct(desk),
    completeFormAct(desk),
    nextFormAct(desk),
    removeFormAct(desk),
  ]
}
