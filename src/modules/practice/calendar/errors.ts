import type { Text } from '#kernel/language.ts'

/** What a calendar refuses, and what it warns of. */
export const CALENDAR_ERRORS = {
  APPOINTMENT_CANCELLED: {
    nl: 'Deze afspraak is afgezegd. Plan een nieuwe.',
    en: 'This appointment was cancelled. Plan a new one.',
  },
  APPOINTMENT_PAST: {
    nl: 'Deze tijd is al voorbij. Kies een tijd die nog komt.',
    en: 'This time is over already. Choose a time that is still to come.',
  },
  APPOINTMENT_NEAR: {
    nl: 'Afzeggen kan hier tot 24 uur van tevoren. Bel uw coach.',
    en: 'Here you can cancel until 24 hours before. Call your coach.',
  },
  APPOINTMENT_MOVED: {
    nl: 'De afspraak is intussen gewijzigd. Bekijk de nieuwe tijd en antwoord opnieuw.',
    en: 'The appointment was changed meanwhile. Look at the new time and answer again.',
  },
  PROPOSAL_REPLACED: {
    nl: 'Dit voorstel geldt niet meer. Bekijk de afspraak opnieuw.',
    en: 'This proposal no longer stands. Look at the appointment again.',
  },
  COACH_NOT_OF_CLIENT: {
    nl: 'Deze coach werkt dan niet met deze cliënt. Kies de coach van de cliënt.',
    en: 'This coach does not work with this client then. Choose the client’s coach.',
  },
  CONFLICT_COACH: {
    nl: 'Op deze tijd is er al een andere afspraak. Kies een andere tijd, of zet een vinkje en plan toch.',
    en: 'There is another appointment at this time. Choose another time, or tick the box and plan it anyway.',
  },
  CONFLICT_CLIENT: {
    nl: 'De cliënt heeft op deze tijd al een andere afspraak. Kies een andere tijd, of zet een vinkje en plan toch.',
    en: 'The client has another appointment at this time. Choose another time, or tick the box and plan it anyway.',
  },
  CONFLICT_BLOCK: {
    nl: 'Deze tijd is in de agenda geblokkeerd. Kies een andere tijd, of zet een vinkje en plan toch.',
    en: 'This time is blocked in the calendar. Choose another time, or tick the box and plan it anyway.',
  },
  CONFLICT_ABSENCE: {
    nl: 'De coach is dan afwezig. Kies een andere dag, of zet een vinkje en plan toch.',
    en: 'The coach is away then. Choose another day, or tick the box and plan it anyway.',
  },
  CONFLICT_HOURS: {
    nl: 'Dit valt buiten de werktijden. Kies een andere tijd, of zet een vinkje en plan toch.',
    en: 'This is outside working hours. Choose another time, or tick the box and plan it anyway.',
  },
} as const satisfies Record<string, Text>
