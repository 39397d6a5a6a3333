import type { Catalogue } from '#statement/index.ts'
import type { Plan } from '#statement/plan.ts'
import type { Check } from './check.ts'
import { readApplied } from './statements-applied.ts'

/** The person whom a dossier is about may read every column of it that anybody else may read. */
export function subjectSeesAll(catalogue: Catalogue): Check {
  return {
    name: 'subject-sees-all',
    says: {
      nl: 'wie een dossier betreft, kan alles zien wat anderen daarin kunnen zien',
      en: 'the person whom a dossier is about can see all of it that others can see',
    },
    keeps: ['rights.access'],
    codes: {
      HIDDEN_FROM_SUBJECT: {
        nl: '{count} soorten gegevens kan de betrokkene niet zelf zien',
        en: '{count} kinds of data cannot be seen by the person concerned',
      },
    },
    run: async (tx) => {
      const [{ plan }] = await readApplied(tx, catalogue)
      const places = dossierColumns(catalogue)
      const own = new Set(readBy(plan, subjectActivities(plan, catalogue)))
      const seen = [...new Set(readBy(plan, undefined))].filter((place) => places.has(place))
      return {
        lookedAt: seen.length,
        findings: seen
          .filter((place) => !own.has(place))
          .map((place) => ({ code: 'HIDDEN_FROM_SUBJECT', subject: place })),
      }
    },
  }
}

/** Activities that the person of a dossier has in it. */
function subjectActivities(plan: Plan, { vocabulary }: Catalogue): Set<string> {
  return new Set(
    plan.rules
      .filter(({ relation }) => vocabulary.relations[relation]?.subject)
      .map(({ activity }) => activity),
  )
}

/** Columns, as `notes.body`, that these activities read; all of them when none are given. */
function readBy(plan: Plan, activities: ReadonlySet<string> | undefined): string[] {
  const roles = plan.roles.filter(({ activity }) => activities?.has(activity) ?? true)
  const names = new Set(roles.map(({ role }) => role))
  return plan.grants
    .filter(({ right, role }) => right === 'select' && names.has(role))
    .flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))
}

/** Columns of dossiers in which personal data stand. */
function dossierColumns({ tables }: Catalogue): Set<string> {
  return new Set(
    tables
      .filter(({ belongs }) => belongs === 'dossiers')
      .flatMap(({ name, columns }) =>
        columns
          .filter((column) => column.category !== undefined || column.categoryIn !== undefined)
          .map((column) => `${name}.${column.name}`),
      ),
  )
}
