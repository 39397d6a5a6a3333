import { dutchDay } from '#jobs/dutch-zone.ts'
import { demoData } from './data.ts'
import { addDays, type Day, momentOn } from './day.ts'
import { PRACTICE_MEMBERS, PRACTICE_PRINCIPALS, PRACTICE_PROFESSIONALS } from './practice-staff.ts'
import type {
  DemoClient,
  DemoConsent,
  DemoData,
  DemoEngagement,
  DemoKind,
  DemoQuestion,
} from './shape.ts'
import { PARTIES } from './staff.ts'

/** Other people than those of the bureau, the same in every demonstration. */
const SEED = 'Het Baken'
/** Clients of the practice by their place among the people of a history: running, and closed. */
const PLACES = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41]

/**
 * Het Baken as it is today: a practice with people of its own, whose statement announces who stands
 * in, keeps files for fifteen years and asks other professionals only with consent.
 */
export function practiceToday(): DemoData {
  const today = dutchDay(new Date())
  const data = demoData({ seed: SEED, today })
  const names = data.clients.map(({ prefix, familyName }) => ({ prefix, familyName }))
  const chosen = data.clients.filter((_, place) => PLACES.includes(place))
  const keys = new Set(chosen.map(({ key }) => key))
  return {
    ...data,
    members: PRACTICE_MEMBERS,
    parties: [...PRACTICE_PRINCIPALS, ...PRACTICE_PROFESSIONALS],
    clients: chosen.map((client, place) => otherPerson(client, names, place)),
    engagements: data.engagements
      .filter(({ client }) => keys.has(client))
      .map((engagement, place) => inPractice(engagement, { place, today })),
  }
}

/** Further on in the list there is another family name. */
function otherPerson(
  client: DemoClient,
  names: readonly Pick<DemoClient, 'prefix' | 'familyName'>[],
  place: number,
): DemoClient {
  const number = String(place + 1).padStart(2, '0')
  const plain = client.givenName
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
  return {
    ...client,
    ...names[(place * 7 + 23) % names.length],
    email: `${plain}.${number}@baken.example.org`,
    phone: `+316000009${number}`,
    career: renamed(client.career),
    education: renamed(client.education),
  }
}

/** What the practice does not keep. */
const HEALTH = new Set(['work-limitations', 'labour-expert-data', 'benefit-data'])

function isKept({ category }: { readonly category: string }): boolean {
  return !HEALTH.has(category)
}

/** The same history as the practice would have written it. */
function inPractice(
  engagement: DemoEngagement,
  facts: { readonly place: number; readonly today: Day },
): DemoEngagement {
  const { partnerCoach: _, ...rest } = engagement
  const { consents, kind } = rest
  const documents = rest.documents.filter(isKept)
  const items = new Set([
    ...documents.map(({ key }) => key),
    ...rest.consults.flatMap(({ summaries }) => summaries.map(({ key }) => key)),
  ])
  const questions = facts.place % 4 === 0 ? questionsOf(engagement, facts) : []
  return {
    ...rest,
    kind: kindInPractice(kind, facts.place),
    orderReference: rest.orderReference && `HB-${100 + facts.place}`,
    notes: rest.notes.filter(isKept).map((note) => ({ ...note, body: renamed(note.body) })),
    documents: documents.map((document) => ({
      ...document,
      title: renamed(document.title),
      content: renamed(document.content),
    })),
    consults: rest.consults.map((consult) => ({
      ...consult,
      summaries: consult.summaries.map((summary) => ({ ...summary, body: renamed(summary.body) })),
    })),
    disclosures: rest.disclosures.filter(({ item }) => items.has(item)),
    consents: [
      ...consents.filter(({ consent, item }) => consent === 'disclosure' && items.has(item ?? '')),
      ...questions.map(consentOf),
    ],
    questions,
    announcements: consents.flatMap(({ consent, item, askedAt }) =>
      consent === 'substitution' && item !== undefined ? [{ absence: item, at: askedAt }] : [],
    ),
  }
}

/** Now and then somebody who is ill is guided to work with another employer. */
function kindInPractice(kind: DemoKind, place: number): DemoKind {
  if (kind === 're-integration' && place % 3 === 0) return 're-integration-second-track'
  return kind === 're-integration' || kind === 'career-check' ? 'case-management' : kind
}

const ASKED_AFTER = 24

/** Questions to a GP or a psychologist: answered, late, or waiting for the client's yes. */
function questionsOf(
  { activatedAt, closure, key }: DemoEngagement,
  { place, today }: { readonly place: number; readonly today: Day },
): DemoQuestion[] {
  if (activatedAt === undefined) return []
  const begun = addDays(dutchDay(new Date(activatedAt)), ASKED_AFTER)
  if (addDays(begun, 30) >= (closure?.endedOn ?? today)) return []
  const professional = (turn: number): string =>
    PRACTICE_PROFESSIONALS[turn % PRACTICE_PROFESSIONALS.length]?.key ?? ''
  const answer = {
    words: 'Halve dagen gaan goed. Bouw rustig op en plan na drie weken een evaluatie.',
    at: momentOn(addDays(begun, 17), 320),
  }
  const first = {
    key: `${key}-question-1`,
    professional: professional(place),
    words: 'Welke belasting kan mijn cliënt nu aan, en waar moeten wij op letten?',
    dueOn: addDays(begun, 21),
    askedAt: momentOn(begun, 200),
    sentAt: momentOn(addDays(begun, 4), 260),
    ...(place % 8 === 0 && { answer }),
  }
  const second = {
    key: `${key}-question-2`,
    professional: professional(place + 1),
    words: 'Loopt de behandeling nog, en kan die naast het traject doorgaan?',
    dueOn: addDays(today, 18),
    askedAt: momentOn(addDays(today, -3), 240),
  }
  return closure ? [first] : [first, second]
}

function consentOf({ key, professional, askedAt, sentAt }: DemoQuestion): DemoConsent {
  const asked = {
    key: `${key}-consent`,
    consent: 'professional-request',
    holder: professional,
    item: key,
    askedAt,
  } as const
  if (sentAt === undefined) return asked
  const at = momentOn(addDays(dutchDay(new Date(askedAt)), 2), 500)
  return { ...asked, answer: { is: 'given', at } }
}

/** The words of the bureau's history, as the practice has them. */
function renamed(text: string): string {
  return PARTIES.reduce(
    (words, { name }, place) => words.replaceAll(name, PRACTICE_PRINCIPALS[place]?.name ?? name),
    text,
  )
    .replaceAll('Bureau De Brug', 'Het Baken')
    .replaceAll('De Brug', 'Het Baken')
    .replaceAll('re-integratie', 'traject')
}
