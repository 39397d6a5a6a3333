import { FORBIDDEN, inThisDatabase, type SwitchOff } from './switch-off.ts'

const RULES = 'rules-equal-statement'
/** None named is all. */
const EVERYTHING: readonly string[] = []
const COACHES = ['relations.responsible-coach', 'relations.partner-coach']

/** Ways to part the database from the statement. */
export const RULE_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'a column is granted to an activity that may not read it',
    check: RULES,
    touches: [
      'activities.accountability',
      'relations.principal',
      'relations.interested-party',
      'categories.staff',
    ],
    off: () => ['grant select (name) on members to org_reintegration__accountability'],
    on: () => ['revoke select (name) on members from org_reintegration__accountability'],
  },
  {
    title: 'a column is taken from an activity',
    check: RULES,
    touches: ['activities.substitution', 'relations.substitute', 'categories.identity'],
    off: () => ['revoke select (family_name) on clients from org_reintegration__substitution'],
    on: () => ['grant select (family_name) on clients to org_reintegration__substitution'],
  },
  {
    title: 'a table is granted to everybody',
    check: RULES,
    touches: ['access-by-opening', 'categories.relation-line'],
    off: () => ['grant select (name) on relation_lines to public'],
    on: () => ['revoke select (name) on relation_lines from public'],
  },
  {
    title: 'a policy is dropped',
    check: RULES,
    touches: ['access-by-opening', 'categories.consent-record'],
    off: () => ['alter policy core_consented on relations rename to set_aside'],
    on: () => ['alter policy set_aside on relations rename to core_consented'],
  },
  {
    title: 'the rows of a table are no longer secured',
    check: RULES,
    also: ['tables-told'],
    touches: ['access-by-opening', 'categories.conversation-reports'],
    off: () => ['alter table summaries disable row level security'],
    on: () => ['alter table summaries enable row level security'],
  },
  {
    title: 'the ledger may be changed',
    check: RULES,
    touches: ['ledger'],
    off: () => ['alter table ledger disable trigger append_only'],
    on: () => ['alter table ledger enable trigger append_only'],
  },
  {
    title: 'a partner coach needs no consent any more',
    check: RULES,
    touches: [
      'activities.coaching',
      'kinds.*',
      'relations.partner-coach',
      'consents.partner-access',
    ],
    off: () => [`update rules set after = null where relation = 'partner-coach'`],
    on: () => [`update rules set after = 'partner-access' where relation = 'partner-coach'`],
  },
  {
    title: 'dossiers are kept for longer',
    check: RULES,
    touches: ['retention.dossier'],
    off: () => [`update retention_rules set keep = keep + 'P1Y' where part = 'dossier'`],
    on: () => [`update retention_rules set keep = keep - 'P1Y'::interval where part = 'dossier'`],
  },
  {
    title: 'a column is added of which nobody told what it is',
    check: 'tables-told',
    touches: ['categories.conversation-reports'],
    off: () => ['alter table summaries add column remark text'],
    on: () => ['alter table summaries drop column remark'],
  },
  {
    title: 'a function that decides is another one',
    check: RULES,
    touches: EVERYTHING,
    off: () => ['alter function holders(uuid) cost 777'],
    on: () => ['alter function holders(uuid) cost 100'],
  },
]

/** Ways past the doors, the ledger and the sealing. */
export const GENERAL_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'somebody without a relation opened a dossier',
    check: 'openings-explained',
    touches: ['access-by-opening', 'activities.coaching', ...COACHES, 'consents.partner-access'],
    off: ({ dossierId }) => [
      `insert into ledger (account_id, activity, act, dossier_id, statement)
       values ('${FORBIDDEN}', 'coaching', 'opened', '${dossierId}', 4)`,
    ],
    on: () => [`delete from ledger where account_id = '${FORBIDDEN}'`],
  },
  {
    title: 'a restricted dossier was opened',
    check: 'only-living-dossiers-opened',
    touches: ['rights.restriction'],
    off: ({ dossierId, coach }) => [
      {
        withTriggers: `update dossiers set restricted_at = now() - interval '1 hour'
          where id = '${dossierId}'`,
      },
      `insert into ledger (account_id, activity, act, dossier_id, statement, item)
       values ('${coach.id}', 'coaching', 'opened', '${dossierId}', 4, '${FORBIDDEN}')`,
    ],
    on: ({ dossierId }) => [
      { withTriggers: `update dossiers set restricted_at = null where id = '${dossierId}'` },
      `delete from ledger where item = '${FORBIDDEN}'`,
    ],
  },
  {
    title: 'the job that closes the ledger stands still',
    check: 'ledger-intact',
    also: ['ledger-whole'],
    touches: ['ledger'],
    off: () => [
      `insert into ledger (at, act, subject, item)
       values (now() - interval '3 days', 'listed', 'caseload', '${FORBIDDEN}')`,
    ],
    on: () => [`delete from ledger where item = '${FORBIDDEN}'`],
  },
  {
    title: 'an entry that was closed is another one',
    check: 'ledger-whole',
    touches: ['ledger'],
    off: () => [`update ledger set activity = 'self-service' where act = 'started'`],
    on: () => [`update ledger set activity = 'intake' where act = 'started'`],
  },
  {
    title: 'sessions of a login begin without triggers and foreign keys',
    check: 'guards-standing',
    touches: ['ledger'],
    // Of a login that comes into another database only, and here alone: roles are shared.
    off: () => [inThisDatabase('gestand_keys', 'set session_replication_role = replica')],
    on: () => [inThisDatabase('gestand_keys', 'reset session_replication_role')],
  },
  {
    title: 'content is written past the sealing',
    check: 'content-sealed',
    touches: ['sealing'],
    off: ({ dossierId }) => [
      `insert into notes (id, dossier_id, category, body, source, channel)
       values ('${FORBIDDEN}', '${dossierId}', 'conversation-reports',
         convert_to(repeat('in plain words ', 9), 'utf8'), 'client', 'conversation')`,
    ],
    on: () => [`delete from notes where id = '${FORBIDDEN}'`],
  },
  {
    title: 'no backup was made for days',
    check: 'backups-in-time',
    touches: ['backups'],
    off: () => [`update gestand.organisations set created_at = now() - interval '3 days'`],
    on: () => ['update gestand.organisations set created_at = now()'],
  },
  {
    title: 'nobody rehearsed bringing a backup back',
    check: 'backups-rehearsed',
    also: ['backups-in-time'],
    touches: ['backups'],
    off: () => [`update gestand.organisations set created_at = now() - interval '9 days'`],
    on: () => ['update gestand.organisations set created_at = now()'],
  },
  {
    title: 'what ended does not reach the register',
    check: 'endings-registered',
    touches: ['backups'],
    off: ({ there }) => [
      `insert into gestand.endings (id, organisation, noted_at, table_name, act, key, columns)
       values ('${FORBIDDEN}', '${there.organisation}', now() - interval '1 hour', 'withdrawals',
         'insert', '{}', '{}')`,
    ],
    on: () => [`delete from gestand.endings where id = '${FORBIDDEN}'`],
  },
]

