import { type Reading, read, refuse } from '#modules/lists/index.ts'
import { SERVICE_PROBLEMS } from './problem.ts'

/** The kinds of service that a row can ask for: the words that statements use. */
export const SERVICES = [
  're-integration',
  'outplacement',
  'career-check',
  'career-coaching',
  'empowerment',
] as const

export type Service = (typeof SERVICES)[number]

/**
 * How lists call each service; small letters, no accents, words without punctuation between them.
 */
const NAMES: Readonly<Record<Service, string>> = {
  're-integration': `
    reintegratie, re integratie, reintegration, re integration, wet poortwachter,
    integratietraject, reintegratietraject, werkhervatting, spoor 1, spoor 2, spoor 3, 1e
    spoor, 2e spoor, 3e spoor, 2de spoor, 1ste spoor, 3de spoor, eerste spoor, tweede spoor,
    derde spoor, poortwachter, spoor twee, spoor een, second track, first track, werkfit,
    verzuimbegeleiding`,
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
}

const WORDS: ReadonlyMap<Service, readonly string[]> = new Map(
  SERVICES.map((service) => [service, NAMES[service].split(',').map(oneSpace)] as const),
)

/** Reads how a list calls a service: `2e spoor`, `Re-integratie tweede spoor`, `Loopbaancheck`. */
export function readService(text: string): Reading<Service> {
  const words = plainWords(text)
  const exact = SERVICES.find((service) => wordsFor(service).includes(words))
  if (exact !== undefined) return read(exact)
  const held = SERVICES.filter((service) => wordsFor(service).some((word) => holds(words, word)))
  const [only] = held
  if (only === undefined) return refuse(SERVICE_PROBLEMS.unknown)
  return held.length === 1 ? read(only) : refuse(SERVICE_PROBLEMS.unclear)
}

function wordsFor(service: Service): readonly string[] {
  return WORDS.get(service) ?? []
}

function oneSpace(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

function plainWords(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^\p{L}\d]+/gu, ' ').trim()
}

function holds(words: string, word: string): boolean {
  return ` ${words} `.includes(` ${word} `)
}
