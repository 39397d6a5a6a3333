import type { Chapter } from '#duties/package/words.ts'

/**
 * In which order people read what is held on them: who they are, what was agreed, what was done,
 * who got something of it, and last what was kept track of and who looked.
 */
export const PACKAGE_CHAPTERS: readonly Chapter[] = [
  {
    title: { nl: 'Wie u bent', en: 'Who you are' },
    tables: words(`clients registrants profiles citizen_numbers value_sources related_persons
      accounts persons members functions affiliations party_functions`),
  },
  {
    title: { nl: 'Uw dienst en wie erbij horen', en: 'Your service and who take part in it' },
    tables: words(`dossiers engagements registrations statement_notices activations closures
      takeovers invitations member_invitations relations switched_categories handovers
      handover_answers absences substitution_announcements practice_endings successors
      successions`),
  },
  {
    work: true,
    title: { nl: 'Uw toestemmingen', en: 'Your consents' },
    tables: words('consent_requests consents withdrawals'),
  },
  {
    work: true,
    title: { nl: 'Gesprekken en samenvattingen', en: 'Talks and summaries' },
    tables: words('consults last_consults summaries dispatches approvals disputes supplements'),
  },
  {
    work: true,
    title: { nl: 'Waar u naartoe werkt', en: 'What you work towards' },
    tables: words(`trajectories expectations goals actions action_completions open_actions
      progress_reports`),
  },
  {
    work: true,
    title: { nl: 'Notities, documenten en post', en: 'Notes, documents and mail' },
    tables: words(`notes documents document_contents forms form_shares form_answers form_sources
      form_completions signings signatures signing_refusals signing_withdrawals signing_reminders
      filed_mails mail_attachments mail_addresses anonymised_cases case_confirmations case_shares`),
  },
  {
    work: true,
    title: { nl: 'Ziekte en werk', en: 'Illness and work' },
    tables: words(`sick_leaves gatekeeper_terms gatekeeper_completions gatekeeper_reminders`),
  },
  {
    title: { nl: 'Uw opleiding', en: 'Your training' },
    tables: words(`interruptions employer_changes submissions verifications rejections endings
      portfolio_items portfolio_files portfolio_requests audit_students audit_judgements signals
      signal_words signal_answers diplomas diploma_documents diploma_revocations diploma_shares
      reissue_requests likenesses`),
  },
  {
    title: { nl: 'Afspraken en bestede tijd', en: 'Appointments and time spent' },
    tables: words(`appointments appointment_details appointment_proposals
      appointment_proposal_answers appointment_confirmations appointment_replies
      appointment_reminders appointment_cancellations calendar_feeds working_hours time_blocks
      time_entries time_remarks time_corrections`),
  },
  {
    title: { nl: 'Wat anderen kregen', en: 'What others got' },
    tables: words(`disclosures disclosed_documents deliveries principal_messages
      professional_requests professional_sendings professional_answers legal_demands
      demand_decisions survey_invitations`),
  },
  {
    title: { nl: 'Rekeningen', en: 'Invoices' },
    tables: words(`billings payers charges invoices issuances sendings payments payment_reversals
      payment_reminders invoice_disputes dispute_endings collector_handovers relation_lines`),
  },
  {
    title: { nl: 'Uw verzoeken en klachten', en: 'Your requests and complaints' },
    tables: words(`requests request_steps identity_copies recipient_notices rectifications
      restrictions objections lasting_objections complaints complaint_acknowledgements
      complaint_hearings complaint_outcomes`),
  },
  {
    title: { nl: 'Hoe lang het blijft', en: 'How long it stays' },
    tables: words(`events due_dates retention_choices holds erasure_orders paper_files paper_items
      paper_moves packages package_parts`),
  },
  {
    title: { nl: 'Wat wij u stuurden', en: 'What we sent you' },
    tables: words('sent_mails mails summary_reminders reminders open_matters'),
  },
  {
    title: { nl: 'Uw account en het inloggen', en: 'Your account and signing in' },
    tables: words(`sessions sign_ins passwords second_factors second_factor_setups recovery_codes
      recoveries email_changes access_review_lines access_review_decisions`),
  },
  {
    title: { nl: 'Wie keek en wie wat deed', en: 'Who looked and who did what' },
    tables: words('ledger'),
  },
]

function words(list: string): string[] {
  return list.split(/\s+/)
}
