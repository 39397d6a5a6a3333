import type { Language } from '#kernel/language.ts'
import { agreedAbsences, askPartner, askSubstitution } from './consent.ts'
import { type DisputeWriter, planAppointments, writeConsults } from './consult.ts'
import { addDays, type Day, momentOn } from './day.ts'
import { disclose } from './disclosure.ts'
import { writeDocuments } from './document.ts'
import { writeNotes } from './note.ts'
import type { EngagementPlan } from './plan.ts'
import type { Portrait } from './portrait.ts'
import type { Random } from './random.ts'
import type { DemoAbsence, DemoClient, DemoClosure, DemoEngagement, DemoNotice } from './shape.ts'
import { createSummaryWriter } from './summary.ts'

/** What the history of one engagement is made of. */
export interface EngagementFacts {
  readonly key: string
  readonly plan: EngagementPlan
  readonly client: DemoClient
  readonly portrait: Portrait
  readonly absences: readonly DemoAbsence[]
  readonly today: Day
  readonly dispute: DisputeWriter
  readonly random: Random
}

/** Writes an engagement with its history, as far as it has come. */
export function writeEngagement(facts: EngagementFacts): DemoEngagement {
  const { key, plan, client, random } = facts
  const begun = plan.reached === 'begun'
  const language = client.language
  return {
    key,
    client: client.key,
    kind: plan.kind,
    coach: plan.coach,
    ...(plan.party && { party: plan.party.key }),
    orderReference: referenceOf(plan, random),
    orderedOn: plan.orderedOn,
    ...(plan.reached !== 'ordered' && { notice: noticeOf(plan, language, random) }),
    ...(begun && { activatedAt: momentOn(plan.startsOn, 75) }),
    ...(begun ? writeHistory(facts) : NO_HISTORY),
    ...(plan.ended && { closure: closureOf(plan, random) }),
  }
}

type History = Pick<
  DemoEngagement,
  'partnerCoach' | 'consults' | 'notes' | 'documents' | 'consents' | 'disclosures'
>

const NO_HISTORY: History = {
  consults: [],
  notes: [],
  documents: [],
  consents: [],
  disclosures: [],
}

function writeHistory(facts: EngagementFacts): History {
  const { key, plan, client, portrait, absences, today, random } = facts
  const { language } = client
  const asking = { key, plan, today, random: random.fork('consent') }
  const substitution = askSubstitution(asking, absences)
  const partner = askPartner(asking)
  const cover = { absences, agreed: agreedAbsences(substitution, absences) }
  const { held, next } = planAppointments(plan, cover, random.fork('talks'))
  const writer = createSummaryWriter(plan.kind, portrait, language, random.fork('summary'))
  const consults = writeConsults({
    key,
    plan,
    language,
    today,
    appointments: held,
    next,
    writer,
    dispute: facts.dispute,
    random: random.fork('answers'),
  })
  const papers = { key, plan, client, portrait }
  const documents = writeDocuments({ ...papers, random: random.fork('documents') })
  const disclosing = disclose({ ...asking, documents, consults, language })
  const [partnerCoach] = partner.map(({ holder }) => holder)
  return {
    ...(partnerCoach !== undefined && { partnerCoach }),
    consults,
    notes: writeNotes({ ...papers, random: random.fork('notes') }),
    documents,
    consents: [...partner, ...substitution, ...disclosing.consents],
    disclosures: disclosing.disclosures,
  }
}

function referenceOf(plan: EngagementPlan, random: Random): string {
  if (plan.party === undefined) return ''
  const letters = plan.party.name.replace(/[^A-Z]/g, '')
  return `${letters}-${plan.orderedOn.slice(0, 4)}-${String(random.int(1, 400)).padStart(3, '0')}`
}

/** The statement is shown on the day of the start, or on the day before. */
function noticeOf(plan: EngagementPlan, language: Language, random: Random): DemoNotice {
  const way = random.pick(['shown', 'shown', 'handed', 'mailed'] as const)
  const day = way === 'mailed' ? addDays(plan.startsOn, -1) : plan.startsOn
  return { way, language, shownAt: momentOn(day, random.int(20, 60)) }
}

function closureOf(plan: EngagementPlan, random: Random): DemoClosure {
  const stopped = random.pick(['stopped-by-client', 'stopped-by-principal', 'other'] as const)
  const outcome = random.chance(0.84) ? 'completed' : stopped
  return { outcome, endedOn: plan.until, closedAt: momentOn(plan.until, 800) }
}
