/** Portfolios, the audits for which they are opened, and signals to institutions. */
export {
  AUDIT_PLANNING,
  type AuditLine,
  auditChoices,
  type AuditedStudent,
  auditReads,
  AUDITS,
  AUDITS_PAGE,
  listAudits,
  endAudit,
  findingOf,
  judge,
  type Judgement,
  JUDGEMENT_LIMIT,
  namePartner,
  planAudit,
  SAMPLE_LIMIT,
  type StudentAudit,
  studentAudits,
} from './audit.ts'
export { AUDIT_CHECKS } from './checks.ts'
export { AUDITS_VOCABULARY } from './vocabulary.ts'
export { AUDITS_ERRORS, AUDITS_LEDGER_WORDS, AUDITS_PACKAGE_WORDS } from './words.ts'
export {
  addAttestation,
  addPortfolioFile,
  askPortfolio,
  ATTESTATION_LIMIT,
  looksAt,
  listOpenPortfolios,
  ownPortfolios,
  PORTFOLIOS_PAGE,
  PORTFOLIO,
  type PortfolioItem,
  type PortfolioLook,
  portfolioReads,
  PORTFOLIO_TITLE_LIMIT,
  readPortfolio,
  readPortfolioFile,
  removePortfolioItem,
  type Requirement,
  requirementsOf,
} from '#modules/registry/portfolio/portfolio.ts'
export {
  answerSignal,
  readSignals,
  sendSignal,
  type Signal,
  SIGNAL_LIMIT,
  SIGNALLING,
  type SignalLine,
  signalReceivers,
  signalsOf,
  listSignals,
  SIGNALS_PAGE,
} from '#modules/registry/signals/signal.ts'
export type { RegistryPost } from '#modules/registry/news.ts'
