import { FORBIDDEN, type SwitchOff } from './switch-off.ts'

const RIGHTS = ['access', 'rectification', 'erasure', 'restriction', 'objection', 'portability']

/** Ways to break what is promised about the rights of persons. */
export const RIGHTS_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'nobody answered a request in its term',
    check: 'requests-answered',
    touches: [...RIGHTS.map((right) => `rights.${right}`), 'retention.request'],
    off: () => [request('gestand.today() - 3', 'null')],
    on: () => ['delete from requests'],
  },
  {
    title: 'the copy of an identity document stays when it served its end',
    check: 'identity-copies-destroyed',
    touches: ['identity-copies', 'categories.identity-document'],
    off: () => [
      request('gestand.today() + 9', 'now()'),
      `insert into identity_copies (id, request_id, media_type, content, judgement)
       values ('${FORBIDDEN}', '${FORBIDDEN}', 'image/jpeg',
         decode(repeat('01', 60), 'hex'), 'covered')`,
    ],
    on: () => ['delete from identity_copies', 'delete from requests'],
  },
  {
    title: 'a dossier that was restricted can be reached',
    check: 'restriction-shields',
    touches: ['rights.restriction', 'restriction'],
    off: ({ dossierId }) => [
      `insert into restrictions (id, dossier_id) values ('${FORBIDDEN}', '${dossierId}')`,
    ],
    on: () => ['delete from restrictions'],
  },
  {
    title: 'what somebody objected to goes on',
    check: 'objection-pauses',
    touches: ['rights.objection', 'objection'],
    off: ({ dossierId }) => [
      `insert into objections (request_id, dossier_id, activity)
       values ('${FORBIDDEN}', '${dossierId}', 'coaching')`,
    ],
    on: () => ['delete from objections'],
  },
]

/** Ways to break what is promised about destroying. */
export const DESTROYING_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'the job that destroys what is past its term stands still',
    check: 'nothing-past-term',
    touches: ['retention.dossier', 'retention.paper', 'retention.relation-line'],
    off: ({ dossierId }) => [
      `insert into events (dossier_id, event, occurred_at)
       values ('${dossierId}', 'engagement.ended', now() - interval '9 years')`,
    ],
    on: () => ['delete from events'],
  },
  {
    title: 'a dossier that was erased is back',
    check: 'erased-stays-erased',
    touches: ['rights.erasure', 'retention.dossier'],
    off: ({ dossierId }) => [
      `insert into erasure_orders (id, dossier_id, cause, kind, year, registered_at, deleted_at)
       values ('${FORBIDDEN}', '${dossierId}', 'request', 're-integration', 2026, now(), now())`,
    ],
    on: () => ['delete from erasure_orders'],
  },
  {
    title: 'a dossier was erased while a law demands that it is kept',
    check: 'law-terms-kept',
    touches: ['retention.dossier', 'retention.invoice', 'rights.erasure'],
    off: () => [
      `insert into erasure_orders (id, dossier_id, cause, kind, year, registered_at, deleted_at,
         reread_at, closed_at, scrubbed_at, law_until)
       values ('${FORBIDDEN}', '${FORBIDDEN}', 'request', 're-integration', 2026, now(), now(),
         now(), now(), now(), 'infinity')`,
    ],
    on: () => ['delete from erasure_orders'],
  },
  {
    title: 'the job that destroys accounts stands still',
    check: 'accounts-destroyed',
    touches: ['retention.account'],
    off: () => [
      `insert into gestand.accounts (id, email, name, unused_since)
       values ('${FORBIDDEN}', 'weg@example.org', 'Weg', now() - interval '3 years')`,
    ],
    on: () => [`delete from gestand.accounts where id = '${FORBIDDEN}'`],
  },
  {
    title: 'a line of the log is still there after its term',
    check: 'lines-destroyed',
    // Nobody closed it either: that is a matter of the log itself.
    also: ['ledger-intact', 'ledger-whole'],
    touches: ['retention.access-log', 'ledger'],
    off: () => [
      `insert into ledger (at, act, item)
       values (now() - interval '9 years', 'opened', '${FORBIDDEN}')`,
    ],
    on: () => [`delete from ledger where item = '${FORBIDDEN}'`],
  },
  {
    title: 'a dossier is held without end',
    check: 'holds-reasoned',
    touches: ['retention.dossier'],
    off: ({ dossierId, coach }) => [
      `insert into holds (id, dossier_id, reason, ends_on, placed_by)
       values ('${FORBIDDEN}', '${dossierId}', 'legal-claim', gestand.today() + 3650,
         '${coach.id}')`,
    ],
    on: () => ['delete from holds'],
  },
]

function request(dueOn: string, identifiedAt: string): string {
  return `insert into requests (id, kind, channel, name, due_on, identified_at)
    values ('${FORBIDDEN}', 'access', 'letter', 'Sam Bakker', ${dueOn}, ${identifiedAt})`
}
