import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import type { Catalogue } from '#statement/index.ts'
import { type AccessFacts, readChanges, readFacts } from './access-facts.ts'
import { type Check, type CheckRun, type Finding, FINDINGS_LIMIT } from './check.ts'
import { dutchDay } from '#jobs/dutch-zone.ts'
import { isExplained } from './explanation.ts'
import { type OpeningEntry, readOpenings } from './opening-entry.ts'
import { type AppliedStatement, readApplied } from './statements-applied.ts'

/** Every opening followed from a relation that stood at that moment. */
export function openingsExplained(catalogue: Catalogue): Check {
  return {
    name: 'openings-explained',
    says: {
      nl: 'elke inzage in een dossier berust op een relatie die toen bestond',
      en: 'every opening of a dossier rests on a relation that existed then',
    },
    keeps: ['access-by-opening', 'activities.*', 'relations.*', 'consents.*'],
    looksAt: OPENINGS,
    codes: {
      OPENING_UNEXPLAINED: {
        nl: 'een dossier is geopend zonder geldige relatie ({count})',
        en: 'a dossier was opened without a valid relation ({count})',
      },
    },
    run: async (tx) => {
      const { vocabulary } = catalogue
      const versions = await readApplied(tx, catalogue)
      return lookAtOpenings(tx, (opening, facts) => {
        const { plan } =
          versions.find(({ version }) => version === opening.statement) ?? versions[0]
        if (isExplained(opening, { plan, vocabulary }, facts)) return undefined
        return { code: 'OPENING_UNEXPLAINED', touches: touchedBy(opening.activity, plan) }
      })
    },
  }
}

const OPENINGS = { nl: 'inzages van de laatste maand', en: 'openings of the last month' }

/** Whoever opened without a relation did what those who have one may do. */
function touchedBy(activity: string, { rules }: AppliedStatement['plan']): string[] {
  const own = rules.filter((rule) => rule.activity === activity)
  return [
    'access-by-opening',
    `activities.${activity}`,
    ...own.map(({ relation }) => `relations.${relation}`),
    ...own.flatMap(({ after }) => (after === null ? [] : [`consents.${after}`])),
  ]
}

/**
 * No dossier was opened after its term, or while it was restricted, but for the package of the
 * person whom it is about.
 */
export function livingOpened(catalogue: Catalogue): Check {
  return {
    name: 'only-living-dossiers-opened',
    says: {
      nl: 'niemand opent een dossier waarvan de termijn voorbij is of dat is afgeschermd, behalve om iemand de eigen gegevens te geven',
      en: 'nobody opens a dossier that is past its term or restricted, save to give somebody their own data',
    },
    keeps: ['retention.dossier', 'rights.restriction'],
    looksAt: OPENINGS,
    codes: {
      EXPIRED_OPENED: {
        nl: 'een dossier is geopend na het einde van zijn termijn ({count})',
        en: 'a dossier was opened after its term ({count})',
      },
      RESTRICTED_OPENED: {
        nl: 'een afgeschermd dossier is geopend ({count})',
        en: 'a restricted dossier was opened ({count})',
      },
    },
    run: async (tx) => {
      const [inForce] = await readApplied(tx, catalogue)
      return lookAtOpenings(tx, (opening, facts) => {
        if (opening.activity === SUBJECT_ACCESS) return undefined
        const code = endOf(opening, inForce, facts)
        return code && { code, touches: [END_TOUCHES[code]] }
      })
    },
  }
}

/** People have a right to what is held on them for as long as it is held. */
const SUBJECT_ACCESS = 'subject-access'

const END_TOUCHES = {
  EXPIRED_OPENED: 'retention.dossier',
  RESTRICTED_OPENED: 'rights.restriction',
} as const

/**
 * A term follows from the statement in force: of openings before it was applied the term is not
 * known.
 */
function endOf(
  opening: OpeningEntry,
  inForce: AppliedStatement,
  facts: AccessFacts,
): keyof typeof END_TOUCHES | undefined {
  const dossier = facts.dossiers.get(opening.dossierId)
  const restrictedAt = dossier?.restricted_at
  if (restrictedAt && restrictedAt < opening.at) return 'RESTRICTED_OPENED'
  const sameTerms = opening.at > inForce.appliedAt
  const expiresOn = dossier?.expires_on
  return sameTerms && expiresOn && expiresOn <= dutchDay(opening.at) ? 'EXPIRED_OPENED' : undefined
}

/** Looks at the openings of dossiers that still exist; nothing more can be known of others. */
async function lookAtOpenings(
  tx: ProofTransaction,
  judge: (opening: OpeningEntry, facts: AccessFacts) => Omit<Finding, 'subject'> | undefined,
): Promise<CheckRun> {
  const findings: Finding[] = []
  let lookedAt = 0
  let wrong = 0
  const changed = await readChanges(tx)
  for await (const openings of readOpenings(tx)) {
    if (openings.length === 0) continue
    const facts = await readFacts(tx, openings, changed)
    const known = openings.filter(({ dossierId }) => facts.dossiers.has(dossierId))
    lookedAt += known.length
    for (const opening of known) {
      const found = judge(opening, facts)
      if (found === undefined) continue
      wrong += 1
      const subject = `ledger ${opening.id}`
      if (findings.length < FINDINGS_LIMIT) findings.push({ ...found, subject })
    }
  }
  return { lookedAt, findings, wrong }
}
