import type { Route } from '#entry/web/http/page.tsx'
import { accountRoutes } from './account/index.ts'
import { administrationRoutes } from './administration/index.ts'
import { answeringRoutes } from './answering/index.ts'
import { calendarFeed } from './calendar/feed.ts'
import { demandRoutes } from './demands/index.ts'
import { demoRoutes } from './demo/index.ts'
import { endingRoutes } from './ending/index.ts'
import { financeRoutes } from './finance/index.ts'
import { mineRoutes } from './mine/index.ts'
import { packageRoutes } from './package/index.ts'
import { principalRoutes } from './principal/index.ts'
import { privacyRoutes } from './privacy/index.ts'
import { publicRoutes } from './public/index.ts'
import { retentionRoutes } from './retention/index.ts'
import { auditRoutes } from './registry/audits/index.ts'
import { exportsRoutes } from './registry/exports/index.ts'
import { registerImportRoutes } from './registry/import/index.ts'
import { diplomaRoutes } from './registry/diplomas/index.ts'
import { registryRoutes } from './registry/index.ts'
import { surveyRoutes } from './registry/surveys/index.ts'
import { siteRoutes } from './site/index.ts'
import { studioRoutes } from './studio/index.ts'
import { rightsRoutes } from './rights/index.ts'
import { workRoutes } from './work/index.ts'

/**
 * Every page there is. A page says for which activity it reads; the statement decides whether that
 * exists.
 */
export const ROUTES: readonly Route[] = [
  ...publicRoutes,
  ...siteRoutes,
  ...diplomaRoutes,
  ...surveyRoutes,
  ...exportsRoutes,
  ...auditRoutes,
  ...registerImportRoutes,
  ...registryRoutes,
  calendarFeed,
  ...accountRoutes,
  ...administrationRoutes,
  ...endingRoutes,
  ...mineRoutes,
  ...rightsRoutes,
  ...packageRoutes,
  ...workRoutes,
  ...principalRoutes,
  ...financeRoutes,
  ...privacyRoutes,
  ...answeringRoutes,
  ...retentionRoutes,
  ...demandRoutes,
  ...studioRoutes,
  ...demoRoutes,
]
