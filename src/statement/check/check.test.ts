import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { PROBLEM_CODES, type ProblemCode } from '#statement/problem.ts'
import { CATALOGUE_MESSAGES } from '#statement/problems/catalogue.ts'
import { SAMPLE_DUTCH, SAMPLE_ENGLISH, SAMPLE_YAML, sampleFolder } from '#statement/sample.ts'
import { checkFolder } from './check.ts'

/**
 * A change of the sample and what is then said. The first `»` in the new words is where the problem
 * must be reported; it is taken out before the sample is read.
 */
type Broken = readonly [
  code: ProblemCode,
  from: string | RegExp,
  to: string,
  suggestion?: string | undefined,
]

const YAML: readonly Broken[] = [
  ['YAML_SYNTAX', '  outplacement: {}', '  outplacement: {}\n»}'],
  ['YAML_SYNTAX', '  outplacement: {}', '  »\toutplacement: {}'],
  ['YAML_ALIAS', 'identity: {}', 'identity: »*nobody'],
  ['DUPLICATE_KEY', '  contact: {}', '  contact: {}\n  »contact: {}'],
  ['STATEMENT_EMPTY', /^[\s\S]*$/, '»# nothing'],
  ['UNSUPPORTED_EDITION', 'gestand: 1', 'gestand: »2'],
  ['UNKNOWN_KEY', 'version: 2', 'version: 2\n»verzion: 2', 'version'],
  ['UNKNOWN_KEY', 'basis: contract', 'basis: contract\n    »rights: []', undefined],
  ['MISSING_KEY', 'version: 2\n', '', undefined],
  ['WRONG_TYPE', 'by: [substitute]', 'by: »substitute'],
  ['WRONG_TYPE', 'from: engagement.ended', 'from: »7'],
  ['EMPTY_VALUE', 'by: [substitute]', 'by: »[]'],
  ['VALUE_TOO_LONG', 'name: Wolkenhuis', `name: »${'a'.repeat(2001)}`],
  ['BAD_VERSION', 'version: 2', 'version: »0'],
  ['BAD_VERSION', 'version: 2', 'version: »1.5'],
  ['BAD_VERSION', 'version: 2', 'version: »two'],
  ['BAD_DATE', '2026-09-01', '»2026-02-30'],
  ['BAD_DATE', 'until: 2028-12-31', 'until: »31-12-2028'],
  ['BAD_DURATION', 'keep: P5Y', 'keep: »5Y'],
  ['BAD_DURATION', 'within: P6W', 'within: »P'],
  ['WRONG_TYPE', 'keep: P14D', 'keep: »14'],
  ['BAD_EMAIL', 'fg@example.org', '»fg@'],
  ['BAD_PHONE', '010-0000000', '»call-me'],
  ['BAD_KVK', '"00000000"', '»123'],
  ['BAD_COUNTRY', 'country: NL', 'country: »Netherlands'],
  ['BAD_ID', '  hosting:\n', '  »Hosting Partner:\n'],
  ['MISSING_LANGUAGE', '{ nl: waarnemen, en: standing in }', '{ nl: waarnemen }'],
  ['REPEATED_WORD', 'reads: [identity, conv', 'reads: [identity, »identity, conv'],
  ['UNKNOWN_CHOICE', 'then: destroy', 'then: »destory', 'destroy'],
  ['UNKNOWN_CHOICE', 'exception: employment-law', 'exception: »work', undefined],
  ['UNKNOWN_BASIS', 'basis: contract', 'basis: »contrakt', 'contract'],
  ['ACTIVITY_WITHOUT_PURPOSE', '    purpose: { nl: waarnemen, en: standing in }\n', ''],
  ['ACTIVITY_WITHOUT_BASIS', '    basis: consent\n', ''],
  ['ACTIVITY_WITHOUT_RELATION', '    by: [substitute]\n', ''],
  [
    'CONSENT_WITHOUT_TEXT',
    'substitution: { expires: P2Y, text: { nl: Ik stem in., en: I agree. } }',
    'substitution: {}',
  ],
  ['UNKNOWN_CATEGORY', '  contact: {}', '  contact: {}\n  »contakt: {}', 'contact'],
  ['UNKNOWN_ACTIVITY', '  coaching:\n', '  »coachin:\n', 'coaching'],
  ['UNKNOWN_RELATION', 'by: [substitute]', 'by: [»substitude]', 'substitute'],
  ['UNKNOWN_KIND', '  outplacement: {}', '  »outplacment: {}', 'outplacement'],
  ['UNKNOWN_CONSENT', 'consent.substitution', '»consent.substitucion', 'consent.substitution'],
  ['UNKNOWN_CONSENT', 'consent.substitution', '»substitution', 'consent.substitution'],
  ['UNKNOWN_EVENT', 'engagement.ended', '»engagement.end', 'engagement.ended'],
  ['UNKNOWN_PART', '  relation-line:\n', '  »relation-lines:\n', 'relation-line'],
  ['UNKNOWN_RECIPIENT_KIND', 'kind: hosting', 'kind: »hostng', 'hosting'],
  ['UNKNOWN_RIGHT', '  erasure:', '  »erazure:', 'erasure'],
  ['UNKNOWN_MECHANISM', '[summary-approval]', '[»summary-aproval]', 'summary-approval'],
  ['UNKNOWN_DECISION', '[client-objects,', '[»client-object,', 'client-objects'],
  ['UNKNOWN_PERIOD', 'during: absence', 'during: »abscence', 'absence'],
  ['UNKNOWN_PARTICULAR', 'holds: [name, year]', 'holds: [»nam, year]', 'name'],
  ['UNDECLARED_CATEGORY', 'writes: [identity,', 'writes: [»advice,', undefined],
  ['UNDECLARED_CATEGORY', '  contact: {}\n', '', undefined],
  ['UNDECLARED_ACTIVITY', 'country: NL', 'country: NL\n    for: [»intake]'],
  ['UNDECLARED_RELATION', 'by: [substitute]', 'by: [»client]'],
  ['UNDECLARED_KIND', 'for: [re-integration]', 'for: [»empowerment]'],
  ['UNDECLARED_KIND', 'only-in: [re-integration]', 'only-in: [»career-check]'],
  ['UNDECLARED_CONSENT', 'after: consent.substitution', 'after: »consent.disclosure'],
  ['ACTIVITY_WITHOUT_CATEGORY', '    reads: [identity, conversation-reports]\n', ''],
  ['INTEREST_MISSING', 'basis: contract', 'basis: »legitimate-interest'],
  ['LAW_MISSING', 'basis: contract', 'basis: »legal-duty'],
  ['LAW_MISSING', 'basis: contract', 'basis: »public-task'],
  ['CONSENT_BASIS_WITHOUT_CONSENT', 'by: [substitute]', 'by: [»responsible-coach]'],
  ['SPECIAL_MISSING', '  work-limitations: { special: health,', '  »work-limitations: {'],
  ['SPECIAL_WRONG', '  identity: {}', '  »identity: { special: health }'],
  [
    'EXCEPTION_MISSING',
    '  work-limitations: { special: health, exception: employment-law,',
    '  »work-limitations: { special: health,',
  ],
  [
    'CITIZEN_NUMBER_EVERYWHERE',
    '  identity: {}',
    '  identity: {}\n  »citizen-number: { law: Wet x, only-in: [outplacement] }',
  ],
  ['CITIZEN_NUMBER_WITHOUT_LAW', '  identity: {}', '  identity: {}\n  »citizen-number: {}'],
  ['CATEGORY_UNREAD', '  identity: {}', '  identity: {}\n  »advice: {}'],
  ['CATEGORY_NOT_KEPT', '  identity: {}', '  identity: {}\n  »staff: {}'],
  [
    'CATEGORY_OUT_OF_KIND',
    'writes: [identity, conversation-reports, work-limitations]\n',
    'writes: [identity, conversation-reports, »work-limitations]\n    for: [outplacement]\n',
  ],
  ['RELATION_UNUSED', '  responsible-coach: {}', '  responsible-coach: {}\n  »client: {}'],
  [
    'CONSENT_UNUSED',
    '  partner-access: {',
    '  »disclosure: { text: { nl: Ja., en: Yes. } }\n  partner-access: {',
  ],
  [
    'PERIOD_OF_FUNCTION',
    '  responsible-coach: {}',
    '  responsible-coach: {}\n  »coach: { during: absence }',
  ],
  ['RECIPIENT_BARRED', 'kind: hosting', 'kind: »commercial'],
  ['RECIPIENT_BARRED', 'kind: hosting', 'kind: »charity'],
  ['RECIPIENT_WITHOUT_CATEGORY', '    gets: [identity]\n', ''],
  ['AGREEMENT_MISSING', '    agreement: { until: 2028-12-31 }\n', ''],
  ['AGREEMENT_LAPSED', 'until: 2028-12-31', 'until: »2026-08-31'],
  ['TRANSFER_WITHOUT_SAFEGUARD', 'country: NL', 'country: »US'],
  ['COUNTRY_MISSING', '    country: NL\n', ''],
  ['RETENTION_WITHOUT_EVENT', '  dossier: { from: engagement.ended,', '  »dossier: {'],
  ['KEPT_INDEFINITELY', 'keep: indefinitely', 'keep: »indefinitely'],
  ['INDEFINITE_WITHOUT_REASON', /keep: indefinitely\n.*\n/, 'keep: »indefinitely\n'],
  ['KEPT_FOR_NO_TIME', 'keep: P5Y', 'keep: »P0D'],
  ['CONSENT_FOR_NO_TIME', 'partner-access: { text: {', 'partner-access: { expires: »P0M, text: {'],
  ['UNLINK_WITHOUT_HOLDS', / {2}dossier: \{([\s\S]*)then: destroy/, '  »dossier: {$1then: unlink'],
  ['RIGHT_MISSING', 'rights:\n  access: { within: P1M, self-service: true }', '»rights:'],
  ['RIGHT_WITHOUT_TERM', '  erasure: { at-once: true }', '  »erasure: {}'],
  ['RIGHT_WITHOUT_TERM', '  erasure: { at-once: true }', '  »erasure: { at-once: false }'],
  ['RIGHT_TOO_SLOW', 'access: { within: P1M', 'access: { within: »P2M'],
  ['CONTACT_MISSING', /contacts:\n.*\n.*\n/, '»contacts: { security: { email: a@example.org } }\n'],
  ['BACKUP_GAP', '{ every: P1D, keep: P14D }', '{ every: P1W, keep: »P6D }'],
  ['EVIDENCE_MISSING', /  sam-03:([\s\S]*)    evidence: paper-register\n/, '  »sam-03:$1'],
  ['REVIEW_MISSING', /  sam-03:([\s\S]*)    review: P1Y\n/, '  »sam-03:$1'],
  ['CLAUSE_UNKNOWN', '  sam-02: {', '  »sam-20: { kept-by: [ledger] }\n  sam-02: {', 'sam-02'],
]

/** The same for `text.nl.md`. */
const DUTCH: readonly Broken[] = [
  ['TEXT_EMPTY', /^[\s\S]*$/, '\n'],
  ['TITLE_MISSING', '# Privacyverklaring\n', '»Welkom.\n'],
  ['HEADING_TOO_DEEP', '{#sam-02}', '»#### Diep\n\n{#sam-02}'],
  ['HEADING_SKIPS', '{#sam-02}', '»### Diep\n\n{#sam-02}'],
  ['LIST_NESTED', '{#sam-02}', '- een\n»  - twee\n\n{#sam-02}'],
  ['EMPHASIS_UNCLOSED', 'Papier', '»**Papier'],
  ['EMPHASIS_UNCLOSED', 'Papier', '»*Papier'],
  ['LINK_UNCLOSED', 'Papier', '»[Papier'],
  ['LINK_UNSAFE', 'Papier', '»[Papier](javascript:alert)'],
  ['LINK_UNSAFE', 'Papier', '»[Papier](http://example.org)'],
  ['LINK_UNSAFE', 'Papier', '»[Papier](//example.org)'],
  ['BRACE_UNCLOSED', 'Papier', '»{version Papier'],
  ['CLAUSE_ID_BAD', '{#sam-02}', '»{#Sam 2}'],
  ['CLAUSE_IN_HEADING', '# Privacy', '»# {#sam-09} Privacy'],
  ['CLAUSE_EMPTY', '{#sam-02} Van elk gesprek keurt u de samenvatting goed.', '»{#sam-02}'],
  ['CLAUSE_WITHOUT_MECHANISM', '{#sam-02}', '»{#sam-09}'],
  ['CLAUSE_DUPLICATE', 'Papier', 'Papier »{#sam-02} nogmaals'],
  ['CLAUSE_MISSING', '{#sam-03} Papier', 'Papier', undefined],
  [
    'CLAUSE_LANGUAGES_DIFFER',
    '{#sam-01} {retention.dossier} bewaren wij {retention.dossier.keep} na {retention.dossier.from}',
    '»{#sam-01} Wij ruimen op',
  ],
  [
    'PLACEHOLDER_UNKNOWN',
    '{retention.dossier.keep}',
    '»{retention.dossier.kep}',
    '{retention.dossier.keep}',
  ],
  ['PLACEHOLDER_UNKNOWN', '{retention.dossier.keep}', '»{nothing}'],
  ['PLACEHOLDER_UNKNOWN', '{retention.dossier.keep}', '»{constructor}'],
  ['PLACEHOLDER_UNDECLARED', '{retention.dossier.keep}', '»{retention.paper.keep}'],
  [
    'PLACEHOLDER_UNDECLARED',
    '{retention.dossier.keep}',
    '»{recipients.hostin}',
    '{recipients.hosting}',
  ],
  ['PLACEHOLDER_UNSAYABLE', '{controller.name}', '»{controller}'],
  ['PLACEHOLDER_UNSAYABLE', '{controller.name}', '»{backups}'],
  ['HANDWRITTEN_NUMBER', 'Papier', 'Papier »7'],
  ['HANDWRITTEN_PERIOD', '{retention.dossier.keep}', '»vijf jaar'],
  ['HANDWRITTEN_PERIOD', '{retention.dossier.keep}', '»5 jaar'],
  ['HANDWRITTEN_PERIOD', 'Papier', 'Papier ligt »binnen een week'],
  ['HANDWRITTEN_PERIOD', 'Papier', 'Papier ligt »dagelijks'],
  ['HANDWRITTEN_NAME', 'Papier', 'Papier bij »Wolkenhuis'],
  ['HANDWRITTEN_NAME', 'Papier', '**Papier** bij »Bureau Voorbeeld'],
  ['HANDWRITTEN_EMAIL', 'Papier', 'Papier via »hulp@example.org'],
]

const ENGLISH: readonly Broken[] = [
  ['HANDWRITTEN_PERIOD', '{retention.dossier.keep}', '»five\nyears'],
  ['HANDWRITTEN_PERIOD', 'Paper', 'Paper »within a month'],
  ['HANDWRITTEN_PERIOD', 'Paper', 'Paper »ten working days'],
]

function breakOpen(text: string, [, from, to]: Broken) {
  const marked = text.replace(from, to)
  expect(marked, 'the sample has what is to be broken').not.toBe(text)
  const before = marked.slice(0, Math.max(0, marked.indexOf('»'))).split('\n')
  const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 }
  return { broken: marked.replace('»', ''), place: marked.includes('»') ? place : {} }
}

