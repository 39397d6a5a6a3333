import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Badge } from '#entry/web/components/index.ts'
import type { TallyLine } from '#modules/registry/index.ts'

/** Whether a count waits, was made or was called off. */
export function TallyBadge({ of }: { of: TallyLine }): JSX.Element {
  if (of.called_off_at) {
    return <Badge label={{ nl: 'gaat niet door', en: 'called off' }} tone="neutral" />
  }
  if (of.made_at) return <Badge label={{ nl: 'geteld', en: 'counted' }} tone="success" />
  return <Badge label={{ nl: 'staat klaar', en: 'planned' }} tone="info" />
}
