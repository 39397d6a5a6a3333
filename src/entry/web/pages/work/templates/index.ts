import type { Route } from '#entry/web/http/page.tsx'
import { actionTemplatesPage, removeTemplateActionAct } from './actions.tsx'
import { formTemplatePage, formTemplatesPage } from './forms.tsx'

/** What the organisation writes time and again. */
export const templateRoutes: readonly Route[] = [
  formTemplatesPage,
  actionTemplatesPage,
  removeTemplateActionAct,
  formTemplatePage,
]
