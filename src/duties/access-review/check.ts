import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { dutchDay } from '#jobs/dutch-zone.ts'
import { addPeriod } from '#duties/promises/period.ts'
import { readApplied } from '#duties/promises/statements-applied.ts'
import type { Catalogue, Statement } from '#statement/index.ts'
import { written } from '#store/query.ts'

/** How often access is reviewed where no clause says it. */
const DEFAULT_INTERVAL = 'P1Y'

/** How often a statement promises to review access: what stands with the clause it is kept by. */
export function reviewInterval({ declarations }: Statement): string {
  const clauses = Object.values(declarations.clauses ?? {})
  const own = clauses.find((clause) => clause['kept-by']?.includes('access-review'))
  return own?.review ?? DEFAULT_INTERVAL
}

interface ReviewRow {
  readonly id: string
  readonly dueOn: string
  readonly closedAt: Date | null
  readonly undecided: number
}

/** Access was reviewed as often as the statement says, and no review is left half done. */
export function accessReviewed(catalogue: Catalogue): Check {
  return {
    name: 'access-reviewed',
    says: {
      nl: 'van iedereen is op tijd nagegaan of de toegang nog nodig is',
      en: 'everybody’s access was reviewed in time',
    },
    keeps: ['access-review'],
    looksAt: { nl: 'controles van de toegang', en: 'reviews of access' },
    codes: {
      REVIEW_OVERDUE: {
        nl: 'de controle van de toegang is te laat ({count})',
        en: 'the review of access is overdue ({count})',
      },
      REVIEW_UNFINISHED: {
        nl: 'een controle van de toegang is niet op tijd af ({count})',
        en: 'a review of access was not finished in time ({count})',
      },
    },
    run: async (tx) => {
      const versions = await readApplied(tx, catalogue)
      const [{ statement }] = versions
      const reviews = await tx.evidence(
        written(sql<ReviewRow>`select review_id as id, due_on as "dueOn",
          closed_at as "closedAt", undecided from evidence_access_reviews()`),
      )
      const today = dutchDay(new Date())
      const first = versions.map(({ appliedAt }) => appliedAt).toSorted((a, b) => +a - +b)[0]
      const closed = reviews.flatMap(({ closedAt }) => closedAt ?? [])
      const last = [...closed, ...(first ? [first] : [])].toSorted((a, b) => +b - +a)[0]
      const due = last && addPeriod(dutchDay(last), reviewInterval(statement))
      const unfinished = reviews.filter(({ closedAt, dueOn }) => !closedAt && dueOn < today)
      return {
        lookedAt: reviews.length + 1,
        findings: [
          ...(due !== undefined && due < today
            ? [{ code: 'REVIEW_OVERDUE', subject: `due ${due}` }]
            : []),
          ...unfinished.map(({ id }) => ({ code: 'REVIEW_UNFINISHED', subject: id })),
        ],
      }
    },
  }
}
