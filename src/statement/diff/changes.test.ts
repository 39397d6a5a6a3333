import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { editSample, readSample } from '#statement/sample.ts'
import type { Statement } from '#statement/statement.ts'
import type { Change } from './change.ts'
import { CHANGES } from './changes.ts'
import { diffStatements } from './statements.ts'

type Edit = readonly [from: string | RegExp, to: string]

const KEPT = 'keep: P5Y'

/** What is changed in the sample; what is said of it; and what is said of the change back. */
const CASES: readonly (readonly [edit: Edit, there: string[], back: string[]])[] = [
  [['version: 2', 'version: 3'], ['version-changed'], ['version-changed']],
  [['2026-09-01', '2027-01-01'], ['in-force-changed'], ['in-force-changed']],
  [['Bureau Voorbeeld', 'Bureau Ander'], ['controller-changed'], ['controller-changed']],
  [['fg@example.org', 'fg2@example.org'], ['contacts-changed'], ['contacts-changed']],
  [
    ['  outplacement: {}', '  outplacement: {}\n  empowerment: {}'],
    ['kind-added'],
    ['kind-removed'],
  ],
  [['outplacement: {}', 'outplacement: { law: Wet }'], ['kind-changed'], ['kind-changed']],
  [['  contact: {}', '  contact: {}\n  advice: {}'], ['category-added'], ['category-removed']],
  [
    ['only-in: [re-integration]', 'only-in: [re-integration, outplacement]'],
    ['category-kinds-added'],
    ['category-kinds-removed'],
  ],
  [['employment-law', 'care'], ['category-ground-changed'], ['category-ground-changed']],
  [
    ['en: standing in', 'en: replacing'],
    ['activity-purpose-changed'],
    ['activity-purpose-changed'],
  ],
  [
    ['basis: contract', 'basis: vital-interest'],
    ['activity-basis-changed'],
    ['activity-basis-changed'],
  ],
  [
    ['basis: contract', 'basis: contract\n    law: Wet'],
    ['activity-ground-changed'],
    ['activity-ground-changed'],
  ],
  [
    ['reads: [identity, conv', 'reads: [contact, identity, conv'],
    ['activity-reads-added'],
    ['activity-reads-removed'],
  ],
  [
    ['writes: [identity,', 'writes: [contact, identity,'],
    ['activity-writes-added'],
    ['activity-writes-removed'],
  ],
  [
    ['by: [substitute]', 'by: [substitute, partner-coach]'],
    ['activity-relation-added'],
    ['activity-relation-removed'],
  ],
  [
    ['for: [re-integration]', 'for: [re-integration, outplacement]'],
    ['activity-kinds-added'],
    ['activity-kinds-removed'],
  ],
  [
    ['  responsible-coach: {}', '  responsible-coach: {}\n  client: {}'],
    ['relation-added'],
    ['relation-removed'],
  ],
  [
    ['responsible-coach: {}', 'responsible-coach: { after: consent.substitution }'],
    ['relation-consent-added'],
    ['relation-consent-removed'],
  ],
  [
    ['{ after: consent.partner-access }', '{ after: consent.substitution }'],
    ['relation-consent-changed'],
    ['relation-consent-changed'],
  ],
  [
    ['{ after: consent.partner-access }', '{ after: consent.partner-access, during: absence }'],
    ['relation-period-added'],
    ['relation-period-removed'],
  ],
  [
    ['during: absence', 'during: absence, announced: true'],
    ['relation-announced'],
    ['relation-unannounced'],
  ],
  [
    ['consents:\n', 'consents:\n  disclosure: { text: { nl: Ja., en: Yes. } }\n'],
    ['consent-added'],
    ['consent-removed'],
  ],
  [
    ['partner-access: { text', 'partner-access: { expires: P1Y, text'],
    ['consent-term-added'],
    ['consent-term-removed'],
  ],
  [['expires: P2Y', 'expires: P1Y'], ['consent-term-shorter'], ['consent-term-longer']],
  [['Ik stem in.', 'Ik vind het goed.'], ['consent-wording-changed'], ['consent-wording-changed']],
  [
    ['recipients:\n', 'recipients:\n  tax: { kind: authority, gets: [identity] }\n'],
    ['recipient-added'],
    ['recipient-removed'],
  ],
  [
    ['gets: [identity]', 'gets: [identity, contact]'],
    ['recipient-gets-added'],
    ['recipient-gets-removed'],
  ],
  [
    ['country: NL', 'country: NL\n    for: [coaching]'],
    ['recipient-purpose-added'],
    ['recipient-purpose-removed'],
  ],
  [
    ['country: NL', 'country: NL\n    after: consent.substitution'],
    ['recipient-consent-added', 'recipient-changed'],
    ['recipient-consent-removed', 'recipient-changed'],
  ],
  [['2028-12-31', '2029-12-31'], ['recipient-changed'], ['recipient-changed']],
  [['name: Wolkenhuis', 'name: Serverhof'], ['recipient-replaced'], ['recipient-replaced']],
  [['country: NL', 'country: BE'], ['recipient-moved'], ['recipient-moved']],
  [
    ['retention:\n', 'retention:\n  paper: { from: engagement.ended, keep: P1Y }\n'],
    ['retention-added'],
    ['retention-removed'],
  ],
  [[KEPT, 'keep: P2Y'], ['retention-shorter'], ['retention-longer']],
  [[KEPT, 'keep: P59M'], ['retention-shorter'], ['retention-longer']],
  [[KEPT, 'keep: indefinitely'], ['retention-longer'], ['retention-shorter']],
  [
    ['from: engagement.ended', 'from: [engagement.ended, engagement.started]'],
    ['retention-starts-later'],
    ['retention-starts-earlier'],
  ],
  [
    [
      'sooner: [client-objects, client-asks]',
      'sooner: [client-objects, client-asks, client-decides]',
    ],
    ['retention-choice-added'],
    ['retention-choice-removed'],
  ],
  [
    [KEPT, 'keep: P5Y, later: [client-decides]'],
    ['retention-delay-added'],
    ['retention-delay-removed'],
  ],
  [
    ['holds: [name, year]', 'holds: [name, service, year]'],
    ['retention-remainder-added'],
    ['retention-remainder-removed'],
  ],
  [['then: destroy', 'then: unlink'], ['retention-end-unlinks'], ['retention-end-destroys']],
  [
    ['en: keeping an overview', 'en: because'],
    ['retention-reason-changed'],
    ['retention-reason-changed'],
  ],
  [['  complaint: { within: P6W }\n', ''], ['right-removed'], ['right-added']],
  [
    ['complaint: { within: P6W }', 'complaint: { within: P8W }'],
    ['right-slower'],
    ['right-faster'],
  ],
  [['erasure: { at-once: true }', 'erasure: { within: P1M }'], ['right-slower'], ['right-faster']],
  [
    ['erasure: { at-once: true }', 'erasure: { at-once: true, after: engagement.ended }'],
    ['right-condition-changed'],
    ['right-condition-changed'],
  ],
  [
    ['portability: { within: P1M }', 'portability: { within: P1M, self-service: true }'],
    ['right-self-service-added'],
    ['right-self-service-removed'],
  ],
  [['keep: P14D', 'keep: P7D'], ['backups-kept-shorter'], ['backups-kept-longer']],
  [['every: P1D', 'every: P1W'], ['backups-made'], ['backups-made']],
  [['[summary-approval]', '[ledger]'], ['clause-keeping-changed'], ['clause-keeping-changed']],
]

