import { type Reading, read, refuse } from '#modules/lists/index.ts'
import { PRACTICE_VOCABULARY } from '#modules/practice/vocabulary.ts'
import { SERVICE_PROBLEMS } from './problem.ts'

/** A kind of service of the practice: `outplacement`. */
export type Service = string

/**
 * The kinds of service that a row can ask for: all that statements can declare. Which of them this
 * statement has, is judged when the list comes in.
 */
export const SERVICES: readonly Service[] = Object.keys(PRACTICE_VOCABULARY.kinds)

/**
 * What lists call a service beside its own name; small letters, no accents, words without
 * punctuation between them.
 */
const NAMES: Readonly<Record<Service, string>> = {
  're-integration': `
    reintegratie, re integratie, reintegration, re integration, wet poortwachter,
    integratietraject, reintegratietraject, werkhervatting, spoor 1, 1e spoor, 1ste spoor, eerste
    spoor, spoor een, poortwachter, first track, werkfit, verzuimbegeleiding`,
  're-integration-second-track': `
    spoor 2, 2e spoor, 2de spoor, tweede spoor, spoor twee, tweedespoor, second track`,
  're-integration-third-track': `
    spoor 3, 3e spoor, 3de spoor, derde spoor, spoor drie, derdespoor, third track`,
  outplacement: `
    outplacement, out placement, van werk naar werk, vwnw, werk naar werk,
    outplacementtraject, outplacementbegeleiding`,
  'career-check': `
    loopbaancheck, loopbaan check, loopbaanscan, loopbaan scan, loopbaan apk, career check,
    careercheck, career scan, beroepskeuze, beroepskeuzetest, loopbaanonderzoek,
    loopbaanchecks`,
  'career-coaching': `
    loopbaanbegeleiding, loopbaancoaching, loopbaan coaching, loopbaantraject, loopbaan
    begeleiding, loopbaancoach, career coaching, careercoaching, coaching, coachingstraject,
    coachtraject, career guidance, loopbaanadvies, loopbaan advies, advies, adviesgesprek,
    career advice`,
  empowerment: 'empowerment, empowermenttraject, weerbaarheid, weerbaarheidstraining',
  'case-management': `
    casemanagement, case management, casemanager, case manager, zorgcoordinatie`,
  'business-coaching': `
    business coaching, businesscoaching, zakelijke coaching, bedrijfscoaching,
    ondernemerscoaching, coaching ondernemers, coaching voor ondernemers,
    coaching van ondernemers, ondernemersbegeleiding`,
}

/** What a cell says that asks for both tracks: a row of its own for each. */
const SEVERAL = ['1e en 2e spoor', 'spoor 1 en 2', 'eerste en tweede spoor', '2e en 3e spoor']

const WORDS: ReadonlyMap<Service, readonly string[]> = new Map(
  SERVICES.map((service) => [service, [...ownNames(service), ...listNames(service)]] as const),
)

/** Reads how a list calls a service: `2e spoor`, `Re-integratie tweede spoor`, `Loopbaancheck`. */
export function readService(text: string): Reading<Service> {
  const words = plainWords(text)
  if (SEVERAL.some((both) => holds(words, both))) return refuse(SERVICE_PROBLEMS.unclear)
  const exact = SERVICES.find((service) => wordsFor(service).includes(words))
  if (exact !== undefined) return read(exact)
  const held = mostTelling(
    SERVICES.flatMap((service) =>
      wordsFor(service)
        .filter((word) => holds(words, word))
        .map((word) => ({ service, word })),
    ),
  )
  const [only] = held
  if (only === undefined) return refuse(SERVICE_PROBLEMS.unknown)
  return held.length === 1 ? read(only) : refuse(SERVICE_PROBLEMS.unclear)
}

interface Held {
  readonly service: Service
  readonly word: string
}

/**
 * `Business coaching` is no coaching in general, and re-integration in the second track not that of
 * the first: what says more counts.
 */
function mostTelling(held: readonly Held[]): Service[] {
  const telling = held.filter(
    ({ word }) => !held.some((other) => other.word !== word && holds(other.word, word)),
  )
  const services = telling.filter(
    ({ service, word }) =>
      TRACK.test(word) || !telling.some((other) => other.service.startsWith(`${service}-`)),
  )
  return [...new Set(services.map(({ service }) => service))]
}

const TRACK = /\b(?:spoor|track)\b/

function wordsFor(service: Service): readonly string[] {
  return WORDS.get(service) ?? []
}

/** As statements and pages call it, in both languages. */
function ownNames(service: Service): string[] {
  const says = PRACTICE_VOCABULARY.kinds[service]?.says
  return [service, ...(says ? [says.nl, says.en] : [])].map(plainWords)
}

function listNames(service: Service): string[] {
  return (NAMES[service] ?? '')
    .split(',')
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
}

function plainWords(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^\p{L}\d]+/gu, ' ').trim()
}

function holds(words: string, word: string): boolean {
  return ` ${words} `.includes(` ${word} `)
}
