import {
  type DemandLine,
  DEMANDS_MOST,
  LEGAL_DISCLOSURE,
  listDemands,
} from '#duties/recipients/demand.ts'
import { mayAct } from '#duties/acting.ts'
import {
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  PageHeader,
  StatusBadge,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { DEMAND, demandStatus } from './demand-words.ts'

const words = {
  lead: {
    nl: 'Soms eist een overheid gegevens op grond van een wet. Wie de vordering vastlegt, beslist er niet zelf over. De coach kan daarna alleen geven wat is gevorderd.',
    en: 'Sometimes an authority demands data on the ground of a law. Whoever records the demand does not decide on it. After that the coach can give only what was demanded.',
  },
  add: { nl: 'Vordering vastleggen', en: 'Record a demand' },
  none: { nl: 'Er is nog niets gevorderd', en: 'Nothing was demanded yet' },
  noneWhy: {
    nl: 'Komt er een vordering binnen, bijvoorbeeld van de politie, leg haar dan hier vast. Geef nooit iets af voordat een collega haar heeft goedgekeurd.',
    en: 'When a demand comes in, for example from the police, record it here. Never hand over anything before a colleague has approved it.',
  },
} satisfies Record<string, Text>

/** What authorities demanded, those that wait for a decision first. */
export const demandsPage = page('/privacy/vorderingen', {
  read: async (door) => {
    const { demands } = await door.list(LEGAL_DISCLOSURE, 'demands', {
      mayAct,
      demands: listDemands,
    })
    return demands
  },
  view: (demands, door) => (
    <Screen door={door} title={DEMAND.demands}>
      <PageHeader
        title={DEMAND.demands}
        lead={words.lead}
        action={<LinkButton href="/privacy/vorderingen/nieuw" label={words.add} icon="add" />}
      />
      <DataTable
        caption={DEMAND.demands}
        captionHidden
        rows={demands}
        most={DEMANDS_MOST}
        href={({ id }) => `/privacy/vorderingen/${id}`}
        columns={[
          { title: DEMAND.authority, cell: ({ authority }: DemandLine) => authority },
          { title: DEMAND.article, cell: ({ article }) => article },
          {
            title: DEMAND.received,
            cell: ({ receivedOn }) => <DateText day={receivedOn} form="short" />,
          },
          { title: DEMAND.state, cell: (row) => <StatusBadge status={demandStatus(row)} /> },
          {
            title: DEMAND.handedOver,
            cell: ({ handedOver }) => String(handedOver),
            align: 'end',
          },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="check" />}
      />
    </Screen>
  ),
})
