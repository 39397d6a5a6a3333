import { z } from 'zod'
import type { CalendarEvent } from '#jobs/calendar-file.ts'
import type { LetterCalendar } from '#jobs/letter.ts'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'
import type { Text } from '#kernel/language.ts'

const EVENTS_MAX = 26

const anEvent = z.object({
  id: z.uuid(),
  sequence: z.number().int().min(0),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
})

/** A time in a mail: instants as ISO texts. */
export type AppointmentEvent = z.infer<typeof anEvent>

const NEWS = {
  planned: {
    subject: {
      nl: 'Er is een afspraak voor u gepland bij {organisation}',
      en: 'An appointment was planned for you at {organisation}',
    },
    says: {
      nl: 'Er is een afspraak voor u gepland. Op uw eigen pagina ziet u waar en met wie. Daar bevestigt u de afspraak, of vraagt u om een andere tijd.',
      en: 'An appointment was planned for you. Your own page says where and with whom. There you confirm the appointment, or ask for another time.',
    },
  },
  moved: {
    subject: {
      nl: 'Uw afspraak bij {organisation} is gewijzigd',
      en: 'Your appointment at {organisation} was changed',
    },
    says: {
      nl: 'Uw afspraak heeft een andere tijd gekregen. Op uw eigen pagina ziet u waar en met wie.',
      en: 'Your appointment is at another time now. Your own page says where and with whom.',
    },
  },
  cancelled: {
    subject: {
      nl: 'Uw afspraak bij {organisation} gaat niet door',
      en: 'Your appointment at {organisation} was cancelled',
    },
    says: {
      nl: 'Een afspraak van u gaat niet door. Op uw eigen pagina ziet u welke.',
      en: 'One of your appointments was cancelled. Your own page says which.',
    },
  },
  proposed: {
    subject: {
      nl: '{organisation} stelt andere tijden voor',
      en: '{organisation} proposes other times',
    },
    says: {
      nl: 'Voor een afspraak worden u andere tijden voorgesteld. Kies er een op uw eigen pagina.',
      en: 'Other times are proposed to you for an appointment. Choose one on your own page.',
    },
  },
  kept: {
    subject: {
      nl: 'De tijd van uw afspraak bij {organisation} blijft zoals die was',
      en: 'The time of your appointment at {organisation} stays as it was',
    },
    says: {
      nl: 'De andere tijden konden niet. De afspraak blijft staan zoals die was.',
      en: 'The other times were not possible. The appointment stays as it was.',
    },
  },
} satisfies Record<string, { subject: Text; says: Text }>

/** Tells a client what became of an appointment, with the times as an invitation for calendars. */
export const appointmentNewsMail = mailKind(
  'appointment-news',
  ofOrganisation.extend({
    news: z.enum(['planned', 'moved', 'cancelled', 'proposed', 'kept']),
    events: z.array(anEvent).max(EVENTS_MAX),
    mailbox: z.string().optional(),
  }),
  ({ organisation, path, news, events, mailbox }) => {
    const { subject, says } = NEWS[news]
    return {
      subject: {
        nl: subject.nl.replace('{organisation}', organisation),
        en: subject.en.replace('{organisation}', organisation),
      },
      paragraphs: [says],
      link: { label: { nl: 'Bekijk uw afspraken', en: 'See your appointments' }, path },
      ...(events.length > 0 && {
        calendar: { ...calendarOf(organisation, news, events), ...(mailbox && { mailbox }) },
      }),
    }
  },
)

/** One appointment is an invitation; a file with several can only be a list (RFC 5546, 3.2). */
function calendarOf(
  organizer: string,
  news: string,
  events: readonly AppointmentEvent[],
): LetterCalendar {
  const method = news === 'cancelled' ? 'CANCEL' : 'REQUEST'
  return {
    organizer,
    method: events.length > 1 ? 'PUBLISH' : method,
    events: events.map(toCalendarEvent),
  }
}

function toCalendarEvent({ id, sequence, startsAt, endsAt }: AppointmentEvent): CalendarEvent {
  return { id, sequence, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
}
