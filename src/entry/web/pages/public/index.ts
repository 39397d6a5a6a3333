import type { Route } from '#entry/web/http/page.tsx'
import { differencePage } from './difference.tsx'
import { erasurePage } from './erasure.tsx'
import { homePage } from './home.tsx'
import { publicPromisesPage } from './promises.tsx'
import { verificationPage } from '#entry/web/pages/signing/verification.tsx'
import { statementPage, statementVersionPage } from './statement.tsx'
import { suggestionPage, suggestionThanksPage } from './suggestion.tsx'
import { versionsPage } from './versions.tsx'

export const publicRoutes: readonly Route[] = [
  homePage,
  statementPage,
  differencePage,
  versionsPage,
  statementVersionPage,
  suggestionThanksPage,
  suggestionPage,
  publicPromisesPage,
  erasurePage,
  verificationPage,
]
