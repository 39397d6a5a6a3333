import type { Route } from '#entry/web/http/page.tsx'
import { accessPage } from './access.tsx'
import { backupReportPage } from './backup-report.tsx'
import { backupsPage } from './backups.tsx'
import { checkpointsPage } from './checkpoints.tsx'
import { ledgerPage } from './ledger.tsx'
import { promisePage } from './promise.tsx'
import { promisesPage } from './promises.tsx'
import { provingAct } from './proving.ts'
import { recipientsPage } from './recipients.tsx'
import { statementPage } from './statement.tsx'
import { statementPlanPage } from './statement-plan.tsx'
import { statementTextsPage } from './statement-texts.tsx'
import { statementVersionsPage } from './statement-versions.tsx'

export const privacyRoutes: readonly Route[] = [
  promisesPage,
  provingAct,
  promisePage,
  ledgerPage,
  checkpointsPage,
  accessPage,
  backupsPage,
  backupReportPage,
  recipientsPage,
  statementPage,
  statementPlanPage,
  statementTextsPage,
  statementVersionsPage,
]
