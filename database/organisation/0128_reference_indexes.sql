-- When a row goes, PostgreSQL looks for what still refers to it: through all of a table where no
-- index leads there. An index holds the references that there are.

create index charges_payer on charges (payer_id);
create index consent_requests_renews on consent_requests (renews) where renews is not null;
create index consents_document on consents (document_id) where document_id is not null;
create index deliveries_demand on deliveries (demand_id) where demand_id is not null;
create index deliveries_request on deliveries (request_id) where request_id is not null;
create index diploma_shares_number on diploma_shares (number);
create index dispute_holds_hold on dispute_holds (hold_id);
create index form_answers_form on form_answers (form_id);
create index form_sources_summary on form_sources (summary_id);
create index gatekeeper_completions_document on gatekeeper_completions (document_id)
  where document_id is not null;
create index member_invitations_party on member_invitations (party_id) where party_id is not null;
create index recipient_notices_party on recipient_notices (party_id);
create index registrations_open_submission on registrations (open_submission_id)
  where open_submission_id is not null;
create index relations_absence on relations (absence_id) where absence_id is not null;
create index restrictions_dossier on restrictions (dossier_id);
