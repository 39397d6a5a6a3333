import { RECIPIENT_ERRORS } from '#duties/recipients/errors.ts'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { demandPage } from './demand.tsx'
import { demandsPage } from './demands.tsx'
import { demandRecordPage } from './record.tsx'

registerExplanations(RECIPIENT_ERRORS)

/** What authorities demand: recorded by one, decided on by another. */
export const demandRoutes: readonly Route[] = [demandsPage, demandRecordPage, demandPage]
