import type { Route } from '#entry/web/http/page.tsx'
import { ownEvidenceFiles, ownRefusalPage, ownSigningPage, ownSignPage } from './signing.tsx'

/** Documents to sign. */
export const ownSigningRoutes: readonly Route[] = [
  ...ownEvidenceFiles,
  ownSigningPage,
  ownSignPage,
  ownRefusalPage,
]
