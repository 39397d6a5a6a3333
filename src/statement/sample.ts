import { parseStatement, type Statement, type StatementFolder } from './statement.ts'

/** A small sound statement, for tests: each of them breaks or changes one thing in it. */
export const SAMPLE_YAML = `gestand: 1
version: 2
in-force: 2026-09-01
controller: { name: Bureau Voorbeeld, kvk: "00000000" }
contacts:
  officer: { email: fg@example.org, phone: 010-0000000 }
  responsible: { name: A. de Vries, email: directie@example.org }
kinds:
  re-integration: { law: Wet verbetering poortwachter }
  outplacement: {}
categories:
  identity: {}
  contact: {}
  conversation-reports: {}
  work-limitations: { special: health, exception: employment-law, only-in: [re-integration] }
  relation-line: {}
activities:
  coaching:
    purpose: { nl: begeleiden naar werk, en: guiding towards work }
    basis: contract
    reads: [identity, contact, conversation-reports, work-limitations, relation-line]
    writes: [identity, conversation-reports, work-limitations]
    by: [responsible-coach, partner-coach]
  substitution:
    purpose: { nl: waarnemen, en: standing in }
    basis: consent
    reads: [identity, conversation-reports]
    by: [substitute]
    for: [re-integration]
relations:
  responsible-coach: {}
  partner-coach: { after: consent.partner-access }
  substitute: { after: consent.substitution, during: absence }
consents:
  partner-access: { text: { nl: Ik stem in., en: I agree. } }
  substitution: { expires: P2Y, text: { nl: Ik stem in., en: I agree. } }
recipients:
  hosting:
    name: Wolkenhuis
    kind: hosting
    gets: [identity]
    country: NL
    agreement: { until: 2028-12-31 }
retention:
  dossier: { from: engagement.ended, keep: P5Y, sooner: [client-objects, client-asks],
    then: destroy }
  relation-line:
    keep: indefinitely
    because: { nl: overzicht houden, en: keeping an overview }
    holds: [name, year]
rights:
  access: { within: P1M, self-service: true }
  rectification: { within: P1M }
  erasure: { at-once: true }
  restriction: { at-once: true }
  objection: { at-once: true }
  portability: { within: P1M }
  complaint: { within: P6W }
backups: { every: P1D, keep: P14D }
clauses:
  sam-02: { kept-by: [summary-approval] }
  sam-03:
    organisational: { nl: op slot, en: locked away }
    evidence: paper-register
    review: P1Y
`

export const SAMPLE_DUTCH = `# Privacyverklaring

Dit is de verklaring van {controller.name}.

{#sam-01} {retention.dossier} bewaren wij {retention.dossier.keep} na {retention.dossier.from}.

{#sam-02} Van elk gesprek keurt u de samenvatting goed.

{#sam-03} Papier ligt op slot.
`

export const SAMPLE_ENGLISH = `# Privacy statement

This is the statement of {controller.name}.

{#sam-01} {retention.dossier} is kept for {retention.dossier.keep} after {retention.dossier.from}.

{#sam-02} You approve the summary of each talk.

{#sam-03} Paper is locked away.
`

/** The sample with other files, or with other words in `statement.yaml`. */
export function sampleFolder(
  files: { yaml?: string; nl?: string | undefined; en?: string | undefined } = {},
): StatementFolder {
  const texts = { nl: SAMPLE_DUTCH, en: SAMPLE_ENGLISH, ...files }
  return {
    organisation: 'sample',
    yaml: files.yaml ?? SAMPLE_YAML,
    texts: { nl: texts.nl, en: texts.en },
  }
}

/** The sample as a statement, with other files if they are given. */
export function readSample(files: Parameters<typeof sampleFolder>[0] = {}): Statement {
  const { statement, problems } = parseStatement(sampleFolder(files))
  if (!statement) throw new Error(JSON.stringify(problems))
  return statement
}

/** The sample with something else in `statement.yaml`. */
export function editSample(from: string | RegExp, to: string): Statement {
  const yaml = SAMPLE_YAML.replace(from, to)
  if (yaml === SAMPLE_YAML) throw new Error(`the sample has no ${String(from)}`)
  return readSample({ yaml })
}
