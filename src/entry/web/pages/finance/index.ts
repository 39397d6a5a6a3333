import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { FINANCE_ERRORS, FORMAT_ERRORS } from '#modules/finance/index.ts'
import {
  draftAct,
  dropChargeAct,
  dropDraftAct,
  endDisputeAct,
  issueAct,
  remindAct,
  remindAllAct,
  reverseAct,
  sendAct,
  takeOffAct,
} from './acts.ts'
import { bankRoutes } from './bank.tsx'
import { chargesPage, pricePage } from './charges.tsx'
import { declarationRoutes } from './declaration.tsx'
import { exportRoutes } from './export.tsx'
import { claimFile, invoicePdf, invoiceUbl } from './invoice-file.ts'
import { invoicePage } from './invoice.tsx'
import { invoicesPage } from './invoices.tsx'
import { financePage } from './overview.tsx'
import { ownInvoicePdf, ownInvoicesPage } from './own.tsx'
import { ownDisputePage } from './own-dispute.tsx'
import { payerAdditionPage } from './payer-addition.tsx'
import { payerPage } from './payer.tsx'
import { payersPage } from './payers.tsx'
import { settingsPage } from './settings.tsx'
import { creditPage } from './credit.tsx'
import { collectorPage, disputePage, paymentPage } from './steps.tsx'
import { tariffEnd, tariffsPage } from './tariffs.tsx'

registerExplanations(FINANCE_ERRORS)
registerExplanations(FORMAT_ERRORS)

/** Invoices: made, collected, read by who pays, and declared by whoever did the work. */
export const financeRoutes: readonly Route[] = [
  financePage,
  chargesPage,
  pricePage,
  draftAct,
  dropChargeAct,
  invoicesPage,
  invoicePage,
  invoicePdf,
  invoiceUbl,
  claimFile,
  issueAct,
  dropDraftAct,
  takeOffAct,
  sendAct,
  remindAct,
  remindAllAct,
  paymentPage,
  reverseAct,
  creditPage,
  disputePage,
  endDisputeAct,
  collectorPage,
  payersPage,
  payerAdditionPage,
  payerPage,
  tariffsPage,
  tariffEnd,
  settingsPage,
  ...bankRoutes,
  ...exportRoutes,
  ...declarationRoutes,
  ownInvoicesPage,
  ownInvoicePdf,
  ownDisputePage,
]
