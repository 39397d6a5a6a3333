import { sayDay } from '#kernel/day.ts'
import type { Letter } from '#duties/letter/letter.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { Audience, IncidentAssessment, IncidentLine, IncidentNotice } from './incident.ts'

/** Who writes, and whom readers can ask: the controller and the officer of the statement. */
export interface IncidentSender {
  readonly name: string
  readonly address?: string | undefined
  readonly contact?: string | undefined
}

const words = {
  authorityTitle: {
    nl: 'Melding van een inbreuk in verband met persoonsgegevens',
    en: 'Notification of a personal data breach',
  },
  personsTitle: {
    nl: 'Er ging iets mis met uw gegevens',
    en: 'Something went wrong with your data',
  },
  authorityDraft: {
    nl: `Op {day} ontdekten wij een inbreuk in verband met persoonsgegevens.

Wat er gebeurde: {what}

Wie het raakt: ongeveer {affected} mensen ({who}).
Om welke gegevens het gaat: {data}.

Waarschijnlijke gevolgen: {consequences}

Wat wij deden en nog doen: {measures}

Contact: {contact}.`,
    en: `On {day} we discovered a personal data breach.

What happened: {what}

Whom it affects: about {affected} people ({who}).
Which data it concerns: {data}.

Likely consequences: {consequences}

What we did and still do: {measures}

Contact: {contact}.`,
  },
  personsDraft: {
    nl: `Op {day} ontdekten wij dat er iets is misgegaan met uw gegevens. Dat spijt ons.

Wat er gebeurde: {what}

Om welke gegevens het gaat: {data}.

Wat dit voor u kan betekenen: {consequences}

Wat wij deden en nog doen: {measures}

Hebt u vragen? {contact}.`,
    en: `On {day} we discovered that something went wrong with your data. We are sorry.

What happened: {what}

Which data it concerns: {data}.

What this can mean for you: {consequences}

What we did and still do: {measures}

Do you have questions? {contact}.`,
  },
  late: { nl: 'Waarom deze melding later komt dan 72 uur', en: 'Why this comes after 72 hours' },
  reference: {
    nl: 'Nummer van de melding: {reference}',
    en: 'Number of the notification: {reference}',
  },
  closing: { nl: 'Met vriendelijke groet,', en: 'Yours sincerely,' },
} satisfies Record<string, Text>

/** The postal address of the Dutch authority. */
const AUTHORITY = ['Autoriteit Persoonsgegevens', 'Postbus 93374', '2509 AJ Den Haag']

/**
 * A first version of a letter, with all that articles 33(3) and 34(2) of the GDPR ask, from what is
 * known. Whoever sends it goes over it first.
 *
 * @param data The kinds of data, in words.
 */
export function draftNotice(
  facts: {
    readonly incident: IncidentLine
    readonly assessment: IncidentAssessment | undefined
    readonly data: string
    readonly sender: IncidentSender
  },
  audience: Audience,
  language: Language,
): string {
  const { incident, assessment, data, sender } = facts
  const draft = audience === 'authority' ? words.authorityDraft : words.personsDraft
  const places: Readonly<Record<string, string>> = {
    day: sayDay(incident.discoveredAt, language),
    what: incident.what,
    affected: String(assessment?.affected ?? '…'),
    who: assessment?.who ?? '…',
    data: data || '…',
    consequences: assessment?.consequences ?? '…',
    measures: assessment?.measures ?? '…',
    contact: sender.contact ?? sender.name,
  }
  return draft[language].replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place)
}

/** A letter as it went out, on paper. */
export function noticeLetter(
  notice: IncidentNotice,
  incident: IncidentLine,
  sender: IncidentSender,
  writtenOn: string,
): Letter {
  const { audience, language, lateReason, reference } = notice
  const toAuthority = audience === 'authority'
  return {
    language,
    title: (toAuthority ? words.authorityTitle : words.personsTitle)[language],
    sender: {
      name: sender.name,
      lines: [sender.address, sender.contact].filter((line) => line !== undefined),
    },
    ...(toAuthority && { addressee: AUTHORITY }),
    writtenOn,
    reference: incident.number,
    blocks: [
      ...notice.words.split(/\n{2,}/).map((text) => ({ kind: 'paragraph' as const, text })),
      ...(lateReason
        ? [
            { kind: 'heading' as const, text: words.late[language], level: 2 as const },
            { kind: 'paragraph' as const, text: lateReason },
          ]
        : []),
      ...(reference
        ? [
            {
              kind: 'paragraph' as const,
              text: words.reference[language].replace('{reference}', reference),
            },
          ]
        : []),
    ],
    closing: { words: words.closing[language], name: sender.name },
  }
}
