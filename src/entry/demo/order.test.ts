import { describe, expect, test } from 'vitest'
import { demoData } from './data.ts'
import { dayOf } from './day.ts'
import type { DemoData, DemoEngagement, DemoSummary } from './shape.ts'
import { SUBSTITUTE } from './staff.ts'

describe('whatever the day and seed, everything happens in order', () => {
  const days = ['2026-11-23', '2026-12-31', '2027-02-28', '2028-02-29', '2027-05-02']

  test.each(days)('seen on %s', (today) => {
    const seen = demoData({ seed: today, today })
    const faults = seen.engagements.flatMap((engagement) => [
      ...startFaults(engagement, today),
      ...talkFaults(engagement, seen),
      ...consentFaults(engagement),
      ...substitutionFaults(engagement, seen),
      ...endFaults(engagement, today),
    ])
    expect(faults).toEqual([])
  })

  test.each(days)('the first client shows every state on %s', (today) => {
    const [first] = demoData({ seed: today, today }).engagements
    const answers = first?.consults.flatMap((each) => each.summaries).map(stateOf)
    expect(answers).toContain('approved')
    expect(answers?.at(-1)).toBe('sent')
    expect(first?.partnerCoach).toBeDefined()
    expect(first?.disclosures.length).toBeGreaterThan(0)
    expect(first?.consents.some(({ answer }) => answer === undefined)).toBe(true)
  })
})

/** Tells a fault when the rule does not hold. */
function unless(holds: boolean | undefined, fault: string): string[] {
  return holds === true ? [] : [fault]
}

function startFaults(engagement: DemoEngagement, today: string): string[] {
  const { key, notice, activatedAt, orderedOn } = engagement
  const happened = momentsOf(engagement)
  const begun = activatedAt ?? '9999'
  return [
    ...unless(!notice || dayOf(notice.shownAt) >= orderedOn, `${key}: told before it was ordered`),
    ...unless(!activatedAt || (notice?.shownAt ?? '9999') < activatedAt, `${key}: not told`),
    ...unless(!happened.some((moment) => moment <= begun), `${key}: before the start`),
    ...unless(!happened.some((moment) => dayOf(moment) >= today), `${key}: after today`),
  ]
}

function talkFaults({ key, coach, consults: talks }: DemoEngagement, seen: DemoData): string[] {
  const held = talks.map(({ heldOn }) => heldOn)
  const ordered = held.every((day, at) => day < (held[at + 1] ?? seen.today))
  const faults = unless(ordered, `${key}: talks out of order`)
  for (const talk of talks) {
    const versions = talk.summaries
    const moments = versions.flatMap(momentsOfSummary)
    const away = seen.absences.find(({ member, startsOn, endsOn }) => {
      return member === coach && startsOn <= talk.heldOn && talk.heldOn <= endsOn
    })
    const replaced = versions.slice(0, -1).map(stateOf)
    faults.push(
      ...unless(talk.by === (away?.substitute ?? coach), `${talk.key}: by another`),
      ...unless(moments.join() === moments.toSorted().join(), `${talk.key}: out of order`),
      ...unless(dayOf(moments[0] ?? talk.heldOn) >= talk.heldOn, `${talk.key}: too early`),
      ...unless(
        replaced.every((state) => state === 'disputed'),
        `${talk.key}: replaced`,
      ),
    )
  }
  return faults
}

/** A disclosure follows a consent that was given for that item. */
function consentFaults({ key, consents: asked, ...engagement }: DemoEngagement): string[] {
  const faults = unless(new Set(asked.map((each) => each.key)).size === asked.length, key)
  for (const { answer, askedAt, withdrawnAt, ...consent } of asked) {
    const withdrawable = answer?.is === 'given' && (withdrawnAt ?? '9999') > answer.at
    faults.push(
      ...unless(!answer || answer.at > askedAt, `${consent.key}: answered before asked`),
      ...unless(!withdrawnAt || withdrawable, `${consent.key}: withdrawn before given`),
    )
  }
  const approved = engagement.consults
    .flatMap((each) => each.summaries)
    .filter((each) => stateOf(each) === 'approved')
  const items = [...approved, ...engagement.documents].map((each) => each.key)
  for (const { consent, item, party, disclosedAt } of engagement.disclosures) {
    const given = asked.find((each) => each.key === consent)
    const names = given?.consent === 'disclosure' && given.item === item && given.holder === party
    const before = given?.answer?.is === 'given' && given.answer.at < disclosedAt
    faults.push(...unless(names && before && items.includes(item), `${consent}: disclosed`))
  }
  return faults
}

/** A substitute speaks with clients who agreed before, and with nobody else. */
function substitutionFaults(engagement: DemoEngagement, { absences }: DemoData): string[] {
  const stood = engagement.consults.filter(({ by }) => by === SUBSTITUTE)
  return stood.flatMap(({ key, heldOn }) => {
    const absence = absences.find((each) => each.startsOn <= heldOn && heldOn <= each.endsOn)
    const agreed = engagement.consents.some(({ item, answer }) => {
      return item === absence?.key && answer?.is === 'given' && dayOf(answer.at) < heldOn
    })
    return unless(agreed, `${key}: without consent`)
  })
}

function endFaults(
  { key, closure, consults: talks, notes }: DemoEngagement,
  today: string,
): string[] {
  if (closure === undefined) return []
  const written = [...talks.flatMap((each) => each.summaries), ...notes]
  return [
    ...unless(closure.endedOn < today && dayOf(closure.closedAt) >= closure.endedOn, `${key}: end`),
    ...unless(!written.some((each) => each.writtenAt >= closure.closedAt), `${key}: after the end`),
  ]
}

function momentsOfSummary({ writtenAt, sentAt, answer }: DemoSummary): string[] {
  return [writtenAt, ...(sentAt ? [sentAt] : []), ...(answer ? [answer.at] : [])]
}

function momentsOf(engagement: DemoEngagement): string[] {
  return [
    ...engagement.consults.flatMap((each) => each.summaries.flatMap(momentsOfSummary)),
    ...engagement.notes.map(({ writtenAt }) => writtenAt),
    ...engagement.documents.map(({ addedAt }) => addedAt),
    ...engagement.consents.flatMap(({ askedAt, withdrawnAt }) => [askedAt, withdrawnAt ?? askedAt]),
    ...engagement.disclosures.map(({ disclosedAt }) => disclosedAt),
  ]
}

function stateOf({ sentAt, answer }: DemoSummary): string {
  return answer?.is ?? (sentAt === undefined ? 'draft' : 'sent')
}
