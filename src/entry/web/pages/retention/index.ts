import type { Route } from '#entry/web/http/page.tsx'
import { calendarPage } from './calendar.tsx'
import { certificateFile, certificatesPage } from './certificates.tsx'
import { erasuresPage, leftoversPage } from './erasures.tsx'
import { holdFormPage, holdLiftPage, holdsPage } from './holds.tsx'

/** The pages of whoever keeps the terms. */
export const retentionRoutes: readonly Route[] = [
  calendarPage,
  holdsPage,
  holdFormPage,
  holdLiftPage,
  erasuresPage,
  leftoversPage,
  certificatesPage,
  certificateFile,
]
