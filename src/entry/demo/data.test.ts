import { describe, expect, test } from 'vitest'
import { demoData } from './data.ts'
import { addDays, countDays, monthsBefore } from './day.ts'
import type { DemoEngagement } from './shape.ts'
import { COACHES, SUBSTITUTE } from './staff.ts'
import { countSentences } from './summary.ts'

const TODAY = '2026-11-23'
const data = demoData({ seed: 'De Brug', today: TODAY })
const consults = data.engagements.flatMap((each) => each.consults)
const summaries = consults.flatMap((each) => each.summaries)
const consents = data.engagements.flatMap((each) => each.consents)

test('the same seed and day give the same data, and another seed gives other data', () => {
  expect(demoData({ seed: 'De Brug', today: TODAY })).toEqual(data)
  expect(demoData({ seed: 'other', today: TODAY })).not.toEqual(data)
})

describe('there is enough to see', () => {
  test('people: clients, coaches, a substitute, staff, and principals with contacts', () => {
    expect(data.clients.length).toBeGreaterThanOrEqual(72)
    const functions = data.members.flatMap((member) => member.functions)
    for (const one of ['manager', 'officer', 'administrator']) expect(functions).toContain(one)
    expect(functions.filter((each) => each === 'coach')).toHaveLength(COACHES.length + 1)
    expect(data.parties.map(({ kind }) => kind)).toEqual(['employer', 'employer', 'municipality'])
    for (const { contacts } of data.parties) expect(contacts.length).toBeGreaterThan(0)
  })

  test('engagements of each kind, in each state, with months of history', () => {
    const kinds = new Set(data.engagements.map(({ kind }) => kind))
    expect([...kinds].toSorted()).toEqual([
      'career-check',
      'career-coaching',
      'outplacement',
      're-integration',
    ])
    expect(data.engagements.filter(isRunning).length).toBeGreaterThanOrEqual(45)
    expect(data.engagements.filter(({ notice }) => !notice).length).toBeGreaterThanOrEqual(3)
    expect(consults.length).toBeGreaterThanOrEqual(400)
    const caseloads = COACHES.map((coach) =>
      data.engagements.filter((each) => each.coach === coach),
    )
    for (const caseload of caseloads) expect(caseload.length).toBeGreaterThanOrEqual(12)
  })

  test('summaries in every state, some disputed and then written anew', () => {
    const states = summaries.map(({ sentAt, answer }) => answer?.is ?? (sentAt ? 'sent' : 'draft'))
    for (const state of ['draft', 'sent', 'approved', 'disputed']) {
      expect(states.filter((each) => each === state).length, state).toBeGreaterThanOrEqual(5)
    }
    expect(consults.some((each) => each.summaries.length === 2)).toBe(true)
  })

  test('consents of every kind: given, refused, withdrawn and waiting', () => {
    const states = new Set(
      consents.map((each) => `${each.consent} ${each.withdrawnAt ? 'withdrawn' : each.answer?.is}`),
    )
    for (const kind of ['partner-access', 'substitution', 'disclosure']) {
      for (const state of ['given', 'refused', 'undefined'])
        expect(states).toContain(`${kind} ${state}`)
    }
    expect(states).toContain('disclosure withdrawn')
    expect(states).toContain('partner-access withdrawn')
  })

  test('one absence is over, one lasts and one is to come', () => {
    const order = data.absences.map(({ startsOn, endsOn }) => {
      if (endsOn < TODAY) return 'over'
      return startsOn <= TODAY ? 'lasts' : 'to come'
    })
    expect(order).toEqual(['over', 'lasts', 'to come'])
    expect(consults.filter(({ by }) => by === SUBSTITUTE).length).toBeGreaterThanOrEqual(3)
  })

  test('some dossiers are a month from the end of their retention, and two are past it', () => {
    const ends = data.engagements.flatMap(({ closure }) => (closure ? [closure.endedOn] : []))
    const expired = ends.filter((day) => day < monthsBefore(TODAY, 60))
    const near = ends.filter((day) => !expired.includes(day) && day < monthsBefore(TODAY, 59))
    expect(expired).toHaveLength(2)
    expect(near).toHaveLength(3)
  })
})

function isRunning({ activatedAt, closure }: DemoEngagement): boolean {
  return activatedAt !== undefined && closure === undefined
}

describe('what is written is worth reading', () => {
  test('no two summaries are the same, and each has three to eight sentences', () => {
    const bodies = summaries.map(({ body }) => body)
    expect(new Set(bodies).size).toBe(bodies.length)
    for (const { summaries: versions } of consults) {
      const sentences = countSentences(versions[0]?.body ?? '')
      expect(sentences).toBeGreaterThanOrEqual(3)
      expect(sentences).toBeLessThanOrEqual(8)
    }
  })

  test('no braces are left, and notes within a dossier differ', () => {
    const texts = data.engagements.flatMap(({ documents, notes }) => [
      ...documents
        .filter(({ mediaType }) => mediaType === 'text/plain')
        .map(({ content }) => content),
      ...notes.map(({ body }) => body),
    ])
    expect(
      [...texts, ...summaries.map(({ body }) => body)].filter((text) => /[{}]/.test(text)),
    ).toEqual([])
    for (const { notes } of data.engagements) {
      expect(new Set(notes.map(({ body }) => body)).size).toBe(notes.length)
    }
  })

  test('data on health stands in re-integrations only', () => {
    const health = ['work-limitations', 'labour-expert-data', 'benefit-data']
    const others = data.engagements.filter(({ kind }) => kind !== 're-integration')
    const found = others.flatMap(({ notes, documents }) => [...notes, ...documents])
    expect(found.filter(({ category }) => health.includes(category))).toEqual([])
  })

  test('talks are two to three weeks apart, longer when the coach is away', () => {
    const gaps = data.engagements.flatMap((engagement) => {
      return engagement.consults.slice(1).map(({ heldOn }, index) => {
        return countDays(engagement.consults[index]?.heldOn ?? heldOn, heldOn)
      })
    })
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12)
    expect(gaps.filter((gap) => gap <= 23).length / gaps.length).toBeGreaterThan(0.9)
  })
})

describe('nobody real is in it', () => {
  const whole = JSON.stringify(data)

  test('every address of email ends in example.org, and each is used once', () => {
    const emails = whole.match(/[\w.-]+@[\w.-]+/g) ?? []
    expect(emails.filter((email) => !/@(?:[a-z]+\.)?example\.org$/.test(email))).toEqual([])
    expect(new Set(emails).size).toBe(emails.length)
    expect(whole).not.toMatch(/https?:|www\./)
  })

  test('nothing is a citizen number', () => {
    const numbers = whole.match(/(?<!\d)\d{9}(?!\d)/g) ?? []
    expect(numbers.filter(passesElevenTest)).toEqual([])
  })

  test('telephone numbers lie in a range that nobody has, postcodes too', () => {
    for (const { phone, postcode } of data.clients) {
      expect(phone).toMatch(/^\+31600000\d{3}$/)
      expect(postcode).toMatch(/^[1-9]\d{3} [FIOQUY][A-Z]$/)
    }
  })

  test('clients are grown up', () => {
    for (const { bornOn } of data.clients) {
      expect(bornOn > addDays(TODAY, -64 * 366) && bornOn < addDays(TODAY, -23 * 365)).toBe(true)
    }
  })
})

function passesElevenTest(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, at) => {
    return total + (at === 8 ? -1 : 9 - at) * Number(digit)
  }, 0)
  return sum % 11 === 0
}