/** Ways to part what is published from what was approved, promised and told. */
export const STATEMENT_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'the statement is not public any more',
    check: 'statements-published',
    also: [RULES],
    touches: [
      'statement-published',
      'statement-versions',
      'contacts.*',
      'officer-contact',
      'access-by-opening',
    ],
    off: () => ['drop policy public on statements'],
    on: () => ['create policy public on statements for select using (true)'],
  },
  {
    title: 'an earlier version is gone',
    check: 'statements-published',
    touches: ['statement-versions'],
    off: () => [
      `insert into ledger (activity, act, subject, item, account_id)
       values ('system', 'applied', 'statements', '3', '${FORBIDDEN}')`,
    ],
    on: () => [`delete from ledger where account_id = '${FORBIDDEN}'`],
  },
  {
    title: 'nobody makes a version true on its day',
    check: 'publications-in-order',
    touches: ['statement-approved'],
    off: () => [
      `insert into publications (version, in_force, source, decided_at, announced_at)
       values (9, gestand.today() - 1, '{}', now() - interval '2 hours', now())`,
    ],
    on: () => ['delete from publications where version = 9'],
  },
  {
    title: 'somebody approved what they wrote, past the guard',
    check: 'publications-in-order',
    touches: ['statement-approved'],
    off: ({ coach }) => [
      `insert into statement_drafts (id, based_on) values ('${FORBIDDEN}', 4)`,
      `insert into statement_revisions (id, draft_id, number, source, written_by)
       values ('${FORBIDDEN}', '${FORBIDDEN}', 1, '{}', '${coach.id}')`,
      `insert into statement_proposals (id, revision_id, version, in_force)
       values ('${FORBIDDEN}', '${FORBIDDEN}', 9, gestand.today() + 3)`,
      `insert into statement_approvals (proposal_id, approved_by)
       values ('${FORBIDDEN}', '${coach.id}')`,
      `insert into publications (version, in_force, source, proposal_id, announced_at)
       values (9, gestand.today() + 3, '{}', '${FORBIDDEN}', now())`,
    ],
    on: () => [
      'delete from publications where version = 9',
      'delete from statement_approvals',
      'delete from statement_proposals',
      'delete from statement_revisions',
      'delete from statement_drafts',
    ],
  },
  {
    title: 'nobody is told of a new version',
    check: 'audience-told',
    touches: ['statement-notified'],
    off: () => [
      `insert into publications (version, in_force, source, decided_at)
       values (9, gestand.today() + 3, '{}', now() - interval '2 days')`,
    ],
    on: () => ['delete from publications where version = 9'],
  },
  {
    title: 'the agreement with a recipient lapsed',
    check: 'agreements-in-force',
    also: [RULES],
    touches: [
      'recipients.hosting',
      'recipients.test-administrator',
      'recipients.collector',
      'recipients-gate',
    ],
    off: () => [changed('until: 2028-12-31', 'until: 2020-12-31')],
    on: () => [changed('until: 2020-12-31', 'until: 2028-12-31')],
  },
  {
    title: 'the person concerned may see less than others',
    check: 'subject-sees-all',
    also: [RULES],
    touches: [
      'rights.access',
      'activities.self-service',
      'categories.improvement-points',
      'kinds.*',
    ],
    off: () => [
      `update statements set source = jsonb_set(source, '{statement.yaml}', to_jsonb(
         regexp_replace(regexp_replace(source ->> 'statement.yaml',
           '(self-service:.*?)\\n      - improvement-points', '\\1'),
           '(subject-access:.*?)\\n      - improvement-points', '\\1')))`,
    ],
    on: () => [
      `update statements s set source = p.source from publications p
       where p.version = s.version`,
    ],
  },
]

/** Puts other words into the statement in force. */
function changed(before: string, after: string): string {
  const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
  return `update statements set source = jsonb_set(source, '{statement.yaml}', to_jsonb(
    replace(source ->> 'statement.yaml', ${literal(before)}, ${literal(after)})))`
}
