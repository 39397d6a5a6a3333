/** The activity in which parties read what was released to them. */
export const ACCOUNTABILITY = 'accountability'

/** Where a released document is read. */
export function releasedPath(dossierId: string, disclosureId: string): string {
  return `/opdrachtgever/documenten/${dossierId}/${disclosureId}`
}
