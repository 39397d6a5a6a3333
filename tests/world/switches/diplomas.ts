import type { SwitchOff } from './switch-off.ts'

/** Ways to break what a register promises about diplomas. */
export const DIPLOMA_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'a number was skipped',
    check: 'diplomas-sound',
    touches: ['diploma-numbers'],
    off: () => ['update diploma_series set last = 0'],
    on: () => ['update diploma_series set last = (select max(serial) from diplomas)'],
  },
  {
    title: 'a diploma was issued though a verifier never confirmed it',
    check: 'diplomas-sound',
    also: ['two-verifications'],
    touches: ['diploma-numbers', 'two-verifications'],
    off: () => [`update verifications set decision = 'rejected' where verifier = 'institute'`],
    on: () => [`update verifications set decision = 'confirmed'`],
  },
  {
    title: 'a diploma was revoked and the list does not say so',
    check: 'revocations-published',
    touches: ['diploma-revocations'],
    off: () => [
      `insert into diploma_revocations (number, reason)
      select max(number), 'mistaken' from diplomas`,
    ],
    on: () => [`delete from diploma_revocations where reason = 'mistaken'`],
  },
  {
    title: 'the list of revoked diplomas was written by somebody else',
    check: 'revocations-published',
    touches: ['diploma-revocations'],
    off: () => [
      `update revocation_lists set credential = replace(credential, '"revocation"', '"suspension"')`,
    ],
    on: () => [
      `update revocation_lists set credential = replace(credential, '"suspension"', '"revocation"')`,
    ],
  },
  {
    title: 'a diploma of who was erased still tells of which it came in the place',
    check: 'diplomas-unlinked',
    touches: ['diplomas-unlinked', 'retention.diploma'],
    off: () => [
      `update diplomas d set replaces = (
      select max(o.number) from diplomas o where o.number <> d.number) where dossier_id is null`,
    ],
    on: () => ['update diplomas set replaces = null where dossier_id is null'],
  },
]