const CASES = [
  ...YAML.map((row) => ({ row, file: 'yaml', text: SAMPLE_YAML }) as const),
  ...DUTCH.map((row) => ({ row, file: 'nl', text: SAMPLE_DUTCH }) as const),
  ...ENGLISH.map((row) => ({ row, file: 'en', text: SAMPLE_ENGLISH }) as const),
]

test('the sample is sound, with one warning', () => {
  const { sound, problems } = checkFolder(sampleFolder(), VOCABULARY)
  expect(sound).toBe(true)
  expect(problems.map(({ code }) => code)).toEqual(['KEPT_INDEFINITELY'])
})

test.each(CASES.map((each) => [each.row[0], each.row[2], each] as const))(
  '%s is reported, where it stands: %j',
  (code, _, { row, file, text }) => {
    const { broken, place } = breakOpen(text, row)
    const { problems } = checkFolder(sampleFolder({ [file]: broken }), VOCABULARY)
    const found = problems.filter((each) => each.code === code)
    expect(problems.map((each) => each.code)).toContain(code)
    expect(found).toContainEqual(expect.objectContaining({ code, ...place }))
    expect(found.map((each) => each.suggestion)).toContain(
      row.length > 3 ? row[3] : found[0]?.suggestion,
    )
  },
)

test('a text that is missing is reported, and so is a folder that cannot name an organisation', () => {
  const { problems } = checkFolder(
    { ...sampleFolder({ en: undefined }), organisation: 'Bureau-1' },
    VOCABULARY,
  )
  const codes = problems.map(({ code, file }) => `${file} ${code}`)
  expect(codes).toContain('text.en.md TEXT_MISSING')
  expect(codes).toContain('statement.yaml BAD_ORGANISATION')
})

test('a file without end is refused before it is read', () => {
  const { problems } = checkFolder(sampleFolder({ yaml: `#${'a'.repeat(400_000)}` }), VOCABULARY)
  expect(problems.map(({ code }) => code)).toContain('FILE_TOO_LARGE')
})

test('every problem of a statement has a case here, and says something in both languages', () => {
  const elsewhere = [
    'TEXT_MISSING',
    'BAD_ORGANISATION',
    'FILE_TOO_LARGE',
    'UNKNOWN_OWNER',
    ...Object.keys(CATALOGUE_MESSAGES),
  ]
  const shown = new Set<string>([...CASES.map(({ row }) => row[0]), ...elsewhere])
  expect(PROBLEM_CODES.filter((code) => !shown.has(code))).toEqual([])
  expect(PROBLEM_CODES.length).toBeGreaterThan(40)
  for (const { row, file, text } of CASES) {
    const { problems } = checkFolder(
      sampleFolder({ [file]: breakOpen(text, row).broken }),
      VOCABULARY,
    )
    for (const { message } of problems) {
      expect(message.nl).not.toMatch(/undefined|""/)
      expect(message.en).not.toMatch(/undefined|""/)
    }
  }
})
