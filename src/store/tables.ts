// Generated from database/organisation by `npm run tables`. Do not edit.

import type { Generated } from 'kysely'

/** The tables of an organisation, by name. */
export interface OrganisationTables {
  absence_cancellations: AbsenceCancellations
  absences: Absences
  activations: Activations
  affiliations: Affiliations
  approvals: Approvals
  checkpoints: Checkpoints
  clients: Clients
  closures: Closures
  consent_requests: ConsentRequests
  consents: Consents
  consults: Consults
  disclosed_documents: DisclosedDocuments
  disclosures: Disclosures
  dispatches: Dispatches
  disputes: Disputes
  document_contents: DocumentContents
  documents: Documents
  dossiers: Dossiers
  engagements: Engagements
  findings: Findings
  functions: Functions
  invitations: Invitations
  last_consults: LastConsults
  ledger: Ledger
  ledger_keys: LedgerKeys
  member_invitations: MemberInvitations
  members: Members
  notes: Notes
  open_matters: OpenMatters
  parties: Parties
  profiles: Profiles
  proofs: Proofs
  relation_lines: RelationLines
  relations: Relations
  statement_notices: StatementNotices
  statements: Statements
  summaries: Summaries
  withdrawals: Withdrawals
}

export interface AbsenceCancellations {
  absence_id: string
  cancelled_by: Generated<string | null>
  cancelled_at: Generated<Date>
}

export interface Absences {
  id: Generated<string>
  account_id: string
  substitute_id: string
  starts_on: string
  ends_on: string
}

export interface Activations {
  dossier_id: string
  notice_id: string
  activated_by: Generated<string | null>
  activated_at: Generated<Date>
}

export interface Affiliations {
  party_id: string
  account_id: string
}

export interface Approvals {
  summary_id: string
  dossier_id: string
  approved_by: Generated<string | null>
  approved_at: Generated<Date>
}

export interface Checkpoints {
  id: number
  until_xid: string
  entries: number
  root: Buffer
  previous: Buffer
  signature: Buffer
  key_id: string
  closed_at: Date
}

export interface Clients {
  dossier_id: string
  given_name: Generated<string>
  initials: Generated<string>
  prefix: Generated<string>
  family_name: string
  email: string | null
  phone: string | null
}

export interface Closures {
  dossier_id: string
  outcome: string
  ended_on: Generated<string>
  closed_by: Generated<string | null>
  closed_at: Generated<Date>
}

export interface ConsentRequests {
  id: Generated<string>
  dossier_id: string
  consent: string
  holder_id: string | null
  item_id: string | null
  wording: Buffer
  language: string
  statement: number
  asked_at: Generated<Date>
}

export interface Consents {
  request_id: string
  dossier_id: string
  decision: string
  decided_by: Generated<string | null>
  decided_at: Generated<Date>
}

export interface Consults {
  id: Generated<string>
  dossier_id: string
  held_on: string
  minutes: number
  way: string
  noted_by: Generated<string | null>
  noted_at: Generated<Date>
}

export interface DisclosedDocuments {
  disclosure_id: string
  dossier_id: string
  request_id: string
  part: number
  media_type: string
  body: Buffer
}

export interface Disclosures {
  id: Generated<string>
  dossier_id: string
  request_id: string
  party_id: string
  title: string
  about: string
  disclosed_by: Generated<string | null>
  disclosed_at: Generated<Date>
}

export interface Dispatches {
  summary_id: string
  dossier_id: string
  sent_by: Generated<string | null>
  sent_at: Generated<Date>
}

export interface Disputes {
  summary_id: string
  dossier_id: string
  words: Buffer
  disputed_by: Generated<string | null>
  disputed_at: Generated<Date>
}

export interface DocumentContents {
  document_id: string
  dossier_id: string
  category: string
  part: number
  body: Buffer
}

export interface Documents {
  id: Generated<string>
  dossier_id: string
  category: string
  title: Buffer
  media_type: string
  bytes: number
  digest: Buffer
  source: string
  channel: string
  added_by: Generated<string | null>
  added_at: Generated<Date>
}

export interface Dossiers {
  id: Generated<string>
  kind: string
  person_id: string
  reference: Generated<string>
  started_at: Generated<Date>
  expires_on: string | null
  restricted_at: Date | null
}

export interface Engagements {
  dossier_id: string
  party_id: string | null
  intake_id: Generated<string>
  order_reference: Generated<string>
  ordered_on: Generated<string>
}

export interface Findings {
  proof_id: number
  place: number
  code: string
  subject: string
}

export interface Functions {
  account_id: string
  function: string
  since: Generated<Date>
}

export interface Invitations {
  id: Generated<string>
  dossier_id: string
  email: string
  name: string
  language: Generated<string>
  token_hash: Buffer
  invited_at: Generated<Date>
  expires_at: Generated<Date>
  accepted_at: Date | null
}

export interface LastConsults {
  dossier_id: string
  held_on: string
}

export interface Ledger {
  id: Generated<number>
  at: Generated<Date>
  xid: Generated<string>
  account_id: string | null
  activity: string | null
  act: string
  subject: string | null
  dossier_id: string | null
  item: string | null
  amount: number | null
  statement: number | null
}

export interface LedgerKeys {
  id: string
  public_key: Buffer
  since: Generated<Date>
}

export interface MemberInvitations {
  id: Generated<string>
  email: string
  name: string
  title: Generated<string>
  functions: Generated<string[]>
  party_id: string | null
  language: Generated<string>
  token_hash: Buffer
  invited_at: Generated<Date>
  expires_at: Generated<Date>
  accepted_at: Date | null
}

export interface Members {
  account_id: string
  name: string
  title: Generated<string>
  left_at: Date | null
}

export interface Notes {
  id: Generated<string>
  dossier_id: string
  category: string
  body: Buffer
  source: string
  channel: string
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface OpenMatters {
  dossier_id: string
  summaries_unsent: Generated<number>
  summaries_unanswered: Generated<number>
  summaries_disputed: Generated<number>
  consents_unanswered: Generated<number>
}

export interface Parties {
  id: Generated<string>
  name: string
  email: string | null
}

export interface Profiles {
  dossier_id: string
  born_on: string | null
  street: string | null
  house_number: number | null
  house_number_addition: string | null
  postcode: string | null
  city: string | null
  education: Buffer | null
  career: Buffer | null
}

export interface Proofs {
  id: Generated<number>
  check_name: string
  state: string
  looked_at: number
  wrong: number
  ran_at: Generated<Date>
}

export interface RelationLines {
  id: Generated<string>
  party_id: string
  dossier_id: string | null
  name: string | null
  service: string
  year: number
}

export interface Relations {
  id: Generated<string>
  dossier_id: string
  holder_id: string
  relation: string
  since: Generated<Date>
  until: Date | null
  absence_id: string | null
}

export interface StatementNotices {
  id: Generated<string>
  dossier_id: string
  version: number
  way: string
  language: string
  shown_by: Generated<string | null>
  shown_at: Generated<Date>
}

export interface Statements {
  version: number
  in_force: string
  source: unknown
  applied_at: Generated<Date>
}

export interface Summaries {
  id: Generated<string>
  dossier_id: string
  consult_id: string
  replaces: string | null
  body: Buffer
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface Withdrawals {
  request_id: string
  dossier_id: string
  withdrawn_by: Generated<string | null>
  withdrawn_at: Generated<Date>
}
