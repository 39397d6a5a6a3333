import { FORBIDDEN, type SwitchOff } from './switch-off.ts'

/** Ways to break what is promised about consents and about what leaves. */
export const SHARING_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'a question for consent was not signed',
    check: 'consents-recorded',
    touches: ['consent-records', 'consents.substitution'],
    off: () => [
      `update consent_requests set signed_by = 'x' || signed_by where consent = 'substitution'`,
    ],
    on: () => [
      `update consent_requests set signed_by = substr(signed_by, 2) where consent = 'substitution'`,
    ],
  },
  {
    title: 'data went to a recipient that the statement does not name',
    check: 'deliveries-permitted',
    touches: ['recipients-gate', 'consents.disclosure'],
    off: ({ dossierId }) => [
      `insert into deliveries
         (id, dossier_id, recipient, channel, purpose, categories, subject, item, statement)
       values ('${FORBIDDEN}', '${dossierId}', 'tabloid', 'export', 'coaching', '{identity}',
         'clients', '${dossierId}', 4)`,
    ],
    on: () => [`delete from deliveries where id = '${FORBIDDEN}'`],
  },
  {
    title: 'a demand was met that nobody else approved',
    check: 'demands-approved',
    touches: ['legal-demands', 'activities.legal-disclosure'],
    off: ({ dossierId }) => [
      `insert into deliveries (id, dossier_id, recipient, channel, purpose, categories, subject,
         item, statement, demand_id)
       values ('${FORBIDDEN}', '${dossierId}', 'authority', 'export', 'legal-disclosure',
         '{identity}', 'clients', '${dossierId}', 4, '${FORBIDDEN}')`,
    ],
    on: () => [`delete from deliveries where id = '${FORBIDDEN}'`],
  },
  {
    title: 'a column is left out of what a person gets',
    check: 'package-complete',
    also: ['rules-equal-statement'],
    touches: [
      'rights.portability',
      'rights.access',
      'activities.subject-access',
      'relations.client',
      'relations.representative',
      'categories.identity',
    ],
    off: () => ['revoke select (family_name) on clients from org_reintegration__subject_access'],
    on: () => ['grant select (family_name) on clients to org_reintegration__subject_access'],
  },
]

/** Bytes that look as what is sealed does. */
const SEALED = `decode(repeat('01', 40), 'hex')`

const COMPLAINT = `insert into complaints
  (id, channel, name, subject, words, received_on, entered_at)
  values ('${FORBIDDEN}', 'letter', ${SEALED}, ${SEALED}, ${SEALED},
    gestand.today() - 60, now() - interval '60 days')`

/** Ways to break what an organisation answers for: complaints, incidents, register, access. */
export const ANSWERING_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'nobody answered a complaint in its term',
    check: 'complaints-answered',
    touches: ['rights.complaint', 'complaint-route'],
    off: () => [COMPLAINT],
    on: () => ['delete from complaints'],
  },
  {
    title: 'a suggestion of a reader reached nobody',
    check: 'suggestions-arrive',
    touches: ['suggestions'],
    off: () => [
      `insert into gestand.mails (id, kind, payload, master, failed_at, failure)
       values ('${FORBIDDEN}', 'suggestion-left', '', 'x', now(), '550')`,
      `insert into suggestions (mail_id, version) values ('${FORBIDDEN}', 4)`,
    ],
    on: () => [`delete from suggestions`, `delete from gestand.mails where id = '${FORBIDDEN}'`],
  },
  {
    title: 'complaints are no longer kept from whom they are about',
    check: 'complaints-kept-from',
    also: ['rules-equal-statement'],
    touches: ['complaint-impartial', 'access-by-opening'],
    off: () => ['alter policy core_kept_from on complaints rename to set_aside'],
    on: () => ['alter policy set_aside on complaints rename to core_kept_from'],
  },
  {
    title: 'nobody decided on an incident in time',
    check: 'incidents-decided',
    touches: ['incident-procedure'],
    off: () => [
      `insert into incidents (id, what, discovered_at)
       values ('${FORBIDDEN}', ${SEALED}, now() - interval '80 hours')`,
    ],
    on: () => ['delete from incidents'],
  },
  {
    title: 'the agreement that was recorded has ended',
    check: 'agreements-in-force',
    touches: ['recipients.hosting'],
    off: () => [
      `insert into agreements (id, recipient, title, starts_on, ends_on)
       values ('${FORBIDDEN}', 'hosting', 'Verwerkersovereenkomst', gestand.today() - 99,
         gestand.today() - 9)`,
    ],
    on: () => ['delete from agreements'],
  },
  {
    title: 'an assessment that is needed was not written',
    check: 'risks-assessed',
    touches: ['processing-register'],
    off: () => [
      `insert into assessments (id, activity, title, listed, reasons, screened_at)
       values ('${FORBIDDEN}', 'coaching', 'Begeleiding', '{health}', 'Opnieuw bekeken.',
         now() + interval '1 minute')`,
    ],
    on: () => [`delete from assessments where id = '${FORBIDDEN}'`],
  },
  {
    title: 'a review of access was not finished',
    check: 'access-reviewed',
    touches: ['access-review'],
    off: () => [
      `insert into access_reviews (id, due_on, begun_at)
       values ('${FORBIDDEN}', gestand.today() - 3, now() - interval '30 days')`,
    ],
    on: () => [`delete from access_reviews where id = '${FORBIDDEN}'`],
  },
  {
    title: 'the job that destroys what is settled stands still',
    check: 'settled-destroyed',
    touches: ['retention.complaint', 'retention.incident', 'retention.processing-record'],
    off: () => [
      `insert into complaint_outcomes (complaint_id, outcome, reasons, decided_at)
       values ('${FORBIDDEN}', 'settled', ${SEALED}, now() - interval '9 years')`,
    ],
    on: () => [`delete from complaint_outcomes where complaint_id = '${FORBIDDEN}'`],
  },
]
