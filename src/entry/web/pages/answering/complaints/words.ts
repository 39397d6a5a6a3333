import type {
  ComplaintChannel,
  ComplaintLine,
  ComplaintOutcome,
} from '#duties/complaints/complaint.ts'
import type { BadgeLook } from '#entry/web/pages/answering/badge-look.ts'
import type { Text } from '#kernel/language.ts'

export const CHANNELS: Readonly<Record<ComplaintChannel, Text>> = {
  mine: { nl: 'Mijn omgeving', en: 'Own pages' },
  form: { nl: 'Formulier op de site', en: 'Form on the site' },
  letter: { nl: 'Brief', en: 'Letter' },
  phone: { nl: 'Telefoon', en: 'Phone' },
  mail: { nl: 'E-mail', en: 'E-mail' },
  conversation: { nl: 'Gesprek', en: 'Conversation' },
}

export const OUTCOMES: Readonly<Record<ComplaintOutcome, Text>> = {
  founded: { nl: 'Gegrond', en: 'Well-founded' },
  'partly-founded': { nl: 'Deels gegrond', en: 'Partly well-founded' },
  unfounded: { nl: 'Ongegrond', en: 'Unfounded' },
  settled: { nl: 'Samen opgelost', en: 'Settled together' },
  inadmissible: { nl: 'Niet in behandeling genomen', en: 'Not admissible' },
  withdrawn: { nl: 'Ingetrokken', en: 'Withdrawn' },
}

export const WAYS: Readonly<Record<string, Text>> = {
  mine: { nl: 'Via de eigen omgeving', en: 'By the own pages' },
  conversation: { nl: 'In een gesprek', en: 'In a conversation' },
  phone: { nl: 'Per telefoon', en: 'By phone' },
  letter: { nl: 'Per brief', en: 'By letter' },
  mail: { nl: 'Per e-mail', en: 'By e-mail' },
  declined: { nl: 'Wilde niet gehoord worden', en: 'Did not want to be heard' },
}

export const STEPS: readonly Text[] = [
  { nl: 'Ontvangen', en: 'Received' },
  { nl: 'Bevestigd', en: 'Acknowledged' },
  { nl: 'Beide kanten gehoord', en: 'Both sides heard' },
  { nl: 'Uitkomst', en: 'Outcome' },
]

const STEP: Readonly<Record<ComplaintLine['state'], number>> = {
  received: 1,
  acknowledged: 2,
  hearing: 2,
  decided: 4,
}

/** The rank of the step that a complaint is at. */
export function stepOf({ state }: Pick<ComplaintLine, 'state'>): number {
  return STEP[state]
}

const STATES: Readonly<Record<ComplaintLine['state'], BadgeLook>> = {
  received: { label: { nl: 'Ontvangen', en: 'Received' }, tone: 'info', icon: 'mail' },
  acknowledged: { label: { nl: 'Bevestigd', en: 'Acknowledged' }, tone: 'info', icon: 'send' },
  hearing: { label: { nl: 'Wordt onderzocht', en: 'Looked into' }, tone: 'info', icon: 'speech' },
  decided: { label: { nl: 'Afgehandeld', en: 'Decided' }, tone: 'neutral', icon: 'check' },
}

/** How a complaint stands, as a badge: the outcome when there is one. */
export function stateLook({ state, outcome }: Pick<ComplaintLine, 'state' | 'outcome'>): BadgeLook {
  const look = STATES[state]
  return outcome === null ? look : { ...look, label: OUTCOMES[outcome] }
}
