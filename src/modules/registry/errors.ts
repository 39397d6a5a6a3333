import type { Text } from '#kernel/language.ts'

/** What the register refuses, in words for whoever tried. Doors register them as explanations. */
export const REGISTRY_ERRORS = {
  OWN_ENTRY: {
    nl: 'Alleen de persoon zelf verandert naam en adres. Laat het de student doen, of behandel een schriftelijk verzoek.',
    en: 'Name and address are changed by the person alone. Let the student do it, or handle a written request.',
  },
  REGISTRANT_MISSING: {
    nl: 'Uw eigen gegevens ontbreken nog. Vul eerst naam, geboortedatum en adres in.',
    en: 'Your own details are missing. Enter name, date of birth and address first.',
  },
  NOT_ACCREDITED: {
    nl: 'Deze instelling mag nu niet voor deze opleiding opleiden. Kies een andere, of vraag de erkenning na.',
    en: 'This institution may not train for this programme now. Choose another one, or ask about its accreditation.',
  },
  PROGRAMME_KNOWN: {
    nl: 'Er is al een opleiding met deze code. Kies een andere code.',
    en: 'There is a programme with this code already. Choose another code.',
  },
  PROGRAMME_NOT_GIVEN: {
    nl: 'Deze opleiding wordt op die dag niet gegeven. Kies een andere dag of opleiding.',
    en: 'This programme is not given on that day. Choose another day or programme.',
  },
  REGISTRATION_STEP_IMPOSSIBLE: {
    nl: 'Dat kan nu niet: de inschrijving is al verder, of juist nog niet zover. Bekijk haar opnieuw.',
    en: 'That cannot be done now: the registration has gone on, or has not come so far. Look at it again.',
  },
  SUBMISSION_OPEN: {
    nl: 'Er ligt al iets bij de instellingen ter controle. Wacht hun antwoord af.',
    en: 'Something is with the institutions for verification already. Wait for their answer.',
  },
  SUBMISSION_SETTLED: {
    nl: 'Dit is al afgehandeld. Bekijk de lijst opnieuw.',
    en: 'This was settled already. Look at the list again.',
  },
  SAME_VERIFIER: {
    nl: 'U hebt dit al gecontroleerd voor de andere instelling. Laat een collega de tweede controle doen.',
    en: 'You verified this for the other institution. Have a colleague do the second verification.',
  },
  REASON_MISSING: {
    nl: 'Schrijf voor de student op wat er niet klopt.',
    en: 'Write for the student what is not right.',
  },
  NOT_IN_TRAINING: {
    nl: 'Deze student is nu niet in opleiding. Dit kan alleen tijdens de opleiding.',
    en: 'This student is not in training now. This can be done during training only.',
  },
  DAY_OUTSIDE_TRAINING: {
    nl: 'Die dag valt niet in de opleiding, of is nog niet geweest. Kies een andere dag.',
    en: 'That day is not within the training, or has not come yet. Choose another day.',
  },
  INTERRUPTION_OVERLAPS: {
    nl: 'Op die dagen stond de opleiding al stil. Kies andere dagen.',
    en: 'Training stood still on those days already. Choose other days.',
  },
  LAST_ADMINISTRATOR: {
    nl: 'U bent de enige beheerder van uw instelling. Maak eerst een collega beheerder.',
    en: 'You are the only administrator of your institution. Make a colleague administrator first.',
  },
  TOO_MANY: {
    nl: 'Dit zijn er te veel in één keer. Kies er minder, en doe de rest daarna.',
    en: 'These are too many at once. Choose fewer, and do the rest after that.',
  },
} satisfies Record<string, Text>
