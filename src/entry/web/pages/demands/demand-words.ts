import type { DemandLine } from '#duties/recipients/demand.ts'
import type { Status } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

/** Words that the pages on demands of authorities share. */
export const DEMAND = {
  demands: { nl: 'Vorderingen', en: 'Demands' },
  authority: { nl: 'Overheid', en: 'Authority' },
  article: { nl: 'Wet en artikel', en: 'Law and article' },
  reference: { nl: 'Hun kenmerk', en: 'Their reference' },
  scope: { nl: 'Wat zij vorderen', en: 'What they demand' },
  categories: { nl: 'Soorten gegevens', en: 'Kinds of data' },
  received: { nl: 'Ontvangen op', en: 'Received on' },
  recordedBy: { nl: 'Vastgelegd door', en: 'Recorded by' },
  state: { nl: 'Besluit', en: 'Decision' },
  handedOver: { nl: 'Overhandigde stukken', en: 'Items handed over' },
  silence: { nl: 'Niet aan de betrokkene vertellen', en: 'Not to tell the person' },
} satisfies Record<string, Text>

/** How a demand stands. */
export function demandStatus({ decision }: Pick<DemandLine, 'decision'>): Status {
  if (decision === null) return 'waiting'
  return decision === 'approved' ? 'approved' : 'refused'
}
