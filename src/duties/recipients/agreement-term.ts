import { sql } from 'kysely'
import { written } from '#store/query.ts'

/** An agreement as the register has it. */
export interface RecordedAgreement {
  readonly recipient: string
  /** ISO dates. */
  readonly startsOn: string
  readonly endsOn: string | null
}

/** For checks: `tx.evidence(recordedAgreements)`. */
export const recordedAgreements = written(sql<RecordedAgreement>`
  select recipient, starts_on as "startsOn", ends_on as "endsOn" from evidence_agreements()`)

/**
 * Whether an agreement with a recipient stands on a day: by the register as soon as one is recorded
 * there, and until then by the day that the statement declares. The gate decides by the same.
 *
 * @param declaredUntil ISO date, the last day; nothing when the statement declares none.
 * @param day ISO date.
 */
export function agreementStands(
  recipient: string,
  declaredUntil: string | null | undefined,
  { recorded, day }: { readonly recorded: readonly RecordedAgreement[]; readonly day: string },
): boolean {
  const own = recorded.filter((each) => each.recipient === recipient)
  if (own.length === 0) return (declaredUntil ?? '') >= day
  return own.some(({ startsOn, endsOn }) => startsOn <= day && (endsOn ?? day) >= day)
}
