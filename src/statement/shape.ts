import { z } from 'zod'

/**
 * The one description of `statement.yaml`: types, the JSON Schema for editors, "did you mean" and
 * the sentences that quote it all follow from it. A message here is the code of a problem; `meta`
 * says what a value means:
 *
 * - `words`: a word of this list of the vocabulary; `declared`: and declared under that key of the
 *   statement; `prefix`: with this before it.
 * - `missing`: the code of the problem when it is left out.
 * - `says`: how a sentence says it.
 */

const LONGEST_TEXT = 2000
const DURATION = /^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,4}D)?$/
const KEEP = new RegExp(`${DURATION.source}|^indefinitely$`)
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

const line = () => z.string().trim().min(1).max(LONGEST_TEXT)
const text = () => z.strictObject({ nl: line(), en: line() }).meta({ says: 'text' })
const duration = () => z.string().regex(DURATION, 'BAD_DURATION').meta({ says: 'duration' })
const keep = () => z.string().regex(KEEP, 'BAD_DURATION').meta({ says: 'duration' })
/** How often something happens. */
const interval = () => z.string().regex(DURATION, 'BAD_DURATION').meta({ says: 'interval' })
const date = () => z.iso.date('BAD_DATE').meta({ says: 'date' })
const email = () => z.email('BAD_EMAIL').max(254).meta({ says: 'email' })
const id = () => z.string().regex(ID, 'BAD_ID')

/** A word of the vocabulary, used as a key: this is where the statement declares it. */
const word = (words: string) => z.string().meta({ words })
/** A word that the statement must declare elsewhere. */
const declared = (words: string, prefix = '') => z.string().meta({ words, declared: true, prefix })
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)])

/** Lawful bases: the six of article 6 of the GDPR. */
export const BASES = [
  'contract',
  'legal-duty',
  'consent',
  'legitimate-interest',
  'vital-interest',
  'public-task',
] as const

/** The exceptions of article 9(2) of the GDPR and of national law that allow special data. */
export const EXCEPTIONS = [
  'explicit-consent',
  'employment-law',
  'vital-interests',
  'made-public',
  'legal-claims',
  'public-interest',
  'care',
  'public-health',
  'research',
] as const

/** The sorts of special data of articles 9 and 10 of the GDPR. */
export const SPECIALS = [
  'health',
  'origin',
  'politics',
  'belief',
  'union',
  'genetics',
  'biometrics',
  'sexuality',
  'offences',
] as const

/**
 * What happens when a period ends: everything goes, or what `holds` names stays, linked to nobody.
 */
export const ENDS = ['destroy', 'unlink'] as const

/** How somebody who asks may show who they are. */
export const IDENTIFICATIONS = ['account', 'covered-copy', 'in-person'] as const

const contact = z.strictObject({
  name: line().optional(),
  email: email(),
  phone: z
    .string()
    .regex(/^[+0-9][0-9 ()-]{5,24}$/, 'BAD_PHONE')
    .optional(),
})

const category = z.strictObject({
  special: z.enum(SPECIALS, { error: 'UNKNOWN_CHOICE' }).meta({ says: 'special' }).optional(),
  exception: z.enum(EXCEPTIONS, { error: 'UNKNOWN_CHOICE' }).meta({ says: 'exception' }).optional(),
  'only-in': z.array(declared('kinds')).min(1).optional(),
  /** Kept in a file only once it was switched on there, with a reason. */
  optional: z.boolean().meta({ says: 'optional' }).optional(),
  law: line().optional(),
})

const activity = z.strictObject({
  purpose: text().meta({ missing: 'ACTIVITY_WITHOUT_PURPOSE' }),
  basis: z
    .enum(BASES, { error: 'UNKNOWN_BASIS' })
    .meta({ missing: 'ACTIVITY_WITHOUT_BASIS', says: 'basis' }),
  interest: text().optional(),
  law: line().optional(),
  reads: z.array(declared('categories')).optional(),
  writes: z.array(declared('categories')).optional(),
  by: z.array(declared('relations')).min(1).meta({ missing: 'ACTIVITY_WITHOUT_RELATION' }),
  for: z.array(declared('kinds')).min(1).optional(),
})

