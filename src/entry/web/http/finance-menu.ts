import type { Group } from './menu-entry.ts'

/** What invoices add to the menu. */
export const FINANCE_GROUP: Group = {
  label: { nl: 'Financiën', en: 'Finance' },
  entries: [
    { label: { nl: 'Overzicht', en: 'Overview' }, href: '/financien', for: ['invoicing'] },
    {
      label: { nl: 'Te factureren', en: 'To be invoiced' },
      href: '/financien/regels',
      for: ['invoicing'],
    },
    {
      label: { nl: 'Facturen', en: 'Invoices' },
      href: '/financien/facturen',
      for: ['invoicing'],
    },
    {
      label: { nl: 'Bank', en: 'Bank' },
      href: '/financien/bank',
      for: ['invoicing'],
      needs: 'collecting',
    },
    { label: { nl: 'Betalers', en: 'Payers' }, href: '/financien/betalers', for: ['invoicing'] },
    { label: { nl: 'Tarieven', en: 'Tariffs' }, href: '/financien/tarieven', for: ['invoicing'] },
    {
      label: { nl: 'Boekhouding', en: 'Books' },
      href: '/financien/boekhouding',
      for: ['invoicing'],
    },
    { label: { nl: 'Gegevens', en: 'Details' }, href: '/financien/gegevens', for: ['invoicing'] },
  ],
}
