import type { Text } from '#kernel/language.ts'

/** The sorts of forms, in the order in which a service comes by them. */
export const FORM_SORTS = {
  intake: { nl: 'intakeformulier', en: 'intake form' },
  quotation: { nl: 'offerte', en: 'quotation' },
  agreement: { nl: 'overeenkomst', en: 'agreement' },
  plan: { nl: 'plan van aanpak', en: 'plan of action' },
  progress: { nl: 'voortgangsrapportage', en: 'progress report' },
  end: { nl: 'eindrapportage', en: 'final report' },
} as const satisfies Record<string, Text>

export type FormSort = keyof typeof FORM_SORTS
export type FormCategory = 'agreement' | 'goals' | 'advice'

/** As which kind of data a form of a sort is kept. */
export const FORM_CATEGORIES: Readonly<Record<FormSort, FormCategory>> = {
  intake: 'agreement',
  quotation: 'agreement',
  agreement: 'agreement',
  plan: 'goals',
  progress: 'advice',
  end: 'advice',
}
