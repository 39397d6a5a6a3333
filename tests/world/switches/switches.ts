import { ANSWERING_SWITCHES, SHARING_SWITCHES } from './duties.ts'
import { FINANCE_SWITCHES } from './finance.ts'
import { GENERAL_SWITCHES, RULE_SWITCHES, STATEMENT_SWITCHES } from './general.ts'
import { PRACTICE_SWITCHES } from './practice.ts'
import { DESTROYING_SWITCHES, RIGHTS_SWITCHES } from './rights.ts'
import type { SwitchOff } from './switch-off.ts'

/** Every way there is to switch a mechanism off, by what it is about. */
export const SWITCHES: Readonly<Record<string, readonly SwitchOff[]>> = {
  rules: RULE_SWITCHES,
  general: GENERAL_SWITCHES,
  statement: STATEMENT_SWITCHES,
  sharing: SHARING_SWITCHES,
  answering: ANSWERING_SWITCHES,
  rights: RIGHTS_SWITCHES,
  destroying: DESTROYING_SWITCHES,
  practice: PRACTICE_SWITCHES,
  finance: FINANCE_SWITCHES,
}
