import { DataTable, EmptyState, LinkButton, PageHeader } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { listPayers } from '#modules/finance/index.ts'
import { FINANCE, PAYERS, readBooks } from './books.ts'
import { formatCents } from './money.ts'
import { MONEY } from './words.ts'

const words = {
  lead: {
    nl: 'Opdrachtgevers en cliënten die betalen. Zij komen hier zodra er iets te factureren is.',
    en: 'Principals and clients who pay. They are listed as soon as there is something to invoice.',
  },
  add: { nl: 'Betaler toevoegen', en: 'Add a payer' },
  city: { nl: 'Plaats', en: 'Town' },
  waiting: { nl: 'Te factureren', en: 'To be invoiced' },
  none: { nl: 'Nog geen betalers', en: 'No payers yet' },
  noneWhy: {
    nl: 'Zodra een coach iets declareert, staat hier wie dat betaalt.',
    en: 'As soon as a coach declares something, whoever pays it is listed here.',
  },
} satisfies Record<string, Text>

/** Everybody who pays, with what is open. */
export const payersPage = page(PAYERS, {
  read: async (door) => (await readBooks(door, 'payers', { payers: listPayers })).payers,
  view: (payers, door) => (
    <Screen door={door} title={MONEY.payers}>
      <PageHeader
        title={MONEY.payers}
        lead={words.lead}
        breadcrumbs={[{ label: MONEY.finance, href: FINANCE }]}
        action={<LinkButton href={`${PAYERS}/nieuw`} label={words.add} look="plain" icon="add" />}
      />
      <DataTable
        caption={MONEY.payers}
        captionHidden
        rows={payers}
        href={({ id }) => `${PAYERS}/${id}`}
        columns={[
          { title: MONEY.payer, cell: ({ name }) => name },
          { title: words.city, cell: ({ city }) => city },
          {
            title: words.waiting,
            cell: ({ waiting }) => (waiting > 0 ? formatCents(waiting, door.language) : null),
            align: 'end',
          },
          {
            title: MONEY.open,
            cell: ({ open }) => (open > 0 ? formatCents(open, door.language) : null),
            align: 'end',
          },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="people" />}
      />
    </Screen>
  ),
})
