import type { ConsentView } from '#duties/consent/consent.ts'
import { dutchDay } from '#jobs/dutch-zone.ts'
import type { DossierRows } from './dossier-reads.ts'

/**
 * Ends what was asked about an absence that is over: a yes opens nothing any more, and a question
 * need not be answered.
 */
export function endWithAbsence(
  consents: readonly ConsentView[],
  { absences }: Pick<DossierRows, 'absences'>,
  today = dutchDay(new Date()),
): ConsentView[] {
  const over = new Map(absences.map((row) => [row.id, row.ends_on]))
  return consents.map((consent) => {
    const endedOn = over.get(consent.itemId ?? '')
    const isOpen = consent.state === 'asked' || consent.state === 'given'
    if (endedOn === undefined || endedOn >= today || !isOpen) return consent
    return { ...consent, state: 'expired', expiresAt: lateOn(endedOn), renewable: false }
  })
}

/** A moment late on a day by the clock here, in summer and in winter. */
function lateOn(day: string): Date {
  return new Date(`${day}T21:00:00Z`)
}
