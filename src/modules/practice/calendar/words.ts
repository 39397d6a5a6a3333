import type { PackageWords } from '#duties/package/words.ts'
import type { LedgerWords } from '#ledger/words.ts'

/** In which way client and professional meet. */
export const APPOINTMENT_WAYS = {
  office: { nl: 'op kantoor', en: 'at the office' },
  phone: { nl: 'telefonisch', en: 'by telephone' },
  video: { nl: 'met beeld', en: 'by video' },
  visit: { nl: 'bij de cliënt', en: 'at the client’s' },
} as const

export type AppointmentWay = keyof typeof APPOINTMENT_WAYS

/** Why a member has no time for clients. */
export const BLOCK_REASONS = {
  meeting: { nl: 'overleg', en: 'meeting' },
  administration: { nl: 'administratie', en: 'administration' },
  travel: { nl: 'reistijd', en: 'travel' },
  training: { nl: 'scholing', en: 'training' },
  private: { nl: 'privé', en: 'private' },
  other: { nl: 'anders', en: 'other' },
} as const

export type BlockReason = keyof typeof BLOCK_REASONS

/** The words in which the ledger tells what happens in calendars. */
export const CALENDAR_LEDGER_WORDS: Omit<LedgerWords, 'actors' | 'silent'> = {
  subjects: {
    appointments: { nl: 'een afspraak', en: 'an appointment' },
    appointment_details: { nl: 'wat er bij een afspraak staat', en: 'details of an appointment' },
    appointment_cancellations: { nl: 'een afzegging', en: 'a cancellation' },
    appointment_confirmations: {
      nl: 'een bevestigde afspraak',
      en: 'a confirmed appointment',
    },
    appointment_proposals: { nl: 'een voorstel voor een tijd', en: 'a proposal for a time' },
    appointment_proposal_answers: {
      nl: 'een antwoord op een voorstel',
      en: 'an answer to a proposal',
    },
    appointment_reminders: { nl: 'een herinnering', en: 'a reminder' },
    appointment_replies: { nl: 'een antwoord uit een agenda', en: 'an answer from a calendar' },
    time_blocks: { nl: 'een geblokkeerde tijd', en: 'a blocked time' },
    working_hours: { nl: 'werktijden', en: 'working hours' },
    calendar_feeds: { nl: 'een agendalink', en: 'a calendar link' },
  },
  acts: {
    'inserted appointments': { nl: 'plande een afspraak', en: 'planned an appointment' },
    'updated appointments': { nl: 'verzette een afspraak', en: 'moved an appointment' },
    'inserted appointment_cancellations': {
      nl: 'zegde een afspraak af',
      en: 'cancelled an appointment',
    },
    'inserted appointment_confirmations': {
      nl: 'bevestigde een afspraak',
      en: 'confirmed an appointment',
    },
    'inserted appointment_proposals': {
      nl: 'stelde andere tijden voor',
      en: 'proposed other times',
    },
    'inserted appointment_proposal_answers': {
      nl: 'antwoordde op voorgestelde tijden',
      en: 'answered proposed times',
    },
    'inserted appointment_replies': {
      nl: 'nam het antwoord op een afspraak over uit de agenda van de cliënt',
      en: 'took over the answer to an appointment from the client’s calendar',
      toReader: {
        nl: 'nam het antwoord op een afspraak over uit uw agenda',
        en: 'took over the answer to an appointment from your calendar',
      },
    },
    'inserted calendar_feeds': { nl: 'maakte een agendalink', en: 'made a calendar link' },
    'deleted calendar_feeds': { nl: 'trok een agendalink in', en: 'withdrew a calendar link' },
  },
  lists: {
    report: { nl: 'een rapport in cijfers', en: 'a report in figures' },
    agenda: { nl: 'de agenda', en: 'the calendar' },
    'agenda-clients': { nl: 'cliënten om mee af te spreken', en: 'clients to plan with' },
    'calendar-feed': {
      nl: 'de tijden van de eigen afspraken, voor een agenda elders',
      en: 'the times of one’s own appointments, for a calendar elsewhere',
    },
    'calendar-link': { nl: 'de eigen agendalink', en: 'one’s own calendar link' },
    'working-hours': { nl: 'de eigen werktijden', en: 'one’s own working hours' },
  },
}

/** What the tables and columns of calendars are called in a package. */
export const CALENDAR_PACKAGE_WORDS: PackageWords = {
  tables: {
    appointments: { nl: 'afspraken', en: 'appointments' },
    appointment_details: { nl: 'waar afspraken zijn', en: 'where appointments are' },
    appointment_cancellations: { nl: 'afgezegde afspraken', en: 'cancelled appointments' },
    appointment_confirmations: { nl: 'bevestigde afspraken', en: 'confirmed appointments' },
    appointment_proposals: { nl: 'voorgestelde tijden', en: 'proposed times' },
    appointment_proposal_answers: {
      nl: 'antwoorden op voorgestelde tijden',
      en: 'answers to proposed times',
    },
    appointment_replies: { nl: 'antwoorden uit uw agenda', en: 'answers from your calendar' },
    appointment_reminders: {
      nl: 'herinneringen aan afspraken',
      en: 'reminders of appointments',
    },
  },
  columns: {
    answered_at: { nl: 'Beantwoord op', en: 'Answered at' },
    answered_by: { nl: 'Beantwoord door', en: 'Answered by' },
    cancelled_at: { nl: 'Afgezegd op', en: 'Cancelled at' },
    cancelled_by: { nl: 'Afgezegd door', en: 'Cancelled by' },
    chosen: { nl: 'Gekozen tijd', en: 'Time chosen' },
    confirmed_at: { nl: 'Bevestigd op', en: 'Confirmed at' },
    confirmed_by: { nl: 'Bevestigd door', en: 'Confirmed by' },
    ends_at: { nl: 'Tot', en: 'Until' },
    place: { nl: 'Plaats', en: 'Place' },
    planned_at: { nl: 'Gepland op', en: 'Planned at' },
    planned_by: { nl: 'Gepland door', en: 'Planned by' },
    proposed_at: { nl: 'Voorgesteld op', en: 'Proposed at' },
    proposed_by: { nl: 'Voorgesteld door', en: 'Proposed by' },
    remark: { nl: 'Opmerking', en: 'Remark' },
    replied_at: { nl: 'Geantwoord op', en: 'Answered at' },
    reminded_at: { nl: 'Herinnerd op', en: 'Reminded at' },
    sequence: { nl: 'Hoe vaak gewijzigd', en: 'How often changed' },
    side: { nl: 'Wie', en: 'Who' },
    starts_at: { nl: 'Vanaf', en: 'From' },
    times: { nl: 'Tijden', en: 'Times' },
  },
  values: {
    practice: { nl: 'wij', en: 'we' },
    visit: { nl: 'bij u', en: 'at your place' },
  },
}
