import { FORBIDDEN, type SwitchOff } from './switch-off.ts'

const DISCLOSING = [
  'summary-approval',
  'activities.accountability',
  'relations.principal',
  'relations.interested-party',
  'recipients.principal',
  'recipients.interested-party',
  'consents.disclosure',
  'categories.approved-document',
]

/** Ways to break what is promised about clients' dossiers. */
export const PRACTICE_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'a service began before the statement was shown',
    check: 'statement-shown-first',
    touches: ['statement-shown'],
    off: () => [`update statement_notices set shown_at = shown_at + interval '1 day'`],
    on: () => [`update statement_notices set shown_at = shown_at - interval '1 day'`],
  },
  {
    title: 'something was printed that the ledger does not tell',
    check: 'prints-told',
    touches: ['print-log'],
    off: ({ dossierId }) => [
      `insert into paper_items (id, dossier_id, kind, title, went)
       select '${FORBIDDEN}', '${dossierId}', 'hours', body, 'client' from summaries limit 1`,
    ],
    on: () => [`delete from paper_items where id = '${FORBIDDEN}'`],
  },
  {
    title: 'a paper file was out overnight',
    check: 'paper-in-place',
    touches: ['paper-register'],
    off: ({ dossierId }) => [
      `insert into paper_files (dossier_id, label, place, out_since)
       values ('${dossierId}', 'P-FORBIDDEN', 'Kast 1', now() - interval '2 days')`,
    ],
    on: ({ dossierId }) => [
      `update paper_files set destroyed_on = gestand.today() where dossier_id = '${dossierId}'`,
      `delete from paper_files where dossier_id = '${dossierId}'`,
    ],
  },
  {
    title: 'a consult was held of which no time was recorded',
    check: 'time-recorded',
    touches: ['time-registration'],
    off: () => ['update time_entries set consult_id = null'],
    on: () => [
      'update time_entries t set consult_id = c.id from consults c where c.dossier_id = t.dossier_id',
    ],
  },
  {
    title: 'a signature was changed after it was made',
    check: 'signatures-intact',
    touches: ['signatures', 'categories.signature'],
    off: () => [`update signatures set signed_at = signed_at + interval '1 minute'`],
    on: () => [`update signatures set signed_at = signed_at - interval '1 minute'`],
  },
  {
    title: 'a document was changed after it was signed',
    check: 'signatures-intact',
    touches: ['signatures', 'categories.signature'],
    off: () => [`update documents set digest = sha256(digest) where category = 'agreement'`],
    on: () => [
      'update documents d set digest = s.digest from signings s where s.document_id = d.id',
    ],
  },
  {
    title: 'a summary was changed after it was sent',
    check: 'summaries-in-order',
    touches: ['summary-approval'],
    off: () => [`update summaries set written_at = written_at + interval '1 day'`],
    on: () => [`update summaries set written_at = written_at - interval '1 day'`],
  },
  {
    title: 'a document went to a party without consent',
    check: 'disclosures-consented',
    also: ['deliveries-permitted'],
    touches: [...DISCLOSING, 'recipients-gate', 'recipients.*', 'consents.disclosure'],
    off: ({ dossierId }) => [
      `insert into disclosures (id, dossier_id, request_id, party_id, title, about)
       values ('${FORBIDDEN}', '${dossierId}', '${FORBIDDEN}', '${FORBIDDEN}', 'Brief', 'x')`,
    ],
    on: () => [`delete from disclosures where id = '${FORBIDDEN}'`],
  },
  {
    title: 'a summary that was not approved went to a party',
    check: 'disclosures-approved',
    touches: DISCLOSING,
    off: () => ["update approvals set approved_at = approved_at + interval '1 day'"],
    on: () => ["update approvals set approved_at = approved_at - interval '1 day'"],
  },
  {
    title: 'a substitute worked outside the absence',
    check: 'substitution-bounded',
    also: ['openings-explained'],
    touches: [
      'activities.substitution',
      'relations.substitute',
      'consents.substitution',
      'access-by-opening',
    ],
    off: ({ dossierId }) => [
      `insert into ledger (at, account_id, activity, act, dossier_id, statement, item)
       select now() - interval '30 hours', holder_id, 'substitution', 'opened', '${dossierId}', 4,
         '${FORBIDDEN}' from relations where relation = 'substitute'`,
    ],
    on: () => [`delete from ledger where item = '${FORBIDDEN}'`],
  },
  {
    title: 'the relation overview gets one more column',
    check: 'relation-lines-bare',
    also: ['tables-told'],
    // No promise is about this category in particular, so that all that are about data break.
    touches: ['retention.relation-line', 'activities.relation-management', 'categories.*'],
    off: () => ['alter table relation_lines add column remark text'],
    on: () => ['alter table relation_lines drop column remark'],
  },
  {
    title: 'progress of somebody who may be ill is told in more than the agreed fields',
    check: 'progress-agreed',
    touches: ['agreed-fields'],
    off: ({ dossierId }) => [
      `insert into progress_reports (id, dossier_id, pace)
       values ('${FORBIDDEN}', '${dossierId}', 'slower')`,
    ],
    on: () => [`delete from progress_reports where id = '${FORBIDDEN}'`],
  },
  {
    title: 'a report to a principal tells of two people',
    check: 'small-groups-hidden',
    touches: ['small-groups'],
    off: () => [
      `insert into aggregate_reports (id, party_id, year, smallest)
       select '${FORBIDDEN}', id, 2024, 5 from parties limit 1`,
      `insert into aggregate_counts (report_id, measure, place, words, amount)
       values ('${FORBIDDEN}', 'started', 1, '{outplacement}', 2)`,
    ],
    on: () => [`delete from aggregate_reports where id = '${FORBIDDEN}'`],
  },
  {
    title: 'a dossier holds data that its service does not need',
    check: 'contents-in-kind',
    touches: ['kinds-of-service', 'kinds.outplacement', 'categories.work-limitations'],
    off: ({ dossierId }) => [
      `insert into notes (id, dossier_id, category, body, source, channel)
       select '${FORBIDDEN}', '${dossierId}', 'work-limitations', body, 'client', 'conversation'
       from summaries limit 1`,
      { withTriggers: `update dossiers set kind = 'outplacement' where id = '${dossierId}'` },
    ],
    on: ({ dossierId }) => [
      `delete from notes where id = '${FORBIDDEN}'`,
      { withTriggers: `update dossiers set kind = 're-integration' where id = '${dossierId}'` },
    ],
  },
  {
    title: 'clients have no file of their own any more',
    check: 'two-files',
    also: ['rules-equal-statement'],
    touches: [
      'two-files',
      'activities.self-service',
      'activities.invoice-access',
      'relations.client',
      'kinds.*',
      'access-by-opening',
    ],
    off: () => [`update rules set relation = 'set-aside' where relation = 'client'`],
    on: () => [`update rules set relation = 'client' where relation = 'set-aside'`],
  },
  {
    title: 'a document of the client is taken out of the own file',
    check: 'two-files',
    touches: ['two-files'],
    off: ({ dossierId }) => [
      `insert into documents (id, dossier_id, category, title, media_type, bytes, digest, source,
         channel, file)
       select '${FORBIDDEN}', '${dossierId}', 'education-career', body, 'text/plain', 1,
         sha256(''), 'client', 'website', 'coach' from summaries limit 1`,
    ],
    on: () => [`delete from documents where id = '${FORBIDDEN}'`],
  },
  {
    title: 'points of the principal are kept from the client',
    check: 'points-visible',
    also: ['rules-equal-statement'],
    touches: [
      'points-visible',
      'categories.improvement-points',
      'activities.self-service',
      'kinds.*',
    ],
    off: () => [
      `update category_rules set category = 'set-aside'
       where category = 'improvement-points' and activity = 'self-service'`,
    ],
    on: () => [
      `update category_rules set category = 'improvement-points'
       where category = 'set-aside'`,
    ],
  },
  {
    title: 'a citizen number stands where no law is named',
    check: 'citizen-numbers-guarded',
    touches: ['citizen-number-guarded', 'categories.citizen-number'],
    off: ({ dossierId }) => [
      `insert into citizen_numbers (dossier_id, number, mark)
       values ('${dossierId}', decode('01' || repeat('00', 37), 'hex'), sha256('x'))`,
      { withTriggers: `update dossiers set kind = 'outplacement' where id = '${dossierId}'` },
    ],
    on: ({ dossierId }) => [
      'delete from citizen_numbers',
      { withTriggers: `update dossiers set kind = 're-integration' where id = '${dossierId}'` },
    ],
  },
  {
    title: 'something of a kind that was not switched on stands in a dossier',
    check: 'categories-switched',
    touches: ['switched-categories'],
    off: ({ dossierId }) => [
      `insert into notes (id, dossier_id, category, body, source, channel)
       select '${FORBIDDEN}', '${dossierId}', 'benefit-data', body, 'client', 'conversation'
       from summaries limit 1`,
    ],
    on: () => [`delete from notes where id = '${FORBIDDEN}'`],
  },
  {
    title: 'somebody goes on acting for a client who is of age',
    check: 'representation-ends',
    touches: ['representation', 'relations.representative'],
    off: ({ dossierId }) => [
      `insert into relations (id, dossier_id, holder_id, relation)
       values ('${FORBIDDEN}', '${dossierId}', '${FORBIDDEN}', 'representative')`,
      { withTriggers: 'select renew_reach()' },
    ],
    on: () => [
      `delete from relations where id = '${FORBIDDEN}'`,
      { withTriggers: 'select renew_reach()' },
    ],
  },
]
