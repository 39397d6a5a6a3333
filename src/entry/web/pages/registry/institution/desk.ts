import type { Door } from '#entry/web/http/door.ts'
import type { OwnInstitution, Side } from '#modules/registry/index.ts'

/** Where an institution works. */
export const INSTITUTION = '/instelling'
export const STUDENTS = `${INSTITUTION}/studenten`
export const VERIFY = `${INSTITUTION}/controles`
export const COLLEAGUES = `${INSTITUTION}/collegas`
export const ACCREDITED = `${INSTITUTION}/erkenningen`
export const ENROL = `${INSTITUTION}/inschrijven`

export const VERIFYING = 'verification'
export const KEEPING = 'institution-keeping'

/** As which of the two an institution verifies. */
export function sideOf({ sort }: Pick<OwnInstitution, 'sort'>): Side {
  return sort === 'care' ? 'institution' : 'institute'
}

/** The institution that whoever asks acts for, by the address when there are several. */
export function chosenOf(
  door: Door,
  institutions: readonly OwnInstitution[],
): OwnInstitution | undefined {
  const asked = door.visit.query.get('instelling')
  return institutions.find(({ partyId }) => partyId === asked) ?? institutions[0]
}
