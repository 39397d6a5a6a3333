import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { type FilterGroup, Filters } from '#entry/web/components/index.ts'
import { listAddress } from '#entry/web/pages/registry/list-address.ts'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { AppError } from '#kernel/error.ts'
import type { OwnInstitution } from '#modules/registry/index.ts'

/**
 * Of the institutions that somebody acts for the one that is asked for, or the first by name.
 *
 * @throws `NOT_FOUND` when somebody does not act for the one that is asked for.
 */
export function chosenOf(
  institutions: readonly OwnInstitution[],
  asked: string | undefined,
): OwnInstitution | undefined {
  if (asked === undefined) return institutions[0]
  const own = institutions.find(({ partyId }) => partyId === asked)
  if (!own) throw new AppError('NOT_FOUND')
  return own
}

export interface OwnChoice {
  readonly institutions: readonly OwnInstitution[]
  readonly own: OwnInstitution | undefined
  readonly path: string
}

/** A choice between the own institutions, for whoever acts for several. */
export function ownChoices({ institutions, own, path }: OwnChoice): FilterGroup[] {
  if (institutions.length < 2) return []
  return [
    {
      label: TRAINING.ownInstitution,
      options: institutions.map(({ partyId, name }) => ({
        label: name,
        href: listAddress(path, { institution: partyId }),
        current: partyId === own?.partyId,
      })),
    },
  ]
}

export function OwnSwitch(props: OwnChoice): JSX.Element | null {
  const groups = ownChoices(props)
  return groups.length === 0 ? null : <Filters groups={groups} />
}
