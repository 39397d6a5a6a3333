import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { attestationPage, portfolioFilePage } from '#entry/web/pages/registry/portfolio/adding.tsx'
import {
  askPortfolioAct,
  namePartnerAct,
  portfolioFile,
  portfolioPage,
  portfoliosPage,
} from '#entry/web/pages/registry/portfolio/looking.tsx'
import {
  ownPortfolioFile,
  ownPortfolioPage,
  removeItemAct,
} from '#entry/web/pages/registry/portfolio/own.tsx'
import { ownPortfoliosPage } from '#entry/web/pages/registry/portfolio/registrations.tsx'
import { receivedSignalPage, signalPage } from '#entry/web/pages/registry/signals/signal.tsx'
import {
  ownSignalsPage,
  receivedSignalsPage,
  signalsPage,
} from '#entry/web/pages/registry/signals/signals.tsx'
import { AUDITS_ERRORS } from '#modules/registry/index.ts'
import { auditedFile, auditedPage } from './audited.tsx'
import { auditPage, auditsPage, ownAuditPage, ownAuditsPage } from './audits.tsx'
import { endAuditAct, endAuditPage } from './ending.tsx'
import { planAuditPage } from './plan.tsx'

registerExplanations(AUDITS_ERRORS)

/** Portfolios, the audits for which they are opened, and signals to institutions. */
export const auditRoutes: readonly Route[] = [
  ownPortfoliosPage,
  ownPortfolioPage,
  portfolioFilePage,
  attestationPage,
  removeItemAct,
  ownPortfolioFile,
  ownSignalsPage,
  portfoliosPage,
  namePartnerAct,
  askPortfolioAct,
  portfolioPage,
  portfolioFile,
  receivedSignalsPage,
  receivedSignalPage,
  auditsPage,
  planAuditPage,
  auditPage,
  endAuditPage,
  endAuditAct,
  ownAuditsPage,
  ownAuditPage,
  auditedPage,
  auditedFile,
  signalsPage,
  signalPage,
]
