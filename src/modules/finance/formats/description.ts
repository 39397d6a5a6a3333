import type { Text } from '#kernel/language.ts'

/**
 * All that an invoice can say of what was done. None of them tells why: whoever books the invoice
 * learns that somebody was guided, not with what.
 */
export const DESCRIPTIONS = {
  consult: { nl: 'Gesprek', en: 'Consult' },
  'first-consult': { nl: 'Kennismakingsgesprek', en: 'First consult' },
  'group-meeting': { nl: 'Groepsbijeenkomst', en: 'Group meeting' },
  preparation: { nl: 'Voorbereiding en uitwerking', en: 'Preparation and follow-up' },
  deliberation: { nl: 'Overleg', en: 'Deliberation' },
  reporting: { nl: 'Rapportage', en: 'Reporting' },
  travel: { nl: 'Reistijd', en: 'Travelling time' },
  trajectory: { nl: 'Traject', en: 'Trajectory' },
  'trajectory-part': { nl: 'Deel van een traject', en: 'Part of a trajectory' },
  'missed-consult': { nl: 'Te laat afgezegd gesprek', en: 'Consult cancelled too late' },
} as const satisfies Readonly<Record<string, Text>>

export type Description = keyof typeof DESCRIPTIONS
