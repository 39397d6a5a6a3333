/** Programmes of the fictional register, with how many months each takes. */
export const PROGRAMMES: readonly {
  readonly code: string
  readonly nl: string
  readonly en: string
  readonly months: number
}[] = [
  { code: 'IC', nl: 'Intensivecareverpleegkundige', en: 'Intensive care nurse', months: 18 },
  { code: 'SEH', nl: 'Spoedeisendehulpverpleegkundige', en: 'Emergency nurse', months: 18 },
  { code: 'CC', nl: 'Cardiaccareverpleegkundige', en: 'Cardiac care nurse', months: 12 },
  { code: 'DIA', nl: 'Dialyseverpleegkundige', en: 'Dialysis nurse', months: 15 },
  { code: 'KIND', nl: 'Kinderverpleegkundige', en: 'Paediatric nurse', months: 16 },
  { code: 'NEO', nl: 'Neonatologieverpleegkundige', en: 'Neonatal nurse', months: 18 },
  { code: 'ONCO', nl: 'Oncologieverpleegkundige', en: 'Oncology nurse', months: 14 },
  { code: 'OBST', nl: 'Obstetrieverpleegkundige', en: 'Obstetric nurse', months: 15 },
  { code: 'OPER', nl: 'Operatieassistent', en: 'Operating assistant', months: 36 },
  { code: 'ANES', nl: 'Anesthesiemedewerker', en: 'Anaesthesia assistant', months: 36 },
]

/** What every programme demands. */
export const REQUIREMENTS: readonly { readonly nl: string; readonly en: string }[] = [
  {
    nl: 'De student werkt ten minste 24 uur per week op een erkende afdeling.',
    en: 'The student works at least 24 hours a week on an accredited ward.',
  },
  {
    nl: 'Elke student heeft een vaste werkbegeleider met hetzelfde diploma.',
    en: 'Each student has a regular supervisor with the same diploma.',
  },
  {
    nl: 'Alle onderdelen van het portfolio zijn door de werkbegeleider bevestigd.',
    en: 'All parts of the portfolio were confirmed by the supervisor.',
  },
]
