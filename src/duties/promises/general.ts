import { packageComplete } from '#duties/package/complete.ts'
import { RIGHTS_CHECKS } from '#duties/rights/checks.ts'
import { consentsRecorded } from '#duties/consent/checks.ts'
import { deliveriesPermitted, demandsApproved } from '#duties/recipients/checks.ts'
import type { PublicKey } from '#ledger/ledger-key.ts'
import type { Catalogue } from '#statement/index.ts'
import { backupsInTime, backupsRehearsed, endingsRegistered } from './backups.ts'
import type { Check } from './check.ts'
import { guardsStanding } from './guards.ts'
import { ledgerIntact, ledgerWhole } from './ledger-checks.ts'
import { livingOpened, openingsExplained } from './openings.ts'
import { agreementsInForce, statementsPublished } from './publication.ts'
import { audienceTold, publicationsInOrder } from './publications.ts'
import { rulesEqualStatement } from './rules.ts'
import { contentSealed } from './sealing.ts'
import { subjectSeesAll } from './self-view.ts'
import { tablesTold } from './tables.ts'
import { BEYOND_DOSSIER_CHECKS } from '#duties/retention/beyond-dossiers.ts'
import { erasedKeysGone, type FindKeys, RETENTION_CHECKS } from '#duties/retention/checks.ts'

/** What general checks need to know. */
export interface CheckBasis {
  readonly catalogue: Catalogue
  /** The key that must have signed the newest checkpoint of the ledger. */
  readonly ledgerKey: PublicKey
  /** Asks the database of keys; without it nobody looks whether keys are gone. */
  readonly findKeys?: FindKeys | undefined
}

/** The checks that every organisation has, whichever modules it uses. */
export function generalChecks({ catalogue, ledgerKey, findKeys }: CheckBasis): Check[] {
  return [
    rulesEqualStatement(catalogue),
    tablesTold(catalogue),
    openingsExplained(catalogue),
    livingOpened(catalogue),
    ledgerIntact(ledgerKey),
    ledgerWhole(ledgerKey),
    guardsStanding,
    contentSealed,
    backupsInTime(catalogue),
    backupsRehearsed,
    endingsRegistered,
    statementsPublished(catalogue),
    publicationsInOrder,
    audienceTold,
    agreementsInForce(catalogue),
    consentsRecorded(ledgerKey),
    deliveriesPermitted(catalogue),
    demandsApproved,
    subjectSeesAll(catalogue),
    packageComplete(catalogue),
    ...RETENTION_CHECKS,
    ...BEYOND_DOSSIER_CHECKS,
    ...(findKeys ? [erasedKeysGone(findKeys)] : []),
    ...RIGHTS_CHECKS,
  ]
}
