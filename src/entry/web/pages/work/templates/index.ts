import type { Route } from '#entry/web/http/page.tsx'
import { actionTemplatesPage, removeTemplateActionAct } from './actions.tsx'

/** What the organisation writes time and again. */
export const templateRoutes: readonly Route[] = [actionTemplatesPage, removeTemplateActionAct]
