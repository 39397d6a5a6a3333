import type { Catalogue } from '#statement/index.ts'
import type { Plan } from '#statement/plan.ts'
import type { Check } from './check.ts'
import { readApplied } from './statements-applied.ts'

/** The person whom a dossier is about may read all of it that anybody else may read. */
export function subjectSeesAll(catalogue: Catalogue): Check {
  return {
    name: 'subject-sees-all',
    says: {
      nl: 'wie een dossier betreft, kan alles zien wat anderen daarin kunnen zien',
      en: 'the person whom a dossier is about can see all of it that others can see',
    },
    keeps: ['rights.access'],
    looksAt: { nl: 'soorten gegevens die anderen zien', en: 'kinds of data that others see' },
    codes: {
      HIDDEN_FROM_SUBJECT: {
        nl: 'soorten gegevens kan de betrokkene niet zelf zien ({count})',
        en: 'kinds of data cannot be seen by the person concerned ({count})',
      },
    },
    run: async (tx) => {
      const [{ plan }] = await readApplied(tx, catalogue)
      const own = new Set(readBy(plan, catalogue, subjectActivities(plan, catalogue)))
      const seen = [...new Set(readBy(plan, catalogue, usedActivities(plan, catalogue)))]
      return {
        lookedAt: seen.length,
        findings: seen
          .filter((place) => !own.has(place))
          .map((place) => ({ code: 'HIDDEN_FROM_SUBJECT', subject: place })),
      }
    },
  }
}

/** Activities in which a dossier is used, and not just taken along. */
function usedActivities({ roles }: Plan, { vocabulary }: Catalogue): Set<string> {
  return new Set(
    roles
      .map(({ activity }) => activity)
      .filter((activity) => !vocabulary.activities[activity]?.forSubject),
  )
}

/** Those that the person of a dossier has in it. */
function subjectActivities(plan: Plan, catalogue: Catalogue): Set<string> {
  const used = usedActivities(plan, catalogue)
  return new Set(
    plan.rules
      .filter(({ relation }) => catalogue.vocabulary.relations[relation]?.subject)
      .map(({ activity }) => activity)
      .filter((activity) => used.has(activity)),
  )
}

/**
 * What these activities read of dossiers: columns
 * (`clients.email`), and where the category differs by row that category in a kind of dossier
 * (`advice in outplacement`).
 */
function readBy(plan: Plan, { tables }: Catalogue, activities: ReadonlySet<string>): string[] {
  const reads = ({ activity }: { readonly activity: string }) => activities.has(activity)
  const roles = new Set(plan.roles.filter(reads).map(({ role }) => role))
  const columns = tables.filter(({ belongs }) => belongs === 'dossiers').flatMap(listColumns)
  const places = new Set(columns.filter(({ of }) => of.length === 0).map(({ place }) => place))
  const byRow = new Set(columns.flatMap(({ of }) => of))
  return [
    ...plan.grants
      .filter(({ right, role }) => right === 'select' && roles.has(role))
      .flatMap((grant) => grant.columns.map((column) => `${grant.table}.${column}`))
      .filter((place) => places.has(place)),
    ...plan.categoryRules
      .filter((rule) => !rule.writes && reads(rule) && byRow.has(rule.category))
      .map(({ kind, category }) => `${category} in ${kind}`),
  ]
}

/** Columns with personal data, and the categories that their rows can be of. */
function listColumns({ name, columns }: Catalogue['tables'][number]) {
  return columns
    .filter(({ category, categoryIn }) => category !== undefined || categoryIn !== undefined)
    .map((column) => ({ place: `${name}.${column.name}`, of: column.categoryIn?.of ?? [] }))
}
