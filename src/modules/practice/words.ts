import type { Text } from '#kernel/language.ts'

/** Who ended a service, and why. */
export const OUTCOMES = {
  completed: { nl: 'afgerond', en: 'completed' },
  'stopped-by-client': { nl: 'gestopt door de cliënt', en: 'stopped by the client' },
  'stopped-by-principal': {
    nl: 'gestopt door de opdrachtgever',
    en: 'stopped by the principal',
  },
  other: { nl: 'anders', en: 'otherwise' },
} as const satisfies Record<string, Text>

/** How a consult is held. */
export const CONSULT_WAYS = {
  office: { nl: 'op kantoor', en: 'at the office' },
  elsewhere: { nl: 'elders', en: 'elsewhere' },
  video: { nl: 'via beeldbellen', en: 'by video' },
  phone: { nl: 'telefonisch', en: 'by phone' },
} as const satisfies Record<string, Text>

/** How the statement was brought to the client's notice. */
export const NOTICE_WAYS = {
  shown: { nl: 'op het scherm getoond', en: 'shown on screen' },
  handed: { nl: 'op papier gegeven', en: 'handed over on paper' },
  mailed: { nl: 'per e-mail gestuurd', en: 'sent by email' },
} as const satisfies Record<string, Text>

/** From whom a note or document came. */
export const SOURCES = {
  client: { nl: 'de cliënt', en: 'the client' },
  principal: { nl: 'de opdrachtgever', en: 'the principal' },
  professional: { nl: 'een andere deskundige', en: 'another professional' },
  'third-party': { nl: 'een derde', en: 'a third party' },
  own: { nl: 'eigen waarneming', en: 'own observation' },
} as const satisfies Record<string, Text>

/** The way along which it came. */
export const CHANNELS = {
  conversation: { nl: 'gesprek', en: 'conversation' },
  website: { nl: 'website', en: 'website' },
  email: { nl: 'e-mail', en: 'email' },
  phone: { nl: 'telefoon', en: 'phone' },
  letter: { nl: 'brief', en: 'letter' },
  'third-party': { nl: 'een derde', en: 'a third party' },
} as const satisfies Record<string, Text>

/** In which of the two files of a client something stands. */
export const FILES = {
  coach: { nl: 'dossier van de coach', en: "the coach's file" },
  client: { nl: 'dossier van de cliënt', en: "the client's file" },
  both: { nl: 'beide dossiers', en: 'both files' },
} as const satisfies Record<string, Text>

/** Sources of which it is said who it was. */
export const NAMED_SOURCES: readonly Source[] = ['professional', 'third-party']

/** Longest name of a source, in characters. */
export const SOURCE_NAME_LIMIT = 200

/**
 * Categories in which a note or document can be kept. The statement says which of them a kind of
 * service may have.
 */
export const CONTENT_CATEGORIES = [
  'conversation-reports',
  'test-results',
  'advice',
  'improvement-points',
  'education-career',
  'work-limitations',
  'labour-expert-data',
  'benefit-data',
  'general-practitioner',
  'psychologist',
  'school',
  'partner',
  'children',
  'line-manager',
  'benefit-duration',
  'business-plans',
  'finances',
  'psychological-tests',
] as const

/** Who somebody is to a client, and the kind of data that this is. */
export const RELATED_ROLES = {
  partner: {
    says: { nl: 'partner of ex-partner', en: 'partner or former partner' },
    category: 'partner',
  },
  child: { says: { nl: 'kind', en: 'child' }, category: 'children' },
  'general-practitioner': {
    says: { nl: 'huisarts', en: 'general practitioner' },
    category: 'general-practitioner',
  },
  psychologist: { says: { nl: 'psycholoog', en: 'psychologist' }, category: 'psychologist' },
  'school-contact': {
    says: { nl: 'contactpersoon van de school', en: 'contact of the school' },
    category: 'school',
  },
  'line-manager': { says: { nl: 'leidinggevende', en: 'line manager' }, category: 'line-manager' },
} as const satisfies Record<string, { says: Text; category: ContentCategory }>

export type RelatedRole = keyof typeof RELATED_ROLES
export type Outcome = keyof typeof OUTCOMES
export type ConsultWay = keyof typeof CONSULT_WAYS
export type NoticeWay = keyof typeof NOTICE_WAYS
export type Source = keyof typeof SOURCES
export type Channel = keyof typeof CHANNELS
export type FileOfClient = keyof typeof FILES
export type ContentCategory = (typeof CONTENT_CATEGORIES)[number]
/** Documents can be forms as well, and what came with a mail. */
export type DocumentCategory = ContentCategory | 'agreement' | 'goals' | 'correspondence'

/** From whom and along which way something came into the dossier. */
export interface Provenance {
  readonly source: Source
  /** Who it was; needed for the sources of `NAMED_SOURCES`, at most 200 characters. */
  readonly sourceName?: string | undefined
  readonly channel: Channel
}

/** In which file something is put; the coach's when left out. */
export interface Placed {
  readonly placed?: FileOfClient | undefined
}
