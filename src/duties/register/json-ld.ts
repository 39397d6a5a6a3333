import type { Language } from '#kernel/language.ts'
import type { Catalogue, Statement } from '#statement/index.ts'
import type { BASES, EXCEPTIONS } from '#statement/shape.ts'
import { findWord } from '#statement/vocabulary.ts'

/** A value of JSON-LD. */
export type JsonLd =
  | string
  | number
  | boolean
  | readonly JsonLd[]
  | { readonly [key: string]: JsonLd }

/** Terms of the Data Privacy Vocabulary, version 2, with its extensions on data and the GDPR. */
const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

const BASIS_TERMS: Readonly<Record<(typeof BASES)[number], string>> = {
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  'legal-duty': 'eu-gdpr:A6-1-c',
  'vital-interest': 'eu-gdpr:A6-1-d',
  'public-task': 'eu-gdpr:A6-1-e',
  'legitimate-interest': 'eu-gdpr:A6-1-f',
}

const EXCEPTION_TERMS: Readonly<Record<(typeof EXCEPTIONS)[number], string>> = {
  'explicit-consent': 'eu-gdpr:A9-2-a',
  'employment-law': 'eu-gdpr:A9-2-b',
  'vital-interests': 'eu-gdpr:A9-2-c',
  'made-public': 'eu-gdpr:A9-2-e',
  'legal-claims': 'eu-gdpr:A9-2-f',
  'public-interest': 'eu-gdpr:A9-2-g',
  care: 'eu-gdpr:A9-2-h',
  'public-health': 'eu-gdpr:A9-2-i',
  research: 'eu-gdpr:A9-2-j',
}

/** Where the register of an installation is found. */
export interface RegisterPlace {
  /** Address of the installation, without a slash at its end. */
  readonly url: string
}

/** The address of an entry of the register, of one version of the statement, for good. */
export function entryAddress({ url }: RegisterPlace, version: number, activity: string): string {
  return `${url}/register/${version}/${activity}`
}

/** The whole register of a statement as JSON-LD in DPV terms. */
export function registerJsonLd(
  statement: Statement,
  catalogue: Catalogue,
  place: RegisterPlace,
): JsonLd {
  const { declarations } = statement
  const { controller, contacts } = declarations
  const officer = contacts.officer?.email
  return {
    '@context': CONTEXT,
    '@id': `${place.url}/register/${declarations.version}`,
    '@type': 'dpv:RegisterOfProcessingActivities',
    'dct:hasVersion': String(declarations.version),
    'dct:valid': { '@type': 'xsd:date', '@value': declarations['in-force'] },
    'dpv:hasDataController': {
      '@type': 'dpv:DataController',
      'dpv:hasName': controller.name,
      ...(controller.address && { 'dpv:hasAddress': controller.address }),
    },
    ...(officer && {
      'dpv:hasDataProtectionOfficer': {
        '@type': 'dpv:DataProtectionOfficer',
        'dpv:hasContact': officer,
      },
    }),
    'dpv:hasProcess': Object.keys(declarations.activities).map((activity) =>
      processOf(statement, catalogue, activity, place),
    ),
  }
}

/** One entry of the register as JSON-LD; undefined when the statement has no such activity. */
export function entryJsonLd(
  statement: Statement,
  catalogue: Catalogue,
  activity: string,
  place: RegisterPlace,
): JsonLd | undefined {
  if (!Object.hasOwn(statement.declarations.activities, activity)) return undefined
  return { '@context': CONTEXT, ...processOf(statement, catalogue, activity, place) }
}

function processOf(
  { declarations }: Statement,
  { vocabulary }: Catalogue,
  activity: string,
  place: RegisterPlace,
): Record<string, JsonLd> {
  const declared = findWord(declarations.activities, activity)
  if (!declared) return {}
  const words = [...new Set([...(declared.reads ?? []), ...(declared.writes ?? [])])]
  const special = words.flatMap((word) => findWord(declarations.categories, word)?.exception ?? [])
  const parts = [
    ...new Set(words.map((word) => findWord(vocabulary.categories, word)?.part ?? 'dossier')),
  ]
  return {
    '@id': entryAddress(place, declarations.version, activity),
    '@type': 'dpv:Process',
    'dct:title': inLanguages(vocabulary.activities[activity]?.says),
    'dpv:hasPurpose': { '@type': 'dpv:Purpose', 'dct:description': inLanguages(declared.purpose) },
    'dpv:hasLegalBasis': [
      { '@id': BASIS_TERMS[declared.basis] },
      ...[...new Set(special)].map((exception) => ({ '@id': EXCEPTION_TERMS[exception] })),
    ],
    ...(declared.law && { 'dpv:hasApplicableLaw': declared.law }),
    'dpv:hasPersonalData': words.map((word) => categoryOf(word, declarations, vocabulary)),
    'dpv:hasProcessing': [
      ...(declared.reads?.length ? [{ '@id': 'dpv:Consult' }] : []),
      ...(declared.writes?.length ? [{ '@id': 'dpv:Record' }] : []),
    ],
    'dpv:hasRecipient': recipientsOf(declarations, activity),
    'dpv:hasStorageCondition': parts.flatMap((part) => {
      const keep = findWord(declarations.retention, part)?.keep
      if (keep === undefined) return []
      const duration: JsonLd =
        keep === 'indefinitely'
          ? { '@id': 'dpv:IndeterminateDuration' }
          : { '@type': 'xsd:duration', '@value': keep }
      return [
        {
          '@type': 'dpv:StorageDuration',
          'dct:title': inLanguages(vocabulary.parts[part]?.says),
          'dpv:hasDuration': duration,
        },
      ]
    }),
    'dpv:hasTechnicalMeasure': [
      { '@id': 'dpv:AccessControlMethod' },
      { '@id': 'dpv:ActivityMonitoring' },
    ],
  }
}

type Declarations = Statement['declarations']

function categoryOf(
  word: string,
  { categories }: Declarations,
  vocabulary: Catalogue['vocabulary'],
): JsonLd {
  const { dpv, says } = findWord(vocabulary.categories, word) ?? {}
  const isSpecial = findWord(categories, word)?.special !== undefined
  return {
    '@type': [
      isSpecial ? 'dpv:SpecialCategoryPersonalData' : 'dpv:PersonalData',
      ...(dpv === undefined ? [] : [`pd:${dpv}`]),
    ],
    'dct:identifier': word,
    'dct:title': inLanguages(says),
  }
}

function recipientsOf({ recipients = {} }: Declarations, activity: string): JsonLd {
  return Object.entries(recipients)
    .filter(([, recipient]) => recipient.for?.includes(activity) ?? true)
    .map(([word, { name, country, agreement }]) => ({
      '@type': agreement ? 'dpv:DataProcessor' : 'dpv:Recipient',
      'dct:identifier': word,
      ...(name && { 'dpv:hasName': name }),
      ...(country && { 'dpv:hasCountry': country }),
    }))
}

function inLanguages(text: Readonly<Record<Language, string>> | undefined): JsonLd {
  if (!text) return []
  return Object.entries(text).map(([language, value]) => ({
    '@language': language,
    '@value': value,
  }))
}
