import type { SwitchOff } from './switch-off.ts'

/** Ways to break what is promised about invoices. */
export const FINANCE_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'whoever makes invoices may look in the notes of a dossier',
    check: 'finance-apart',
    also: ['rules-equal-statement'],
    touches: ['finance-apart', 'activities.invoicing', 'relations.finance'],
    off: () => ['grant select (written_at) on notes to org_reintegration__invoicing'],
    on: () => ['revoke select (written_at) on notes from org_reintegration__invoicing'],
  },
  {
    title: 'an issued invoice was changed',
    check: 'invoices-minimal',
    touches: ['invoice-fields'],
    off: () => ['update charges set unit_price = unit_price + 100'],
    on: () => ['update charges set unit_price = unit_price - 100'],
  },
  {
    title: 'a number was left out',
    check: 'invoices-minimal',
    touches: ['invoice-fields'],
    off: () => ['update issuances set serial = serial + 1'],
    on: () => ['update issuances set serial = serial - 1'],
  },
  {
    title: 'invoices stay past the term of the tax',
    check: 'tax-records-kept',
    touches: ['tax-records', 'retention.invoice'],
    off: () => [
      `update issuances set year = year - 9, issued_on = issued_on - interval '9 years',
         issued_at = issued_at - interval '9 years'`,
      'update invoice_series set year = year - 9',
      'update invoice_disputes set ends_on = ends_on - 3650',
    ],
    on: () => [
      `update issuances set year = year + 9, issued_on = issued_on + interval '9 years',
         issued_at = issued_at + interval '9 years'`,
      'update invoice_series set year = year + 9',
      'update invoice_disputes set ends_on = ends_on + 3650',
    ],
  },
  {
    title: 'a dossier behind a disputed invoice is not kept',
    check: 'disputes-held',
    touches: ['dispute-hold'],
    off: () => ['update holds set lifted_at = now(), lifted_by = placed_by'],
    on: () => ['update holds set lifted_at = null, lifted_by = null'],
  },
]
