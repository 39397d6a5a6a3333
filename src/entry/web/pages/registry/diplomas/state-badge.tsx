import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Badge } from '#entry/web/components/index.ts'
import type { DiplomaLine } from '#modules/registry/index.ts'
import { DIPLOMA } from './words.ts'

/** Whether a diploma is good. */
export function StateBadge({ of }: { of: Pick<DiplomaLine, 'revokedOn'> }): JSX.Element {
  return of.revokedOn === null ? (
    <Badge label={DIPLOMA.valid} tone="success" />
  ) : (
    <Badge label={DIPLOMA.revoked} tone="error" />
  )
}
