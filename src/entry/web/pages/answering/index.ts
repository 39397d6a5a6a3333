import type { Route } from '#entry/web/http/page.tsx'
import { complaintRoutes } from './complaints/index.ts'
import { incidentRoutes } from './incidents/index.ts'
import { registerRoutes } from './register/index.ts'
import { reviewRoutes } from './review/index.ts'

/** What an organisation answers for: register, incidents, complaints and the review of access. */
export const answeringRoutes: readonly Route[] = [
  ...registerRoutes,
  ...incidentRoutes,
  ...complaintRoutes,
  ...reviewRoutes,
]
