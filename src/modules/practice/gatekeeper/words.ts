import type { Text } from '#kernel/language.ts'

/** What the gatekeeper act asks for, in the order of its terms. */
export const GATEKEEPER_STEPS = {
  'problem-analysis': { nl: 'probleemanalyse', en: 'problem analysis' },
  'plan-of-action': { nl: 'plan van aanpak', en: 'plan of action' },
  notification: { nl: 'melding aan UWV', en: 'notification to UWV' },
  'first-year-review': { nl: 'eerstejaarsevaluatie', en: 'first-year review' },
  'benefit-application': { nl: 'aanvraag van de uitkering', en: 'benefit application' },
} as const satisfies Record<string, Text>

export type GatekeeperStep = keyof typeof GATEKEEPER_STEPS

/** How a term stands: done, near (within two weeks), over, or far off. */
export type TermState = 'done' | 'far' | 'soon' | 'late'
