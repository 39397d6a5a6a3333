import { addDays, type Day, momentOn } from './day.ts'
import type { EngagementPlan } from './plan.ts'
import type { Random } from './random.ts'
import type { DemoAbsence, DemoConsent } from './shape.ts'
import { COACHES } from './staff.ts'

/** What the questions for consent of an engagement are made of. */
export interface ConsentFacts {
  readonly key: string
  readonly plan: EngagementPlan
  readonly today: Day
  readonly random: Random
}

/** Days before an absence on which the client is asked whether another coach may stand in. */
const ASKED_BEFORE = 12

/** Asks about each absence of the coach in the time of the engagement. */
export function askSubstitution(
  { key, plan, today, random }: ConsentFacts,
  absences: readonly DemoAbsence[],
): DemoConsent[] {
  return absences.flatMap((absence) => {
    const usual = addDays(absence.startsOn, -ASKED_BEFORE)
    // For an absence that is to come, the question has been asked some days ago.
    const asked = usual < today ? usual : addDays(today, -random.int(2, 8))
    const concerns = absence.member === plan.coach && plan.until >= asked
    if (!concerns || asked <= plan.startsOn || absence.startsOn > endOf(plan)) return []
    const share = plan.shown ? SURE : { given: 0.74, refused: 0.13 }
    return [
      {
        key: `${key}-consent-${absence.key}`,
        consent: 'substitution',
        holder: absence.substitute,
        item: absence.key,
        askedAt: momentOn(asked, 90),
        ...answerAfter(asked, today, share, random),
      },
    ]
  })
}

/** The absences in which another coach may stand in: the client agreed before they began. */
export function agreedAbsences(
  consents: readonly DemoConsent[],
  absences: readonly DemoAbsence[],
): ReadonlySet<string> {
  const agreed = consents.filter(({ item, answer }) => {
    const absence = absences.find(({ key }) => key === item)
    return answer?.is === 'given' && absence !== undefined && answer.at < absence.startsOn
  })
  return new Set(agreed.flatMap(({ item }) => (item === undefined ? [] : [item])))
}

/** Share of engagements in which a partner coach is asked along. */
const PARTNER_SHARE = 0.22

/** Asks in some engagements whether a partner coach may read and write along. */
export function askPartner({ key, plan, today, random }: ConsentFacts): DemoConsent[] {
  const asked = addDays(plan.startsOn, random.int(8, 30))
  const wanted = random.chance(PARTNER_SHARE) || plan.shown
  if (!wanted || asked >= plan.until) return []
  const partner = random.pick(COACHES.filter((coach) => coach !== plan.coach))
  const share = plan.shown ? SURE : { given: 0.75, refused: 0.12 }
  const answered = answerAfter(asked, today, share, random)
  const given = answered.answer?.is === 'given'
  const withdrawn = addDays(asked, random.int(20, 60))
  const ends = given && withdrawn < plan.until && random.chance(0.2) && !plan.shown
  return [
    {
      key: `${key}-consent-partner`,
      consent: 'partner-access',
      holder: partner,
      askedAt: momentOn(asked, 120),
      ...answered,
      ...(ends && { withdrawnAt: momentOn(withdrawn, 640) }),
    },
  ]
}

/** Where nothing is left to chance, the client agrees. */
export const SURE = { given: 1, refused: 0 }

/** What becomes of a question: given, refused, or no answer yet. */
export function answerAfter(
  asked: Day,
  today: Day,
  share: { readonly given: number; readonly refused: number },
  random: Random,
): Pick<DemoConsent, 'answer'> {
  const day = addDays(asked, random.int(1, 5))
  const drawn = random.int(1, 100) / 100
  if (day >= today || drawn > share.given + share.refused) return {}
  const is = drawn <= share.given ? 'given' : 'refused'
  return { answer: { is, at: momentOn(day, random.int(560, 760)) } }
}

function endOf(plan: EngagementPlan): Day {
  return plan.ended ? plan.until : '9999-12-31'
}
