import type { Tone } from '#entry/web/components/index.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  type AccreditationState,
  type RegistrationLine,
  type RegistrationState,
  sayRegistrant,
} from '#modules/registry/index.ts'

/** Words that pages of the register share. */
export const TRAINING = {
  students: { nl: 'Studenten', en: 'Students' },
  student: { nl: 'Student', en: 'Student' },
  number: { nl: 'Nummer', en: 'Number' },
  programme: { nl: 'Opleiding', en: 'Programme' },
  institution: { nl: 'Werkgever', en: 'Employer' },
  institute: { nl: 'Opleidingsinstituut', en: 'Training institute' },
  startsOn: { nl: 'Begin', en: 'Start' },
  plannedEndOn: { nl: 'Verwacht einde', en: 'Expected end' },
  state: { nl: 'Stand', en: 'State' },
  all: { nl: 'Alle', en: 'All' },
  search: { nl: 'Zoek op achternaam of nummer', en: 'Search by family name or number' },
  verifications: { nl: 'Controles', en: 'Verifications' },
  verification: { nl: 'Controle', en: 'Verification' },
  confirm: { nl: 'Akkoord', en: 'Confirm' },
  change: { nl: 'Wijzigen', en: 'Change' },
  save: { nl: 'Opslaan', en: 'Save' },
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'Email address' },
  language: { nl: 'Taal van de e-mail', en: 'Language of the email' },
  none: { nl: 'Geen studenten', en: 'No students' },
  next: { nl: 'Volgende pagina', en: 'Next page' },
  accreditations: { nl: 'Erkenningen', en: 'Accreditations' },
  colleagues: { nl: 'Collega’s', en: 'Colleagues' },
  programmes: { nl: 'Opleidingen', en: 'Programmes' },
  institutions: { nl: 'Instellingen', en: 'Institutions' },
  sort: { nl: 'Soort', en: 'Sort' },
  city: { nl: 'Plaats', en: 'Town' },
  ownInstitution: { nl: 'Uw instelling', en: 'Your institution' },
  registrations: { nl: 'Inschrijvingen', en: 'Registrations' },
} satisfies Record<string, Text>

interface Look {
  readonly label: Text
  readonly tone: Tone
}

export const STATE_LOOKS: Readonly<Record<RegistrationState, Look>> = {
  invited: { label: { nl: 'uitgenodigd', en: 'invited' }, tone: 'neutral' },
  submitted: { label: { nl: 'wacht op controle', en: 'being verified' }, tone: 'info' },
  rejected: { label: { nl: 'teruggestuurd', en: 'sent back' }, tone: 'warning' },
  enrolled: { label: { nl: 'in opleiding', en: 'in training' }, tone: 'success' },
  interrupted: { label: { nl: 'onderbroken', en: 'interrupted' }, tone: 'warning' },
  graduated: { label: { nl: 'gediplomeerd', en: 'graduated' }, tone: 'success' },
  ended: { label: { nl: 'gestopt', en: 'ended' }, tone: 'neutral' },
}

export const ACCREDITATION_LOOKS: Readonly<Record<AccreditationState, Look>> = {
  applied: { label: { nl: 'aangevraagd', en: 'applied for' }, tone: 'info' },
  visited: { label: { nl: 'bezocht', en: 'visited' }, tone: 'info' },
  granted: { label: { nl: 'erkend', en: 'accredited' }, tone: 'success' },
  ending: { label: { nl: 'loopt af', en: 'ends soon' }, tone: 'warning' },
  ended: { label: { nl: 'verlopen', en: 'ended' }, tone: 'neutral' },
  refused: { label: { nl: 'geweigerd', en: 'refused' }, tone: 'error' },
}

export const ABOUTS = {
  enrolment: { nl: 'inschrijving', en: 'enrolment' },
  diploma: { nl: 'diploma-aanvraag', en: 'diploma application' },
} satisfies Record<string, Text>

export const VERIFIERS = {
  institution: { nl: 'de werkgever', en: 'the employer' },
  institute: { nl: 'het opleidingsinstituut', en: 'the training institute' },
} satisfies Record<string, Text>

export const OUTCOMES = {
  open: { nl: 'wacht op controle', en: 'being verified' },
  verified: { nl: 'akkoord van beide', en: 'confirmed by both' },
  rejected: { nl: 'teruggestuurd', en: 'sent back' },
  lapsed: { nl: 'vervallen', en: 'lapsed' },
} satisfies Record<string, Text>

/** The name of a student as the list knows it. */
export function nameOf(line: RegistrationLine): string {
  const { givenNames, prefix, familyName, announcedName } = line
  return familyName === null
    ? (announcedName ?? '–')
    : sayRegistrant({ givenNames: givenNames ?? '', prefix: prefix ?? '', familyName })
}

/** The name of a programme in the language of who reads. */
export function programmeOf(
  { programmeNl, programmeEn }: { programmeNl: string; programmeEn: string },
  language: Language,
): string {
  return language === 'nl' ? programmeNl : programmeEn
}
