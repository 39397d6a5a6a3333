import { raw } from '#entry/web/jsx/html.ts'
import type { Html } from '#entry/web/jsx/html.ts'
import type { Language, Text } from '#kernel/language.ts'
import { Badge } from './badge.tsx'
import type { IconName } from './icon.tsx'
import type { Tone } from './tone.ts'
import { useView } from './view.ts'

interface StatusLook {
  readonly label: Text
  readonly tone: Tone
  readonly icon: IconName
}

function look(nl: string, en: string, tone: Tone, icon: IconName): StatusLook {
  return { label: { nl, en }, tone, icon }
}

/** Every state that pages show, with its words, its tone and its drawing. */
export const STATUSES = {
  // Promises of the statement.
  kept: look('Nagekomen', 'Kept', 'success', 'circleCheck'),
  broken: look('Niet nagekomen', 'Broken', 'error', 'circleCross'),
  organisational: look('Organisatorisch', 'Organisational', 'info', 'people'),
  'no-mechanism': look('Nog niet geregeld', 'No mechanism yet', 'warning', 'clock'),
  stale: look('Niet op tijd nagegaan', 'Not checked in time', 'warning', 'alert'),
  // Summaries and documents.
  draft: look('Concept', 'Draft', 'neutral', 'pencil'),
  sent: look('Verstuurd', 'Sent', 'info', 'send'),
  approved: look('Goedgekeurd', 'Approved', 'success', 'check'),
  disputed: look('Niet akkoord', 'Disputed', 'warning', 'speech'),
  replaced: look('Vervangen', 'Replaced', 'neutral', 'clock'),
  answered: look('Beantwoord', 'Answered', 'success', 'check'),
  late: look('Over tijd', 'Late', 'warning', 'alert'),
  disclosed: look('Verstrekt', 'Disclosed', 'info', 'eye'),
  // Dossiers and engagements.
  intake: look('Intake', 'Intake', 'info', 'clock'),
  waiting: look('In afwachting', 'Waiting', 'neutral', 'clock'),
  active: look('Lopend', 'Active', 'success', 'circleCheck'),
  closed: look('Afgesloten', 'Closed', 'neutral', 'lock'),
  restricted: look('Beperkt', 'Restricted', 'warning', 'stop'),
  // Consents and invitations.
  asked: look('Gevraagd', 'Asked', 'info', 'send'),
  granted: look('Toestemming gegeven', 'Consent given', 'success', 'check'),
  refused: look('Geweigerd', 'Refused', 'error', 'cross'),
  withdrawn: look('Ingetrokken', 'Withdrawn', 'warning', 'cross'),
  expired: look('Verlopen', 'Expired', 'neutral', 'clock'),
  // Drafts of a statement, and their changes.
  proposed: look('Wacht op goedkeuring', 'Awaiting approval', 'info', 'clock'),
  returned: look('Teruggestuurd', 'Sent back', 'warning', 'pencil'),
  discarded: look('Verwijderd', 'Dropped', 'neutral', 'trash'),
  retracted: look('Teruggenomen', 'Taken back', 'warning', 'cross'),
  announced: look('Aangekondigd', 'Announced', 'info', 'send'),
  narrowing: look('Minder toegestaan', 'Narrowing', 'success', 'down'),
  widening: look('Meer toegestaan', 'Widening', 'warning', 'up'),
  neutral: look('Gelijk gebleven', 'Neutral', 'neutral', 'circle'),
} as const satisfies Readonly<Record<string, StatusLook>>

export type Status = keyof typeof STATUSES

/** The state of something, as a drawing with words: never by colour alone. */
export function StatusBadge({ status }: { status: Status }): Html {
  const { language } = useView()
  const key = `${status} ${language}`
  const drawn = DRAWN.get(key) ?? draw(status, language)
  DRAWN.set(key, drawn)
  return drawn
}

/**
 * As there are few of them and a list shows one on every row, each is drawn once in each language.
 */
const DRAWN = new Map<string, Html>()

function draw(status: Status, language: Language): Html {
  const { label, tone, icon } = STATUSES[status]
  return raw(String(<Badge label={label[language]} tone={tone} icon={icon} />))
}
