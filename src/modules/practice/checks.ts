import type { Check } from '#duties/promises/check.ts'
import { citizenNumbersGuarded } from './citizen-number/check.ts'
import { contentsInKind } from './checks/contents.ts'
import { disclosuresApproved, disclosuresConsented } from './checks/disclosures.ts'
import { peerCasesBounded } from './checks/peer-cases.ts'
import { professionalsConsented } from './checks/professionals.ts'
import { relationLinesBare } from './checks/relation-lines.ts'
import { signaturesIntact } from './checks/signatures.ts'
import { statementShown } from './checks/statement-shown.ts'
import { categoriesSwitched, representationEnds } from './surroundings/checks.ts'
import { substitutionBounded } from './checks/substitution.ts'
import { summariesInOrder } from './checks/summaries.ts'
import { pointsVisible, twoFiles } from './checks/two-files.ts'
import { paperInPlace, printsTold } from './paper/checks.ts'
import { smallGroupsHidden } from './principal/aggregate-check.ts'
import { progressAgreed } from './principal/contact-check.ts'
import { successionLimited } from './succession/check.ts'
import { timeRecorded } from './time/check.ts'

/** What shows whether the promises about clients' dossiers are kept. */
export const PRACTICE_CHECKS: readonly Check[] = [
  statementShown,
  summariesInOrder,
  timeRecorded,
  printsTold,
  paperInPlace,
  signaturesIntact,
  disclosuresConsented,
  disclosuresApproved,
  substitutionBounded,
  professionalsConsented,
  peerCasesBounded,
  relationLinesBare,
  smallGroupsHidden,
  progressAgreed,
  contentsInKind,
  twoFiles,
  pointsVisible,
  citizenNumbersGuarded,
  categoriesSwitched,
  representationEnds,
  successionLimited,
]
