import type { Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { signingActs, signingEvidenceFiles, signingPage, signPage } from './signing.tsx'

/** Documents that wait for signatures, or have them. */
export function signingRoutes(desk: Desk): Route[] {
  return [...signingEvidenceFiles(desk), signingPage(desk), signPage(desk), ...signingActs(desk)]
}
