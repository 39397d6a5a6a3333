import type { Text } from '#kernel/language.ts'
import { addDays, countDays, momentOn, workday } from './day.ts'
import type { EngagementPlan } from './plan.ts'
import { fillText, type Portrait } from './portrait.ts'
import type { Random } from './random.ts'
import type { DemoClient, DemoDocument } from './shape.ts'
import {
  ABILITIES,
  CURRICULUM,
  FINAL_REPORT,
  LABOUR_EXPERT,
  PLAN_OF_ACTION,
  TITLES,
} from './text/document.ts'
import { TEST_REPORT } from './text/test-report.ts'

/** What the documents of an engagement are made of. */
export interface DocumentFacts {
  readonly key: string
  readonly plan: EngagementPlan
  readonly client: DemoClient
  readonly portrait: Portrait
  readonly random: Random
}

/** Writes the documents of an engagement, as far as it has come to them. */
export function writeDocuments(facts: DocumentFacts): DemoDocument[] {
  const { plan } = facts
  return listSketches(facts)
    .filter(({ days }) => workday(addDays(plan.startsOn, days)) <= plan.until)
    .map((sketch) => drawDocument(sketch, facts))
}

/** What a document is, before it is written for somebody. */
interface Form extends Pick<DemoDocument, 'category' | 'source' | 'channel'> {
  readonly title: Text
  /** The text; a PDF file where there is none. */
  readonly text?: Text
}

/** A document that comes some days after the start. */
interface Sketch extends Form {
  readonly days: number
}

const OWN_ADVICE = { category: 'advice', source: 'own', channel: 'conversation' } as const

const FORMS = {
  cv: {
    title: TITLES.cv,
    text: CURRICULUM,
    category: 'education-career',
    source: 'client',
    channel: 'email',
  },
  test: {
    title: TITLES.test,
    category: 'test-results',
    source: 'third-party',
    channel: 'email',
  },
  plan: { title: TITLES.plan, text: PLAN_OF_ACTION, ...OWN_ADVICE },
  final: { title: TITLES.final, text: FINAL_REPORT, ...OWN_ADVICE },
  abilities: {
    title: TITLES.abilities,
    text: ABILITIES,
    category: 'work-limitations',
    source: 'third-party',
    channel: 'letter',
  },
  expert: {
    title: TITLES.expert,
    text: LABOUR_EXPERT,
    category: 'labour-expert-data',
    source: 'principal',
    channel: 'email',
  },
} as const satisfies Record<string, Form>

function listSketches({ plan, random }: DocumentFacts): Sketch[] {
  const { kind, startsOn, until, ended } = plan
  const sketches: Sketch[] = [{ ...FORMS.cv, days: random.int(6, 20) }]
  // Data on health belongs to a re-integration only.
  if (kind === 're-integration') {
    sketches.push({ ...FORMS.abilities, days: random.int(3, 12) })
    if (random.chance(0.7)) sketches.push({ ...FORMS.expert, days: random.int(5, 30) })
  }
  if (kind !== 'career-coaching') sketches.push({ ...FORMS.test, days: random.int(24, 40) })
  const planned = kind === 'career-check' ? random.int(30, 44) : random.int(40, 70)
  sketches.push({ ...FORMS.plan, days: planned })
  const length = countDays(startsOn, until)
  if (ended) sketches.push({ ...FORMS.final, days: length - random.int(4, 7) })
  return sketches
}

function drawDocument(sketch: Sketch, facts: DocumentFacts): DemoDocument {
  const { plan, client, portrait, random } = facts
  const { language } = client
  const { title, text, days, category, source, channel } = sketch
  const words = { ...portrait.words, ...ownWords(client) }
  const name = title[language].toLowerCase().replaceAll(' ', '-')
  return {
    key: `${facts.key}-${name}`,
    category,
    source,
    channel,
    title: title[language],
    fileName: `${name}.${text === undefined ? 'pdf' : 'txt'}`,
    mediaType: text === undefined ? 'application/pdf' : 'text/plain',
    content: text === undefined ? TEST_REPORT : fillText(text[language], words, language),
    addedAt: momentOn(workday(addDays(plan.startsOn, days)), random.int(90, 500)),
  }
}

function ownWords(client: DemoClient): Portrait['words'] {
  const name = [client.givenName, client.prefix, client.familyName].filter(Boolean).join(' ')
  const house = [client.street, client.houseNumber, client.houseNumberAddition].join(' ').trim()
  const address = `${house}, ${client.postcode} ${client.city}`
  return { name: same(name), address: same(address), education: same(client.education) }
}

function same(text: string): Text {
  return { nl: text, en: text }
}
