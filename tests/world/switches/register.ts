import type { Step, SwitchOff } from './switch-off.ts'

/** Ways to break what a register promises about students and who verifies them. */
export const REGISTER_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'a graduate is a student again',
    check: 'two-states',
    touches: ['two-states'],
    off: ({ dossierId }) => [kindOf(dossierId, 'student')],
    on: ({ dossierId }) => [kindOf(dossierId, 'professional')],
  },
  {
    title: 'somebody confirmed for both institutions',
    check: 'two-verifications',
    touches: ['two-verifications'],
    off: ({ dossierId, coach }) => [
      `update verifications set verified_by = '${coach.id}' where dossier_id = '${dossierId}'`,
    ],
    on: ({ dossierId }) => [
      `update verifications v set verified_by = (
         select min(a.account_id::text)::uuid from affiliations a where a.party_id = v.party_id)
       where dossier_id = '${dossierId}'`,
    ],
  },
  {
    title: 'a member of staff changed a name',
    check: 'own-entry',
    touches: ['own-entry'],
    off: ({ dossierId }) => [
      {
        withTriggers: `update registrants set birth_place = 'Elders'
          where dossier_id = '${dossierId}'`,
      },
    ],
    on: ({ dossierId, client }) => [
      `insert into ledger (account_id, activity, act, subject, dossier_id, item)
       values ('${client.id}', 'self-service', 'updated', 'registrants', '${dossierId}',
         '${dossierId}')`,
    ],
  },
]

/** With its triggers, so that reach follows. */
function kindOf(dossierId: string, kind: string): Step {
  return { withTriggers: `update dossiers set kind = '${kind}' where id = '${dossierId}'` }
}
