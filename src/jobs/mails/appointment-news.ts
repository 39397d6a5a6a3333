import { z } from 'zod'
import type { LetterCalendar } from '#jobs/letter.ts'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'
import type { Text } from '#kernel/language.ts'

const anEvent = z.object({
  id: z.uuid(),
  sequence: z.number().int().min(0),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  weeks: z.number().int().min(2).max(26).optional(),
  recursAt: z.iso.datetime().optional(),
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
  series: {
    subject: {
      nl: 'Er zijn afspraken voor u gepland bij {organisation}',
      en: 'Appointments were planned for you at {organisation}',
    },
    says: {
      nl: 'Er is een reeks afspraken voor u gepland: elke week op dezelfde dag en tijd. Op uw eigen pagina ziet u waar en met wie. Daar bevestigt u een afspraak, of vraagt u om een andere tijd.',
      en: 'A series of appointments was planned for you: each week on the same day, at the same time. Your own page says where and with whom. There you confirm an appointment, or ask for another time.',
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
    news: z.enum(['planned', 'series', 'moved', 'cancelled', 'proposed', 'kept']),
    event: anEvent.optional(),
    mailbox: z.string().optional(),
  }),
  ({ organisation, path, news, event, mailbox }) => {
    const { subject, says } = NEWS[news]
    return {
      subject: {
        nl: subject.nl.replace('{organisation}', organisation),
        en: subject.en.replace('{organisation}', organisation),
      },
      paragraphs: [says],
      link: { label: { nl: 'Bekijk uw afspraken', en: 'See your appointments' }, path },
      ...(event && {
        calendar: { ...calendarOf(organisation, news, event), ...(mailbox && { mailbox }) },
      }),
    }
  },
)

function calendarOf(organizer: string, news: string, event: AppointmentEvent): LetterCalendar {
  const { startsAt, endsAt, recursAt, weeks, ...same } = event
  return {
    organizer,
    method: news === 'cancelled' ? 'CANCEL' : 'REQUEST',
    event: {
      ...same,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      ...(weeks !== undefined && { weeks }),
      ...(recursAt !== undefined && { recursAt: new Date(recursAt) }),
    },
  }
}
