/** Invoices: tariffs, charges, drafts, issuing, collecting, and what is kept for the tax. */
export {
  BANK_ENTRIES_MOST,
  bookEntry,
  findOpenEntry,
  keepIncome,
  listOpenEntries,
  listOpenInvoices,
  type Match,
  type OpenEntry,
  proposeMatches,
  readIncome,
  readNumbered,
  setEntryAside,
} from './bank.ts'
export {
  type Billing,
  CHARGES_MOST,
  type DeclaredCharge,
  declareHours,
  declarePiece,
  dropCharge,
  findBilling,
  findCharge,
  listChargeable,
  listDeclared,
  listWaiting,
  priceCharge,
  saveBilling,
  takeOff,
  undeclare,
  type WaitingCharge,
} from './charge.ts'
export { FINANCE_CHECKS } from './checks.ts'
export {
  DISPUTE_REASONS,
  disputeOwn,
  endDispute,
  findClaim,
  handToCollector,
  type InvoiceEvent,
  listCollectors,
  listEvents,
  listRemindable,
  openDispute,
  PAYMENT_WAYS,
  recordPayment,
  recordReminder,
  recordSending,
  reversePayment,
} from './collecting.ts'
export {
  findInvoice,
  type InvoiceDocument,
  listOwnInvoices,
  type OwnInvoice,
  toInvoice,
} from './document.ts'
export { FINANCE_ERRORS } from './errors.ts'
export { type Description, DESCRIPTIONS } from './formats/description.ts'
export { FORMAT_ERRORS } from './formats/errors.ts'
export { writeClaimsCsv } from './formats/claims-csv.ts'
export { INVOICE_KINDS } from './formats/invoice.ts'
export { printInvoice } from './formats/invoice-pdf.ts'
export { writeUbl } from './formats/ubl.ts'
export {
  draftCreditNote,
  draftInvoices,
  dropDraft,
  type FinanceFigures,
  financeFigures,
  INVOICE_STATES,
  type InvoiceRow,
  INVOICES_PAGE,
  type InvoiceState,
  issueInvoice,
  listInvoices,
} from './invoice.ts'
export { FINANCE_LEDGER_WORDS } from './ledger-words.ts'
export { FINANCE_PACKAGE_WORDS } from './package-words.ts'
export {
  addPayer,
  changePayer,
  findPayer,
  listPayers,
  listPrincipals,
  listUnpaying,
  type Payer,
} from './payer.ts'
export { findSettings, type InvoiceSettings, saveSettings } from './settings.ts'
export { addTariff, endTariff, listTariffs, type Tariff } from './tariff.ts'
export { destroyTaxRecords } from './tax-records.ts'
export { VAT_TITLES, type VatWord } from './vat.ts'
export { FINANCE_VOCABULARY } from './vocabulary.ts'
export { readYear, yearReads } from './year-books.ts'
export { writeAuditfile } from './formats/auditfile.ts'
export { writeBooksCsv } from './formats/books-csv.ts'
export { BANK_FILE_BYTES_LIMIT } from './formats/camt053.ts'
