import type { SwitchOff } from './switch-off.ts'

const ASKING = [
  'professional-requests',
  'categories.professional-information',
  'consents.professional-request',
]
const PEERS = ['anonymised-cases', 'activities.peer-review', 'categories.shared-case']

/** Ways to break what the practice for case management promises of colleagues and others. */
export const CASEWORK_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'an answer of another professional was stored after the client withdrew',
    check: 'professionals-consented',
    touches: ASKING,
    off: () => [`update professional_answers set stored_at = stored_at - interval '1 day'`],
    on: () => [`update professional_answers set stored_at = stored_at + interval '1 day'`],
  },
  {
    title: 'a case was shared in other words than were checked',
    check: 'peer-cases-bounded',
    touches: PEERS,
    off: () => [`update peer_cases set body = body || ' Sanne'`],
    on: () => [`update peer_cases set body = replace(body, ' Sanne', '')`],
  },
  {
    title: 'somebody was made successor while the practice does not end',
    check: 'succession-limited',
    touches: ['succession', 'activities.succession', 'relations.successor'],
    off: ({ coach }) => [
      `insert into functions (account_id, function) values ('${coach.id}', 'successor')`,
    ],
    on: () => [`delete from functions where function = 'successor'`],
  },
  {
    title: 'a substitute worked without the client having been told',
    check: 'substitution-bounded',
    touches: ['substitution-announced', 'activities.substitution', 'relations.substitute'],
    off: () => [
      `update substitution_announcements set announced_at = announced_at + interval '1 day'`,
    ],
    on: () => [
      `update substitution_announcements set announced_at = announced_at - interval '1 day'`,
    ],
  },
]