const relation = z.strictObject({
  after: declared('consents', 'consent.').optional(),
  during: word('periods').optional(),
  announced: z.boolean().meta({ says: 'announced' }).optional(),
})

const recipient = z.strictObject({
  name: line().optional(),
  kind: word('recipientKinds'),
  gets: z.array(declared('categories')).optional(),
  for: z.array(declared('activities')).min(1).optional(),
  after: declared('consents', 'consent.').optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'BAD_COUNTRY')
    .meta({ says: 'country' })
    .optional(),
  safeguard: text().optional(),
  agreement: z.strictObject({ until: date() }).optional(),
})

const retention = z.strictObject({
  from: oneOrMore(word('events')).optional(),
  keep: keep(),
  kinds: z.record(word('kinds'), duration()).optional(),
  'at-least': z.strictObject({ keep: duration(), law: line() }).optional(),
  sooner: z.array(word('decisions')).optional(),
  later: z.array(word('decisions')).optional(),
  unless: word('decisions').optional(),
  then: z.enum(ENDS, { error: 'UNKNOWN_CHOICE' }).meta({ says: 'end' }).optional(),
  because: text().optional(),
  holds: z.array(z.string()).optional(),
  basis: z.enum(BASES, { error: 'UNKNOWN_BASIS' }).meta({ says: 'basis' }).optional(),
})

const right = z.strictObject({
  within: duration().optional(),
  'at-once': z.boolean().meta({ says: 'at-once' }).optional(),
  'self-service': z.boolean().meta({ says: 'self-service' }).optional(),
  after: word('events').optional(),
})

const clause = z.strictObject({
  organisational: text().optional(),
  evidence: word('mechanisms').optional(),
  review: interval().optional(),
  'kept-by': z.array(word('mechanisms')).min(1).optional(),
})

export const declarationsShape = z.strictObject({
  gestand: z.literal(1, { error: 'UNSUPPORTED_EDITION' }),
  version: z.int('BAD_VERSION').min(1, 'BAD_VERSION').max(99999, 'BAD_VERSION'),
  'in-force': date(),
  languages: z
    .array(z.enum(['nl', 'en'], { error: 'UNKNOWN_CHOICE' }))
    .min(1)
    .optional(),
  controller: z.strictObject({
    name: line(),
    kvk: z
      .string('BAD_KVK')
      .regex(/^\d{8}$/, 'BAD_KVK')
      .optional(),
    address: line().optional(),
    labels: z.array(line()).optional(),
  }),
  contacts: z.strictObject({
    officer: contact.optional(),
    security: contact.optional(),
    complaints: contact.optional(),
    responsible: contact.optional(),
  }),
  kinds: z.record(word('kinds'), z.strictObject({ law: line().optional() })),
  categories: z.record(word('categories'), category),
  activities: z.record(word('activities'), activity),
  relations: z.record(word('relations'), relation),
  consents: z
    .record(
      word('consents'),
      z.strictObject({
        text: text().meta({ missing: 'CONSENT_WITHOUT_TEXT' }),
        expires: duration().optional(),
      }),
    )
    .optional(),
  recipients: z.record(id(), recipient).optional(),
  retention: z.record(word('parts'), retention),
  rights: z.record(word('rights'), right),
  identification: z
    .array(z.enum(IDENTIFICATIONS, { error: 'UNKNOWN_CHOICE' }).meta({ says: 'identification' }))
    .min(1)
    .optional(),
  backups: z.strictObject({ every: interval(), keep: duration() }),
  clauses: z.record(id(), clause).optional(),
})

/** What `statement.yaml` declares, as it stands there. */
export type Declarations = z.infer<typeof declarationsShape>
