import type { Language } from '#kernel/language.ts'
import { answerAfter, type ConsentFacts, SURE } from './consent.ts'
import { addDays, type Day, dayOf, momentOn } from './day.ts'
import type { DemoConsent, DemoConsult, DemoDisclosure, DemoDocument } from './shape.ts'

/** What could be given to the principal. */
interface Item {
  readonly key: string
  readonly title: string
  readonly isReport: boolean
  /** The day from which it can be asked for. */
  readonly since: Day
}

/** The questions about giving something to the principal, and what was given after them. */
export interface Disclosing {
  readonly consents: readonly DemoConsent[]
  readonly disclosures: readonly DemoDisclosure[]
}

/**
 * Asks for consent to give single documents and approved summaries to the principal, and gives
 * those for which it came; some consents are withdrawn later.
 */
export function disclose(
  facts: ConsentFacts & {
    readonly documents: readonly DemoDocument[]
    readonly consults: readonly DemoConsult[]
    readonly language: Language
  },
): Disclosing {
  const { plan, random } = facts
  const party = plan.party
  if (party === undefined) return { consents: [], disclosures: [] }
  const reports = facts.documents.filter(({ category }) => category === 'advice').map(ofDocument)
  const summaries = random.shuffle(approvedSummaries(facts.consults, facts.language)).slice(0, 2)
  const consents: DemoConsent[] = []
  const disclosures: DemoDisclosure[] = []
  for (const item of [...reports, ...summaries]) {
    const consent = askFor(item, party.key, facts)
    if (consent === undefined) continue
    consents.push(consent)
    const disclosure = giveAfter(consent, item, facts)
    if (disclosure !== undefined) disclosures.push(disclosure)
  }
  return { consents, disclosures }
}

function ofDocument({ key, title, addedAt }: DemoDocument): Item {
  return { key, title, isReport: true, since: addDays(dayOf(addedAt), 1) }
}

function approvedSummaries(consults: readonly DemoConsult[], language: Language): Item[] {
  const word = language === 'nl' ? 'Samenvatting gesprek' : 'Summary of the talk of'
  return consults.flatMap(({ heldOn, summaries }) => {
    const last = summaries.at(-1)
    if (last?.answer?.is !== 'approved') return []
    const title = `${word} ${heldOn.split('-').toReversed().join('-')}`
    return [{ key: last.key, title, isReport: false, since: addDays(dayOf(last.answer.at), 1) }]
  })
}

/** The client has not answered yet. */
const OPEN = { given: 0, refused: 0 }

function askFor(item: Item, party: string, facts: ConsentFacts): DemoConsent | undefined {
  const { plan, today, random } = facts
  const asked = addDays(item.since, random.int(0, 3))
  const wanted = random.chance(0.75) || plan.shown
  if (!wanted || asked > plan.until) return undefined
  const share = plan.shown ? (item.isReport ? SURE : OPEN) : { given: 0.68, refused: 0.17 }
  const answered = answerAfter(asked, today, share, random)
  const withdrawn = addDays(asked, random.int(12, 40))
  const given = answered.answer?.is === 'given'
  const ends = given && withdrawn <= plan.until && random.chance(0.1) && !plan.shown
  return {
    key: `${item.key}-consent`,
    consent: 'disclosure',
    holder: party,
    item: item.key,
    askedAt: momentOn(asked, 200),
    ...answered,
    ...(ends && { withdrawnAt: momentOn(withdrawn, 700) }),
  }
}

function giveAfter(
  { key, answer, withdrawnAt, holder }: DemoConsent,
  { key: item, title }: Item,
  { plan, random }: ConsentFacts,
): DemoDisclosure | undefined {
  if (answer?.is !== 'given') return undefined
  const disclosedAt = momentOn(addDays(dayOf(answer.at), random.int(1, 3)), 150)
  const late = dayOf(disclosedAt) > plan.until || disclosedAt >= (withdrawnAt ?? '9999')
  return late ? undefined : { consent: key, item, party: holder, title, disclosedAt }
}
