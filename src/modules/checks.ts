import { answeringChecks } from '#duties/answering-checks.ts'
import { PAGE_VISITS_CHECKS } from '#duties/page-visits/checks.ts'
import type { Check } from '#duties/promises/check.ts'
import { type CheckBasis, generalChecks } from '#duties/promises/general.ts'
import { FINANCE_CHECKS } from './finance/index.ts'
import { PRACTICE_CHECKS } from './practice/index.ts'
import {
  AUDIT_CHECKS,
  DIPLOMA_CHECKS,
  REGISTRY_CHECKS,
  SURVEY_CHECKS,
  talliesAnonymous,
} from './registry/index.ts'

/** Every check there is: the general ones and those of all modules. */
export function listChecks(basis: CheckBasis): Check[] {
  return [
    ...generalChecks(basis),
    ...answeringChecks(basis.catalogue),
    ...PAGE_VISITS_CHECKS,
    ...PRACTICE_CHECKS,
    ...FINANCE_CHECKS,
    ...REGISTRY_CHECKS,
    ...DIPLOMA_CHECKS,
    ...SURVEY_CHECKS,
    talliesAnonymous,
    ...AUDIT_CHECKS,
  ]
}
