// Generated from database/organisation by `npm run tables`. Do not edit.

import type { Generated } from 'kysely'

/** The tables of an organisation, by name. */
export interface OrganisationTables {
  absence_cancellations: AbsenceCancellations
  absences: Absences
  access_review_decisions: AccessReviewDecisions
  access_review_lines: AccessReviewLines
  access_reviews: AccessReviews
  accreditation_decisions: AccreditationDecisions
  accreditation_visits: AccreditationVisits
  accreditations: Accreditations
  action_completions: ActionCompletions
  action_templates: ActionTemplates
  actions: Actions
  activations: Activations
  affiliations: Affiliations
  agreements: Agreements
  anonymised_cases: AnonymisedCases
  appointment_cancellations: AppointmentCancellations
  appointment_confirmations: AppointmentConfirmations
  appointment_details: AppointmentDetails
  appointment_proposal_answers: AppointmentProposalAnswers
  appointment_proposals: AppointmentProposals
  appointment_reminders: AppointmentReminders
  appointment_replies: AppointmentReplies
  appointments: Appointments
  approvals: Approvals
  assessment_measures: AssessmentMeasures
  assessment_reports: AssessmentReports
  assessments: Assessments
  audit_judgements: AuditJudgements
  audit_partners: AuditPartners
  audit_students: AuditStudents
  audits: Audits
  bank_entries: BankEntries
  billings: Billings
  case_confirmations: CaseConfirmations
  case_shares: CaseShares
  charges: Charges
  checkpoints: Checkpoints
  clients: Clients
  closures: Closures
  collector_handovers: CollectorHandovers
  complaint_acknowledgements: ComplaintAcknowledgements
  complaint_hearings: ComplaintHearings
  complaint_outcomes: ComplaintOutcomes
  complaint_subjects: ComplaintSubjects
  complaints: Complaints
  consent_requests: ConsentRequests
  consents: Consents
  consults: Consults
  day_visitors: DayVisitors
  deliveries: Deliveries
  demand_decisions: DemandDecisions
  diploma_documents: DiplomaDocuments
  diploma_revocations: DiplomaRevocations
  diploma_shares: DiplomaShares
  diplomas: Diplomas
  disclosed_documents: DisclosedDocuments
  disclosures: Disclosures
  dispatches: Dispatches
  dispute_endings: DisputeEndings
  disputes: Disputes
  document_contents: DocumentContents
  documents: Documents
  dossiers: Dossiers
  employer_changes: EmployerChanges
  endings: Endings
  engagements: Engagements
  expectations: Expectations
  filed_mails: FiledMails
  findings: Findings
  form_answers: FormAnswers
  form_completions: FormCompletions
  form_shares: FormShares
  form_sources: FormSources
  form_templates: FormTemplates
  forms: Forms
  functions: Functions
  gatekeeper_completions: GatekeeperCompletions
  gatekeeper_reminders: GatekeeperReminders
  gatekeeper_terms: GatekeeperTerms
  goals: Goals
  handover_answers: HandoverAnswers
  handovers: Handovers
  identity_copies: IdentityCopies
  incident_assessments: IncidentAssessments
  incident_closures: IncidentClosures
  incident_decisions: IncidentDecisions
  incident_notices: IncidentNotices
  incidents: Incidents
  institutions: Institutions
  interruptions: Interruptions
  invitations: Invitations
  invoice_disputes: InvoiceDisputes
  invoice_settings: InvoiceSettings
  invoices: Invoices
  issuances: Issuances
  issuer_keys: IssuerKeys
  last_consults: LastConsults
  lasting_objections: LastingObjections
  ledger: Ledger
  ledger_keys: LedgerKeys
  ledger_prunings: LedgerPrunings
  legal_demands: LegalDemands
  likenesses: Likenesses
  mail_addresses: MailAddresses
  mail_attachments: MailAttachments
  member_invitations: MemberInvitations
  members: Members
  notes: Notes
  objections: Objections
  open_actions: OpenActions
  open_matters: OpenMatters
  package_parts: PackageParts
  packages: Packages
  page_visits: PageVisits
  paper_files: PaperFiles
  paper_items: PaperItems
  paper_leftovers: PaperLeftovers
  paper_moves: PaperMoves
  parties: Parties
  party_functions: PartyFunctions
  payers: Payers
  payment_reminders: PaymentReminders
  payment_reversals: PaymentReversals
  payments: Payments
  peer_cases: PeerCases
  peer_meetings: PeerMeetings
  peer_participants: PeerParticipants
  portfolio_files: PortfolioFiles
  portfolio_items: PortfolioItems
  portfolio_requests: PortfolioRequests
  practice_endings: PracticeEndings
  principal_messages: PrincipalMessages
  professional_answers: ProfessionalAnswers
  professional_requests: ProfessionalRequests
  professional_sendings: ProfessionalSendings
  profiles: Profiles
  programme_requirements: ProgrammeRequirements
  programme_versions: ProgrammeVersions
  programmes: Programmes
  progress_reports: ProgressReports
  proofs: Proofs
  publications: Publications
  recipient_notices: RecipientNotices
  rectifications: Rectifications
  register_imports: RegisterImports
  register_remarks: RegisterRemarks
  registrants: Registrants
  registrations: Registrations
  reissue_requests: ReissueRequests
  rejections: Rejections
  related_persons: RelatedPersons
  relation_lines: RelationLines
  relations: Relations
  request_steps: RequestSteps
  requests: Requests
  restorations: Restorations
  restrictions: Restrictions
  retention_choices: RetentionChoices
  revocation_lists: RevocationLists
  sendings: Sendings
  sent_mails: SentMails
  sick_leaves: SickLeaves
  signal_answers: SignalAnswers
  signal_words: SignalWords
  signals: Signals
  signatures: Signatures
  signing_refusals: SigningRefusals
  signing_reminders: SigningReminders
  signing_withdrawals: SigningWithdrawals
  signings: Signings
  statement_approvals: StatementApprovals
  statement_discards: StatementDiscards
  statement_drafts: StatementDrafts
  statement_notices: StatementNotices
  statement_proposals: StatementProposals
  statement_retraction_approvals: StatementRetractionApprovals
  statement_retractions: StatementRetractions
  statement_returns: StatementReturns
  statement_revisions: StatementRevisions
  statements: Statements
  submissions: Submissions
  substitution_announcements: SubstitutionAnnouncements
  successions: Successions
  successors: Successors
  summaries: Summaries
  summary_reminders: SummaryReminders
  supplements: Supplements
  survey_invitations: SurveyInvitations
  survey_mailings: SurveyMailings
  surveys: Surveys
  switched_categories: SwitchedCategories
  takeovers: Takeovers
  tallies: Tallies
  tally_exports: TallyExports
  tally_groups: TallyGroups
  tally_tables: TallyTables
  tally_words: TallyWords
  tariffs: Tariffs
  time_blocks: TimeBlocks
  time_corrections: TimeCorrections
  time_entries: TimeEntries
  time_remarks: TimeRemarks
  trajectories: Trajectories
  value_sources: ValueSources
  verifications: Verifications
  waiting_mail_parts: WaitingMailParts
  waiting_mails: WaitingMails
  withdrawals: Withdrawals
  working_hours: WorkingHours
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

export interface AccessReviewDecisions {
  line_id: string
  decision: string
  reason: Generated<string>
  decided_by: Generated<string | null>
  decided_at: Generated<Date>
}

export interface AccessReviewLines {
  id: Generated<string>
  review_id: string
  account_id: string
  sort: string
  word: Generated<string>
  party_id: string | null
  amount: Generated<number>
  since: Date | null
}

export interface AccessReviews {
  id: Generated<string>
  due_on: string
  begun_by: string | null
  begun_at: Generated<Date>
  closed_at: Date | null
}

export interface AccreditationDecisions {
  accreditation_id: string
  decision: string
  starts_on: string | null
  ends_on: string | null
  reason: Generated<string>
  decided_by: Generated<string | null>
  decided_at: Generated<Date>
}

export interface AccreditationVisits {
  id: Generated<string>
  accreditation_id: string
  visited_on: string
  found: Generated<string>
  noted_by: Generated<string | null>
  noted_at: Generated<Date>
}

export interface Accreditations {
  id: Generated<string>
  party_id: string
  programme_id: string
  renews: string | null
  applied_on: Generated<string>
  applied_by: Generated<string | null>
}

export interface ActionCompletions {
  action_id: string
  dossier_id: string
  completed_by: Generated<string | null>
  completed_at: Generated<Date>
}

export interface ActionTemplates {
  id: Generated<string>
  kind: string
  body: string
  performer: string
  week: number
  day: number | null
  written_at: Generated<Date>
}

export interface Actions {
  id: Generated<string>
  dossier_id: string
  goal_id: string | null
  body: Buffer
  performer: string
  week: number
  day: number | null
  written_by: Generated<string | null>
  written_at: Generated<Date>
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

export interface Agreements {
  id: Generated<string>
  recipient: string
  title: string
  starts_on: string
  ends_on: string | null
  country: string | null
  safeguard: Generated<string>
  sub_processors: Generated<string>
  contact: Generated<string>
  remark: Generated<string>
  recorded_at: Generated<Date>
}

export interface AnonymisedCases {
  id: Generated<string>
  dossier_id: string
  body: Buffer
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface AppointmentCancellations {
  appointment_id: string
  dossier_id: string
  side: Generated<string>
  cancelled_by: Generated<string | null>
  cancelled_at: Generated<Date>
}

export interface AppointmentConfirmations {
  appointment_id: string
  sequence: number
  dossier_id: string
  confirmed_by: Generated<string | null>
  confirmed_at: Generated<Date>
}

export interface AppointmentDetails {
  appointment_id: string
  dossier_id: string
  place: Buffer | null
  remark: Buffer | null
}

export interface AppointmentProposalAnswers {
  proposal_id: string
  dossier_id: string
  chosen: Date | null
  answered_by: Generated<string | null>
  answered_at: Generated<Date>
}

export interface AppointmentProposals {
  id: Generated<string>
  appointment_id: string
  dossier_id: string
  times: Date[]
  sequence: Generated<number>
  side: Generated<string>
  proposed_by: Generated<string | null>
  proposed_at: Generated<Date>
}

export interface AppointmentReminders {
  appointment_id: string
  sequence: number
  dossier_id: string
  reminded_at: Generated<Date>
}

export interface AppointmentReplies {
  appointment_id: string
  dossier_id: string
  sequence: number
  answer: string
  replied_at: Date
}

export interface Appointments {
  id: Generated<string>
  dossier_id: string
  coach_id: string
  starts_at: Date
  ends_at: Date
  way: string
  series_id: string | null
  recurs_at: Generated<Date>
  sequence: Generated<number>
  planned_by: Generated<string | null>
  planned_at: Generated<Date>
}

export interface Approvals {
  summary_id: string
  dossier_id: string
  approved_by: Generated<string | null>
  approved_at: Generated<Date>
}

export interface AssessmentMeasures {
  id: Generated<string>
  assessment_id: string
  risk: string
  level: string
  measure: string
  due_on: string
  done_on: string | null
}

export interface AssessmentReports {
  id: Generated<string>
  assessment_id: string
  necessity: string
  risks: string
  advice: string
  conclusion: string
  review_on: string
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface Assessments {
  id: Generated<string>
  activity: string
  title: string
  listed: Generated<string[]>
  criteria: Generated<string[]>
  reasons: string
  screened_by: Generated<string | null>
  screened_at: Generated<Date>
}

export interface AuditJudgements {
  audit_id: string
  dossier_id: string
  judgement: string
  words: Buffer
  judged_by: Generated<string | null>
  judged_at: Generated<Date>
}

export interface AuditPartners {
  audit_id: string
  name: string
  named_by: Generated<string | null>
  named_at: Generated<Date>
}

export interface AuditStudents {
  audit_id: string
  dossier_id: string
  drawn_at: Generated<Date>
  judged_at: Date | null
}

export interface Audits {
  id: Generated<string>
  party_id: string
  programme_id: string | null
  auditor_id: string
  starts_on: string
  ends_on: string
  planned_by: Generated<string | null>
  planned_at: Generated<Date>
  ended_at: Date | null
}

export interface BankEntries {
  id: string
  mark: string
  booked_on: string
  amount: number
  debtor: Generated<string>
  remittance: Generated<string>
  aside: Generated<number>
  imported_by: Generated<string | null>
  imported_at: Generated<Date>
}

export interface Billings {
  dossier_id: string
  payer: string
  shown: Generated<string>
  code: Generated<string>
}

export interface CaseConfirmations {
  case_id: string
  dossier_id: string
  digest: Buffer
  confirmed_by: Generated<string | null>
  confirmed_at: Generated<Date>
}

export interface CaseShares {
  shared_id: string
  dossier_id: string
  case_id: string
  meeting_id: string
  shared_by: Generated<string | null>
  shared_at: Generated<Date>
}

export interface Charges {
  id: Generated<string>
  payer_id: string
  dossier_id: string | null
  invoice_id: string | null
  credits: string | null
  subject: string
  day: string
  description: string
  quantity: number
  unit: string
  unit_price: number | null
  vat: string | null
  net: Generated<number | null>
  declared_by: Generated<string | null>
  declared_at: Generated<Date>
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

export interface CollectorHandovers {
  invoice_id: string
  recipient: string
  amount: Generated<number>
  handed_by: Generated<string | null>
  handed_at: Generated<Date>
}

export interface ComplaintAcknowledgements {
  complaint_id: string
  way: string
  acknowledged_at: Generated<Date>
}

export interface ComplaintHearings {
  id: Generated<string>
  complaint_id: string
  side: string
  way: string
  words: Buffer | null
  heard_on: Generated<string>
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface ComplaintOutcomes {
  complaint_id: string
  outcome: string
  reasons: Buffer | null
  measures: Buffer | null
  decided_by: Generated<string | null>
  decided_at: Generated<Date>
}

export interface ComplaintSubjects {
  complaint_id: string
  account_id: string
}

export interface Complaints {
  id: Generated<string>
  number: Generated<string>
  channel: string
  account_id: string | null
  name: Buffer | null
  email: string | null
  address: Buffer | null
  language: Generated<string>
  subject: Buffer | null
  words: Buffer | null
  wish: Buffer | null
  received_on: Generated<string>
  due_on: string | null
  entered_by: Generated<string | null>
  entered_at: Generated<Date>
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
  renews: string | null
  signature: Buffer | null
  signed_by: string | null
}

export interface Consents {
  request_id: string
  dossier_id: string
  decision: string
  decided_by: Generated<string | null>
  decided_at: Generated<Date>
  expires_at: Date | null
  way: Generated<string>
  reminded_at: Date | null
  document_id: string | null
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

export interface DayVisitors {
  day: string
  visitors: number
}

export interface Deliveries {
  id: string
  dossier_id: string
  recipient: string
  party_id: string | null
  request_id: string | null
  demand_id: string | null
  channel: string
  purpose: string
  categories: string[]
  subject: string
  item: string
  statement: number | null
  delivered_by: string | null
  delivered_at: Generated<Date>
}

export interface DemandDecisions {
  demand_id: string
  dossier_id: string
  decision: string
  reason: string
  decided_by: Generated<string>
  decided_at: Generated<Date>
}

export interface DiplomaDocuments {
  number: string
  dossier_id: string
  submission_id: string | null
  credential: Buffer
  issued_by: Generated<string | null>
  issued_at: Generated<Date>
}

export interface DiplomaRevocations {
  number: string
  reason: string
  revoked_on: Generated<string>
}

export interface DiplomaShares {
  id: Generated<string>
  dossier_id: string
  number: string
  token_hash: Buffer
  copy: Buffer
  ends_at: Date
  shared_at: Generated<Date>
  ended_at: Date | null
  looks: Generated<number>
  looked_at: Date | null
}

export interface Diplomas {
  number: Generated<string>
  serial: Generated<number>
  version_id: string
  issued_on: Generated<string>
  dossier_id: string | null
  replaces: string | null
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

export interface DisputeEndings {
  dispute_id: string
  outcome: string
  ended_by: Generated<string | null>
  ended_at: Generated<Date>
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
  source_name: Buffer | null
  channel: string
  file: Generated<string>
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
  paused_activities: Generated<string[]>
  service_state: string | null
}

export interface EmployerChanges {
  id: Generated<string>
  dossier_id: string
  from_id: Generated<string>
  party_id: string
  changed_on: string
  noted_by: Generated<string | null>
  noted_at: Generated<Date>
}

export interface Endings {
  dossier_id: string
  ended_on: Generated<string>
  noted_by: Generated<string | null>
  noted_at: Generated<Date>
}

export interface Engagements {
  dossier_id: string
  party_id: string | null
  intake_id: Generated<string>
  order_reference: Generated<string>
  ordered_on: Generated<string>
}

export interface Expectations {
  id: Generated<string>
  dossier_id: string
  holder: string
  body: Buffer
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface FiledMails {
  id: Generated<string>
  dossier_id: string
  message_digest: Buffer
  sent_at: Date
  source: string
  sender: Buffer
  receivers: Buffer
  subject: Buffer
  body: Buffer
  filed_by: Generated<string | null>
  filed_at: Generated<Date>
}

export interface Findings {
  proof_id: number
  place: number
  code: string
  subject: string
  touches: Generated<string[]>
}

export interface FormAnswers {
  id: Generated<string>
  form_id: string
  dossier_id: string
  body: Buffer
  answered_by: Generated<string | null>
  answered_at: Generated<Date>
}

export interface FormCompletions {
  form_id: string
  dossier_id: string
  category: string
  document_id: string
  completed_by: Generated<string | null>
  completed_at: Generated<Date>
}

export interface FormShares {
  form_id: string
  dossier_id: string
  category: string
  shared_by: Generated<string | null>
  shared_at: Generated<Date>
}

export interface FormSources {
  form_id: string
  summary_id: string
  dossier_id: string
}

export interface FormTemplates {
  id: Generated<string>
  sort: string
  kind: string | null
  language: string
  version: Generated<number>
  title: string
  body: string
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface Forms {
  id: Generated<string>
  dossier_id: string
  sort: string
  category: string
  template_id: string | null
  language: string
  title: Buffer
  body: Buffer
  replaces: string | null
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface Functions {
  account_id: string
  function: string
  since: Generated<Date>
}

export interface GatekeeperCompletions {
  dossier_id: string
  step: string
  document_id: string | null
  done_on: Generated<string>
  done_by: Generated<string | null>
  done_at: Generated<Date>
}

export interface GatekeeperReminders {
  dossier_id: string
  step: string
  late: boolean
  reminded_at: Generated<Date>
}

export interface GatekeeperTerms {
  dossier_id: string
  step: string
  week: number
  due_on: string
  done_on: string | null
}

export interface Goals {
  id: Generated<string>
  dossier_id: string
  part_of: string | null
  body: Buffer
  due_on: string | null
  state: Generated<string>
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface HandoverAnswers {
  handover_id: string
  dossier_id: string
  decision: string
  decided_by: Generated<string | null>
  decided_at: Generated<Date>
}

export interface Handovers {
  id: Generated<string>
  dossier_id: string
  coach_id: string
  offered_by: Generated<string | null>
  offered_at: Generated<Date>
}

export interface IdentityCopies {
  id: string
  request_id: string
  media_type: string
  content: Buffer | null
  received_at: Generated<Date>
  judgement: string | null
  judged_by: string | null
  judged_at: Date | null
  destroyed_at: Date | null
}

export interface IncidentAssessments {
  id: Generated<string>
  incident_id: string
  severity: string
  nature: string[]
  affected: number
  who: Buffer
  data: Generated<string[]>
  consequences: Buffer
  measures: Buffer
  assessed_by: Generated<string | null>
  assessed_at: Generated<Date>
}

export interface IncidentClosures {
  incident_id: string
  lessons: Buffer
  closed_by: Generated<string | null>
  closed_at: Generated<Date>
}

export interface IncidentDecisions {
  id: Generated<string>
  incident_id: string
  to_authority: boolean
  to_persons: boolean
  reasons: Buffer
  decided_by: Generated<string | null>
  decided_at: Generated<Date>
}

export interface IncidentNotices {
  id: Generated<string>
  incident_id: string
  audience: string
  language: Generated<string>
  words: Buffer
  late_reason: Buffer | null
  reference: Buffer
  sent_by: Generated<string | null>
  sent_at: Generated<Date>
}

export interface Incidents {
  id: Generated<string>
  number: Generated<string>
  what: Buffer
  discovered_at: Date
  reported_by: Generated<string | null>
  reported_at: Generated<Date>
}

export interface Institutions {
  party_id: string
  sort: string
  city: Generated<string>
}

export interface Interruptions {
  id: Generated<string>
  dossier_id: string
  starts_on: string
  ends_on: string | null
  noted_by: Generated<string | null>
  noted_at: Generated<Date>
}

export interface Invitations {
  id: Generated<string>
  dossier_id: string
  email: string
  name: string
  language: Generated<string>
  relation: string | null
  token_hash: Buffer
  invited_at: Generated<Date>
  expires_at: Generated<Date>
  accepted_at: Date | null
}

export interface InvoiceDisputes {
  id: Generated<string>
  invoice_id: string
  reason: string
  ends_on: string
  opened_by: Generated<string | null>
  opened_at: Generated<Date>
}

export interface InvoiceSettings {
  id: Generated<boolean>
  name: string
  street: string
  postcode: string
  city: string
  country: Generated<string>
  kvk: string
  vat_id: string | null
  iban: string
  email: string
  prefix: Generated<string>
  pay_days: Generated<number>
  remind_days: Generated<number>
}

export interface Invoices {
  id: Generated<string>
  kind: Generated<string>
  payer_id: string
  credits: string | null
  reference: Generated<string>
  drafted_by: Generated<string | null>
  drafted_at: Generated<Date>
}

export interface Issuances {
  invoice_id: string
  year: number
  serial: number
  number: string
  issued_on: string
  due_on: string | null
  net: number
  vat: number
  gross: number
  payer_name: string
  payer_street: string
  payer_postcode: string
  payer_city: string
  payer_country: string
  payer_kvk: string | null
  payer_vat_id: string | null
  payer_oin: string | null
  supplier: unknown
  issued_by: Generated<string | null>
  issued_at: Generated<Date>
}

export interface IssuerKeys {
  id: Generated<string>
  public_key: string
  since: Generated<Date>
  retired_at: Date | null
  withdrawn_at: Date | null
}

export interface LastConsults {
  dossier_id: string
  held_on: string
}

export interface LastingObjections {
  dossier_id: string
  activity: string
  objected_at: Date
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

export interface LedgerPrunings {
  checkpoint_id: number
  until_xid: string
  pruned_at: Date
  key_id: string
  signature: Buffer
}

export interface LegalDemands {
  id: string
  dossier_id: string
  authority: string
  article: string
  reference: Generated<string>
  scope: string
  categories: string[]
  received_on: string
  silent_until: string | null
  silence_article: string | null
  recorded_by: Generated<string>
  recorded_at: Generated<Date>
}

export interface Likenesses {
  dossier_id: string
  other_id: string
  reason: string
  found_at: Generated<Date>
  decision: string | null
  decided_by: string | null
  decided_at: Date | null
}

export interface MailAddresses {
  dossier_id: string
  token: Generated<string>
  made_by: Generated<string | null>
  made_at: Generated<Date>
}

export interface MailAttachments {
  document_id: string
  mail_id: string
  dossier_id: string
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
  source_name: Buffer | null
  channel: string
  file: Generated<string>
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface Objections {
  request_id: string
  dossier_id: string
  activity: string
  objected_at: Generated<Date>
  outcome: string | null
  decided_at: Date | null
}

export interface OpenActions {
  action_id: string
  dossier_id: string
  performer: string
  due_on: string
}

export interface OpenMatters {
  dossier_id: string
  summaries_unsent: Generated<number>
  summaries_unanswered: Generated<number>
  summaries_disputed: Generated<number>
  consents_unanswered: Generated<number>
}

export interface PackageParts {
  package_id: string
  dossier_id: string
  part: number
  body: Buffer
}

export interface Packages {
  id: Generated<string>
  dossier_id: string
  request_id: string
  link_hash: Buffer
  code_hash: Buffer
  digest: Buffer
  bytes: number
  parts: number
  language: string
  tries: Generated<number>
  made_by: Generated<string | null>
  made_at: Generated<Date>
  expires_at: Generated<Date>
  taken_at: Date | null
}

export interface PageVisits {
  day: string
  page: string
  language: string
  visits: number
}

export interface PaperFiles {
  dossier_id: string
  label: string
  place: string
  out_with: string | null
  out_since: Date | null
  told_on: string | null
  destroyed_on: string | null
  destroyed_by: string | null
  begun_at: Generated<Date>
}

export interface PaperItems {
  id: Generated<string>
  dossier_id: string
  kind: string
  item_id: string | null
  title: Buffer
  went: string
  printed_by: Generated<string | null>
  printed_at: Generated<Date>
}

export interface PaperLeftovers {
  id: Generated<string>
  label: string
  place: string
  left_at: Generated<Date>
  destroyed_on: string | null
}

export interface PaperMoves {
  id: Generated<string>
  dossier_id: string
  act: string
  place: Generated<string>
  day: Generated<string>
  moved_by: Generated<string | null>
  moved_at: Generated<Date>
}

export interface Parties {
  id: Generated<string>
  name: string
  email: string | null
}

export interface PartyFunctions {
  id: Generated<string>
  party_id: string
  account_id: string | null
  function: string
  since: Generated<Date>
}

export interface Payers {
  id: Generated<string>
  party_id: string | null
  dossier_id: string | null
  name: string
  street: Generated<string>
  postcode: Generated<string>
  city: Generated<string>
  country: Generated<string>
  kvk: string | null
  vat_id: string | null
  oin: string | null
  reference: Generated<string>
  email: string | null
  language: Generated<string>
  apart: Generated<boolean>
}

export interface PaymentReminders {
  invoice_id: string
  stage: number
  way: string
  due_on: Generated<string>
  sent_by: Generated<string | null>
  sent_at: Generated<Date>
}

export interface PaymentReversals {
  payment_id: string
  reversed_by: Generated<string | null>
  reversed_at: Generated<Date>
}

export interface Payments {
  id: Generated<string>
  invoice_id: string
  entry_id: string | null
  amount: number
  paid_on: string
  way: string
  recorded_by: Generated<string | null>
  recorded_at: Generated<Date>
}

export interface PeerCases {
  id: Generated<string>
  meeting_id: string
  body: string
}

export interface PeerMeetings {
  id: Generated<string>
  title: string
  starts_at: Date
  ends_at: Date
  called_by: Generated<string | null>
}

export interface PeerParticipants {
  meeting_id: string
  account_id: string
}

export interface PortfolioFiles {
  portfolio_item_id: string
  dossier_id: string
  part: number
  body: Buffer
}

export interface PortfolioItems {
  id: Generated<string>
  dossier_id: string
  requirement_id: string | null
  title: Buffer
  words: Buffer | null
  media_type: string | null
  bytes: number | null
  digest: Buffer | null
  added_by: Generated<string | null>
  added_at: Generated<Date>
}

export interface PortfolioRequests {
  id: Generated<string>
  dossier_id: string
  party_id: string
  audit_id: string | null
  starts_on: Generated<string>
  ends_on: string
  asked_by: Generated<string | null>
  asked_at: Generated<Date>
}

export interface PracticeEndings {
  id: Generated<string>
  successor_id: string
  reason: string
  ends_on: string
  choose_by: string
  declared_by: Generated<string | null>
  declared_at: Generated<Date>
  confirmed_by: string | null
  confirmed_at: Date | null
  revoked_at: Date | null
  carried_at: Date | null
}

export interface PrincipalMessages {
  id: Generated<string>
  dossier_id: string
  disclosure_id: string
  request_id: string
  side: Generated<string>
  topic: string
  body: Buffer | null
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface ProfessionalAnswers {
  id: Generated<string>
  dossier_id: string
  request_id: string
  body: Buffer
  source: Generated<string>
  channel: string
  received_on: Generated<string>
  stored_by: Generated<string | null>
  stored_at: Generated<Date>
}

export interface ProfessionalRequests {
  id: Generated<string>
  dossier_id: string
  party_id: string
  question: Buffer
  due_on: string
  asked_by: Generated<string | null>
  asked_at: Generated<Date>
}

export interface ProfessionalSendings {
  request_id: string
  dossier_id: string
  consent_id: Generated<string>
  channel: string
  sent_by: Generated<string | null>
  sent_at: Generated<Date>
  reminded_at: Date | null
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

export interface ProgrammeRequirements {
  id: Generated<string>
  version_id: string
  place: number
  text_nl: string
  text_en: string
}

export interface ProgrammeVersions {
  id: Generated<string>
  programme_id: string
  number: number
  starts_on: string
  months: number
}

export interface Programmes {
  id: Generated<string>
  code: string
  name_nl: string
  name_en: string
  retired_on: string | null
}

export interface ProgressReports {
  id: Generated<string>
  dossier_id: string
  attends: string | null
  ends_on: string | null
  hours_able: number | null
  pace: string | null
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface Proofs {
  id: Generated<number>
  check_name: string
  state: string
  looked_at: number
  wrong: number
  ran_at: Generated<Date>
  touches: Generated<string[]>
}

export interface Publications {
  version: number
  in_force: string
  source: unknown
  proposal_id: string | null
  decided_at: Generated<Date>
  announced_at: Date | null
  applied_at: Date | null
  retracted_at: Date | null
  problem: string | null
}

export interface RecipientNotices {
  id: Generated<string>
  request_id: string
  reference: string
  recipient: string
  party_id: string | null
  made_at: Generated<Date>
  told_at: Date | null
  told_by: string | null
}

export interface Rectifications {
  id: Generated<string>
  dossier_id: string
  request_id: string
  place: string
  item: string
  old_value: Buffer
  reason: Buffer
  rectified_by: Generated<string | null>
  rectified_at: Generated<Date>
}

export interface RegisterImports {
  id: Generated<string>
  digest: Buffer
  rows: number
  chosen: Generated<unknown>
  done: Generated<number>
  taken: Generated<number>
  left_out: Generated<number>
  likenesses: Generated<number>
  started_by: Generated<string | null>
  started_at: Generated<Date>
  touched_at: Generated<Date>
  finished_at: Date | null
}

export interface RegisterRemarks {
  id: Generated<string>
  activity: string
  remark: string
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface Registrants {
  dossier_id: string
  given_names: string
  prefix: Generated<string>
  family_name: string
  born_on: string
  birth_place: Generated<string>
  email: string | null
  phone: string | null
  street: string | null
  house_number: number | null
  house_number_addition: string | null
  postcode: string | null
  city: string | null
  source: Generated<string>
  entered_at: Generated<Date>
}

export interface Registrations {
  dossier_id: string
  version_id: string
  institution_id: string
  institute_id: string
  announced_name: string | null
  starts_on: string
  planned_end_on: string
  state: Generated<string>
  state_since: Generated<Date>
  form_id: Generated<string>
  open_submission_id: string | null
  reminded_on: string | null
  waits_institution_since: Date | null
  waits_institute_since: Date | null
}

export interface ReissueRequests {
  number: string
  dossier_id: string
  asked_by: Generated<string | null>
  asked_at: Generated<Date>
}

export interface Rejections {
  submission_id: string
  verifier: string
  dossier_id: string
  reason: Buffer
}

export interface RelatedPersons {
  id: Generated<string>
  dossier_id: string
  person_id: string
  category: string
  role: string
  name: Buffer
  organisation: Buffer | null
  phone: Buffer | null
  email: string | null
  source: string
  source_name: Buffer | null
  channel: string
  added_by: Generated<string | null>
  added_at: Generated<Date>
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

export interface RequestSteps {
  id: Generated<string>
  request_id: string
  place: number
  action: string
  state: string
  ground: string | null
  due_on: string
  until_on: string | null
  note: Buffer | null
  taken_by: string | null
  taken_at: Generated<Date>
}

export interface Requests {
  id: Generated<string>
  number: Generated<string>
  kind: string
  state: Generated<string>
  channel: string
  account_id: string | null
  person_id: string | null
  dossier_id: string | null
  about: string | null
  language: Generated<string>
  received_at: Generated<Date>
  due_on: string
  paused_on: string | null
  extended_on: string | null
  reminded_on: string | null
  identified_by: string | null
  identified_at: Date | null
  outcome: string | null
  ground: string | null
  closed_at: Date | null
  token_hash: Buffer | null
  behalf: Generated<string>
  name: Generated<string>
  email: string | null
  address: string | null
  person_name: string | null
  reference: string | null
  words: Buffer | null
  told_place: Generated<number>
}

export interface Restorations {
  id: string
  backup: string
  taken_at: Date
  restored_at: Date
  kept_checkpoint: number
  lost_checkpoint: number
  ledger_shift: number
  key_id: string
  signature: Buffer
}

export interface Restrictions {
  id: Generated<string>
  dossier_id: string
  request_id: string | null
  restricted_at: Generated<Date>
  announced_at: Date | null
  lifts_on: string | null
  lifted_at: Date | null
  lifted_by: string | null
  by_person: Generated<boolean>
}

export interface RetentionChoices {
  dossier_id: string
  part: string
  due_on: string
  chosen_by: string
  chosen_at: Generated<Date>
}

export interface RevocationLists {
  list: number
  credential: string
  key_id: string
  revoked: number
}

export interface Sendings {
  id: Generated<string>
  invoice_id: string
  way: string
  sent_by: Generated<string | null>
  sent_at: Generated<Date>
}

export interface SentMails {
  id: Generated<string>
  dossier_id: string
  kind: string
  receiver: string
  sent_by: Generated<string | null>
  sent_at: Generated<Date>
}

export interface SickLeaves {
  dossier_id: string
  category: Generated<string>
  first_sick_on: string
  ended_on: string | null
  noted_by: Generated<string | null>
  noted_at: Generated<Date>
}

export interface SignalAnswers {
  signal_id: string
  dossier_id: string
  words: Buffer
  answered_by: Generated<string | null>
  answered_at: Generated<Date>
}

export interface SignalWords {
  signal_id: string
  dossier_id: string
  words: Buffer
}

export interface Signals {
  id: Generated<string>
  dossier_id: string
  requirement_id: string
  party_id: string
  sent_by: Generated<string | null>
  sent_at: Generated<Date>
}

export interface Signatures {
  signing_id: string
  dossier_id: string
  signatory: string
  name: Buffer
  drawing: Buffer | null
  mark_digest: Buffer
  digest: Buffer
  proved_at: Date
  signed_at: Date
  proof: Buffer
  proof_key: string
  signer_id: Generated<string | null>
}

export interface SigningRefusals {
  signing_id: string
  dossier_id: string
  words: Buffer
  refused_by: Generated<string | null>
  refused_at: Generated<Date>
}

export interface SigningReminders {
  signing_id: string
  dossier_id: string
  turn: number
  reminded_at: Generated<Date>
}

export interface SigningWithdrawals {
  signing_id: string
  dossier_id: string
  withdrawn_by: Generated<string | null>
  withdrawn_at: Generated<Date>
}

export interface Signings {
  id: Generated<string>
  dossier_id: string
  document_id: string
  category: string
  digest: Buffer
  asked_by: Generated<string | null>
  asked_at: Generated<Date>
}

export interface StatementApprovals {
  proposal_id: string
  approved_by: Generated<string | null>
  approved_at: Generated<Date>
}

export interface StatementDiscards {
  draft_id: string
  discarded_by: Generated<string | null>
  discarded_at: Generated<Date>
}

export interface StatementDrafts {
  id: Generated<string>
  based_on: number
  begun_by: Generated<string | null>
  begun_at: Generated<Date>
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

export interface StatementProposals {
  id: Generated<string>
  revision_id: string
  version: number
  in_force: string
  proposed_by: Generated<string | null>
  proposed_at: Generated<Date>
}

export interface StatementRetractionApprovals {
  version: number
  approved_by: Generated<string | null>
  approved_at: Generated<Date>
}

export interface StatementRetractions {
  version: number
  reason: string
  asked_by: Generated<string | null>
  asked_at: Generated<Date>
}

export interface StatementReturns {
  proposal_id: string
  reason: string
  returned_by: Generated<string | null>
  returned_at: Generated<Date>
}

export interface StatementRevisions {
  id: Generated<string>
  draft_id: string
  number: number
  source: unknown
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface Statements {
  version: number
  in_force: string
  source: unknown
  applied_at: Generated<Date>
}

export interface Submissions {
  id: Generated<string>
  dossier_id: string
  about: string
  outcome: Generated<string>
  submitted_by: Generated<string | null>
  submitted_at: Generated<Date>
  settled_at: Date | null
  reminders: Generated<number>
  reminded_on: string | null
  told_at: Date | null
}

export interface SubstitutionAnnouncements {
  id: Generated<string>
  dossier_id: string
  absence_id: string
  announced_by: Generated<string | null>
  announced_at: Generated<Date>
}

export interface Successions {
  dossier_id: string
  ending_id: string
  told_at: Date | null
  told_way: string | null
  choice: string | null
  chosen_by: string | null
  chosen_at: Date | null
  outcome: string | null
  settled_at: Date | null
}

export interface Successors {
  id: Generated<string>
  account_id: string
  named_by: Generated<string | null>
  named_at: Generated<Date>
  ended_at: Date | null
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

export interface SummaryReminders {
  summary_id: string
  dossier_id: string
  turn: number
  reminded_at: Generated<Date>
}

export interface Supplements {
  id: Generated<string>
  dossier_id: string
  summary_id: string
  words: Buffer
  written_by: Generated<string | null>
  written_at: Generated<Date>
}

export interface SurveyInvitations {
  id: Generated<string>
  survey_id: string
  dossier_id: string
  person_id: string
  title: string
  invited_at: Generated<Date>
  stop_hash: Buffer | null
}

export interface SurveyMailings {
  survey_id: string
  begins_on: string
  planned_by: Generated<string | null>
  planned_at: Generated<Date>
  reached: Generated<string>
  invited: Generated<number>
  paused_at: Date | null
  stopped_at: Date | null
  ended_at: Date | null
  sent: number | null
  failed: number | null
  recalled: number | null
  settled_at: Date | null
}

export interface Surveys {
  id: Generated<string>
  party_id: string
  name: string
  title_nl: Generated<string>
  title_en: Generated<string>
  words_nl: Generated<string>
  words_en: Generated<string>
  link: string | null
  kinds: Generated<string[]>
  programmes: Generated<string[]>
  started_since: string | null
  started_until: string | null
  people: number | null
  objecting: number | null
  unreachable: number | null
  counted_at: Date | null
  delivered_at: Date | null
  token_hash: Buffer
  begun_by: Generated<string | null>
  begun_at: Generated<Date>
}

export interface SwitchedCategories {
  dossier_id: string
  category: string
  reason: Buffer
  switched_by: Generated<string | null>
  switched_at: Generated<Date>
}

export interface Takeovers {
  id: Generated<string>
  dossier_id: string
  controller: string
  reference: string
  packaged_at: Date
  digest: Buffer
  rows_taken: number
  taken_by: Generated<string | null>
  taken_at: Generated<Date>
}

export interface Tallies {
  id: Generated<string>
  measure: string
  year: number
  smallest: number
  rounding: number
  planned_on: Generated<string>
  asked_by: Generated<string | null>
  asked_at: Generated<Date>
  called_off_at: Date | null
  made_at: Date | null
}

export interface TallyExports {
  id: Generated<string>
  tally_id: string
  number: number
  recipient: Generated<string>
  purpose: Generated<string>
  statement: number | null
  exported_by: Generated<string | null>
  exported_at: Generated<Date>
}

export interface TallyGroups {
  tally_id: string
  number: number
  place: number
  lo: number[]
  hi: number[]
  amount: number
}

export interface TallyTables {
  tally_id: string
  number: number
  recipient: string
  purpose: Generated<string>
  fields: string[]
}

export interface TallyWords {
  tally_id: string
  field: string
  place: number
  id: string | null
  name_nl: string
  name_en: string
}

export interface Tariffs {
  id: Generated<string>
  kind: string | null
  party_id: string | null
  description: string
  unit: string
  unit_price: number
  vat: string
  starts_on: Generated<string>
  ended_at: Date | null
}

export interface TimeBlocks {
  id: Generated<string>
  account_id: Generated<string>
  reason: string
  starts_at: Date
  ends_at: Date
}

export interface TimeCorrections {
  id: Generated<string>
  dossier_id: string
  entry_id: string
  consult_id: string | null
  day: string
  minutes: number
  kind: string
  billable: boolean
  removed: boolean
  corrected_by: Generated<string | null>
  corrected_at: Generated<Date>
}

export interface TimeEntries {
  id: Generated<string>
  dossier_id: string
  day: string
  minutes: number
  kind: string
  billable: Generated<boolean>
  consult_id: string | null
  invoice_line: string | null
  noted_by: Generated<string | null>
  noted_at: Generated<Date>
}

export interface TimeRemarks {
  entry_id: string
  dossier_id: string
  body: Buffer
}

export interface Trajectories {
  dossier_id: string
  started_on: Generated<string>
  project_number: Generated<string>
  status: Generated<string>
  budget_minutes: number | null
}

export interface ValueSources {
  dossier_id: string
  value: string
  source: string
  source_name: Buffer | null
  channel: string
  changed_by: Generated<string | null>
  changed_at: Generated<Date>
}

export interface Verifications {
  submission_id: string
  dossier_id: string
  verifier: string
  party_id: Generated<string>
  decision: string
  verified_by: Generated<string | null>
  verified_at: Generated<Date>
}

export interface WaitingMailParts {
  mail_id: string
  part: number
  body: Buffer
}

export interface WaitingMails {
  id: string
  account_id: string
  dossier_id: string | null
  message_digest: Buffer
  summary: Buffer
  bytes: number
  arrived_at: Generated<Date>
  expires_on: Generated<string>
}

export interface Withdrawals {
  request_id: string
  dossier_id: string
  withdrawn_by: Generated<string | null>
  withdrawn_at: Generated<Date>
  way: Generated<string>
}

export interface WorkingHours {
  account_id: Generated<string>
  weekday: number
  starts: string
  ends: string
}
