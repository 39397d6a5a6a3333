import { FORBIDDEN, type SwitchOff } from './switch-off.ts'

/** Ways to switch off what keeps the promises about counts, portfolios and signals. */
export const AUDIT_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'a count tells of two people',
    check: 'tallies-anonymous',
    touches: ['anonymised-exports'],
    off: () => [
      `insert into tallies (id, measure, year, smallest, rounding, made_at)
       values ('${FORBIDDEN}', 'enrolments', 2001, 5, 1, now())`,
      `insert into tally_tables (tally_id, number, recipient, fields)
       values ('${FORBIDDEN}', 1, 'contribution-payer', '{programme}')`,
      `insert into tally_groups (tally_id, number, place, lo, hi, amount)
       values ('${FORBIDDEN}', 1, 1, '{1}', '{1}', 2)`,
    ],
    on: () => [
      `delete from tally_groups where tally_id = '${FORBIDDEN}'`,
      `delete from tally_tables where tally_id = '${FORBIDDEN}'`,
      `delete from tallies where id = '${FORBIDDEN}'`,
    ],
  },
  {
    title: 'somebody looks in a portfolio that nobody asked for',
    check: 'looks-bounded',
    touches: ['looks-bounded'],
    off: ({ dossierId }) => [
      {
        withTriggers: `insert into relations (id, dossier_id, holder_id, relation, until)
          values ('${FORBIDDEN}', '${dossierId}', '${FORBIDDEN}', 'portfolio-viewer',
            now() + interval '9 days')`,
      },
    ],
    on: () => [{ withTriggers: `delete from relations where id = '${FORBIDDEN}'` }],
  },
  {
    title: 'a signal went to an institution that has nothing to do with the student',
    check: 'signals-tied',
    touches: ['signals-tied'],
    off: ({ dossierId }) => [
      `insert into signals (id, dossier_id, requirement_id, party_id)
       values ('${FORBIDDEN}', '${dossierId}', '${FORBIDDEN}', '${FORBIDDEN}')`,
    ],
    on: () => [`delete from signals where id = '${FORBIDDEN}'`],
  },
]
