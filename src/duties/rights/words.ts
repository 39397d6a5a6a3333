import type { Text } from '#kernel/language.ts'

/** What can be asked, in the order in which pages offer it. */
export const REQUEST_KINDS = [
  'access',
  'portability',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'withdrawal',
] as const

export type RequestKind = (typeof REQUEST_KINDS)[number]

/** As the table of transitions has them. */
export const REQUEST_STATES = [
  'unconfirmed',
  'received',
  'identifying',
  'weighing',
  'paused',
  'executing',
  'held',
  'fulfilled',
  'refused',
  'withdrawn',
  'lapsed',
] as const

export type RequestState = (typeof REQUEST_STATES)[number]

export const CHANNELS = ['account', 'form', 'letter', 'phone', 'mail'] as const

export type Channel = (typeof CHANNELS)[number]

export const BEHALVES = ['self', 'minor', 'mandate'] as const

export type Behalf = (typeof BEHALVES)[number]

export type Outcome = 'fulfilled' | 'partly' | 'nothing-held'

/** What a person asks for, as a title: "Inzage in uw gegevens". */
export const KIND_WORDS: Readonly<Record<RequestKind, Text>> = {
  access: { nl: 'Inzage', en: 'Access' },
  portability: { nl: 'Gegevens meenemen', en: 'Taking data along' },
  rectification: { nl: 'Verbetering', en: 'Correction' },
  erasure: { nl: 'Verwijdering', en: 'Erasure' },
  restriction: { nl: 'Beperking', en: 'Restriction' },
  objection: { nl: 'Bezwaar', en: 'Objection' },
  withdrawal: { nl: 'Toestemming intrekken', en: 'Withdrawing consent' },
}

/** What it means, for whoever chooses. */
export const KIND_LEADS: Readonly<Record<RequestKind, Text>> = {
  access: {
    nl: 'U krijgt alles te zien wat wij over u hebben, en met wie wij het deelden.',
    en: 'You get to see everything that we hold about you, and with whom we shared it.',
  },
  portability: {
    nl: 'U krijgt uw gegevens als bestand, om zelf te bewaren of aan een ander te geven.',
    en: 'You get your data as a file, to keep or to give to somebody else.',
  },
  rectification: {
    nl: 'Klopt er iets niet of ontbreekt er iets? Wij zetten het recht.',
    en: 'Is something wrong or missing? We put it right.',
  },
  erasure: {
    nl: 'Wij verwijderen uw gegevens, behalve wat wij moeten bewaren.',
    en: 'We erase your data, except what we must keep.',
  },
  restriction: {
    nl: 'Wij bewaren uw gegevens, maar niemand gebruikt of ziet ze nog.',
    en: 'We keep your data, but nobody uses or sees them any more.',
  },
  objection: {
    nl: 'U wilt niet dat wij uw gegevens voor één bepaald doel gebruiken.',
    en: 'You do not want us to use your data for one purpose.',
  },
  withdrawal: {
    nl: 'U gaf ooit toestemming en wilt die nu intrekken.',
    en: 'You gave consent once and now want to withdraw it.',
  },
}

export const STATE_WORDS: Readonly<Record<RequestState, Text>> = {
  unconfirmed: { nl: 'Nog niet bevestigd', en: 'Not confirmed yet' },
  received: { nl: 'Ontvangen', en: 'Received' },
  identifying: { nl: 'Wacht op bewijs van identiteit', en: 'Waits for proof of identity' },
  weighing: { nl: 'In behandeling', en: 'Being handled' },
  paused: { nl: 'Wacht op een antwoord', en: 'Waits for an answer' },
  executing: { nl: 'Toegewezen, wordt uitgevoerd', en: 'Granted, being carried out' },
  held: { nl: 'Toegewezen, moet nog wachten', en: 'Granted, has to wait' },
  fulfilled: { nl: 'Afgehandeld', en: 'Done' },
  refused: { nl: 'Afgewezen', en: 'Refused' },
  withdrawn: { nl: 'Ingetrokken', en: 'Withdrawn' },
  lapsed: { nl: 'Vervallen', en: 'Lapsed' },
}

export const CHANNEL_WORDS: Readonly<Record<Channel, Text>> = {
  account: { nl: 'Mijn', en: 'Own pages' },
  form: { nl: 'Formulier', en: 'Form' },
  letter: { nl: 'Brief', en: 'Letter' },
  phone: { nl: 'Telefoon', en: 'Phone' },
  mail: { nl: 'E-mail', en: 'E-mail' },
}

export const BEHALF_WORDS: Readonly<Record<Behalf, Text>> = {
  self: { nl: 'Voor zichzelf', en: 'For themselves' },
  minor: { nl: 'Voor een kind jonger dan zestien jaar', en: 'For a child under sixteen' },
  mandate: { nl: 'Namens iemand, met een machtiging', en: 'For somebody, with a mandate' },
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, Text>> = {
  fulfilled: { nl: 'Wij hebben gedaan wat u vroeg.', en: 'We did what you asked.' },
  partly: {
    nl: 'Wij hebben een deel gedaan van wat u vroeg.',
    en: 'We did a part of what you asked.',
  },
  'nothing-held': {
    nl: 'Wij hebben geen gegevens van u gevonden.',
    en: 'We found no data about you.',
  },
}

/** Each step, as it stands in the history of a request. */
export const ACTION_WORDS: Readonly<Record<string, Text>> = {
  ask: { nl: 'Verzoek gedaan', en: 'Request made' },
  confirm: { nl: 'E-mailadres bevestigd', en: 'E-mail address confirmed' },
  'ask-identity': { nl: 'Om bewijs van identiteit gevraagd', en: 'Proof of identity asked for' },
  'send-copy': { nl: 'Kopie ontvangen', en: 'Copy received' },
  'reject-copy': {
    nl: 'Kopie niet afgedekt: afgekeurd en vernietigd',
    en: 'Copy not covered: rejected and destroyed',
  },
  establish: { nl: 'Identiteit vastgesteld', en: 'Identity established' },
  pause: { nl: 'Om een antwoord gevraagd', en: 'An answer asked for' },
  answer: { nl: 'Antwoord ontvangen', en: 'Answer received' },
  extend: { nl: 'Termijn verlengd', en: 'Term extended' },
  grant: { nl: 'Toegewezen', en: 'Granted' },
  hold: { nl: 'Uitgesteld: er geldt een bewaarplicht', en: 'Put off: it must be kept for now' },
  resume: { nl: 'Gaat verder: de bewaarplicht is voorbij', en: 'Goes on: the hold is over' },
  finish: { nl: 'Uitgevoerd', en: 'Carried out' },
  refuse: { nl: 'Afgewezen', en: 'Refused' },
  withdraw: { nl: 'Ingetrokken', en: 'Withdrawn' },
  lapse: { nl: 'Vervallen', en: 'Lapsed' },
  'announce-lifting': {
    nl: 'Einde van de beperking aangekondigd',
    en: 'End of the restriction announced',
  },
}

/** Ways in which identity was established. */
export const WAY_WORDS: Readonly<Record<string, Text>> = {
  account: { nl: 'ingelogd met het eigen account', en: 'signed in with the own account' },
  'covered-copy': { nl: 'kopie van een identiteitsbewijs', en: 'copy of an identity document' },
  withdrawal: { nl: 'niet nodig om in te trekken', en: 'not needed to withdraw' },
  'in-person': { nl: 'met identiteitsbewijs langsgekomen', en: 'came with an identity document' },
}