function diffSample(before: Statement, after: Statement): Change[] {
  return diffStatements(before, after, VOCABULARY)
}

test.each(CASES)('%j is named, and so is its way back', (edit, there, back) => {
  const [before, after] = [readSample(), editSample(...edit)]
  expect(diffSample(before, after).map(({ code }) => code)).toEqual(there)
  expect(diffSample(after, before).map(({ code }) => code)).toEqual(back)
})

test('what narrows on the way there widens on the way back', () => {
  const opposite = { narrowing: 'widening', widening: 'narrowing', neutral: 'neutral' } as const
  for (const [edit] of CASES) {
    const [before, after] = [readSample(), editSample(...edit)]
    // Another purpose, recipient or country widens either way: it is one that nobody was told of.
    const told = (each: Change) => !/purpose-changed$|-replaced$|-moved$/.test(each.code)
    const there = diffSample(before, after).filter(told)
    const back = diffSample(after, before).filter(told)
    expect(back.map(({ effect }) => effect)).toEqual(there.map(({ effect }) => opposite[effect]))
  }
})

test('every change there is has been shown, with a whole sentence in both languages', () => {
  const shown = CASES.flatMap(([edit]) => {
    const [before, after] = [readSample(), editSample(...edit)]
    return [...diffSample(before, after), ...diffSample(after, before)]
  })
  for (const { sentence } of shown) {
    expect(sentence.nl).toMatch(/^[\p{Lu}"][^{}]*[^ ]\.$/u)
    expect(sentence.en).toMatch(/^[\p{Lu}"][^{}]*[^ ]\.$/u)
  }
  const elsewhere = ['activity-added', 'activity-removed', 'text-changed']
  const clauses = ['clause-added', 'clause-removed', 'clause-reworded']
  const codes = new Set<string>([...shown.map(({ code }) => code), ...elsewhere, ...clauses])
  expect(Object.keys(CHANGES).filter((code) => !codes.has(code))).toEqual([])
})
