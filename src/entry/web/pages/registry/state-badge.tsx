import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Badge } from '#entry/web/components/index.ts'
import type { AccreditationState, RegistrationState } from '#modules/registry/index.ts'
import { ACCREDITATION_LOOKS, STATE_LOOKS } from './words.ts'

/** How far a registration is. */
export function StateBadge({ state }: { state: RegistrationState }): JSX.Element {
  return <Badge {...STATE_LOOKS[state]} />
}

/** How an accreditation stands. */
export function AccreditationBadge({ state }: { state: AccreditationState }): JSX.Element {
  return <Badge {...ACCREDITATION_LOOKS[state]} />
}
