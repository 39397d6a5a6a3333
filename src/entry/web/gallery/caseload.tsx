import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  type Column,
  DataTable,
  DateText,
  EmptyState,
  Filters,
  Layout,
  LinkButton,
  type NameParts,
  PageHeader,
  Pagination,
  PersonName,
  SearchForm,
  type Status,
  StatusBadge,
  Toolbar,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { GalleryFrame } from './frame.ts'

interface Client {
  readonly name: NameParts
  readonly service: Text
  readonly town: string
  readonly since: string
  readonly status: Status
}

const GIVEN = ['Sanne', 'Youssef', 'Marijke', 'Tom', 'Aylin', 'Bram', 'Fleur', 'Kees']
const FAMILIES: readonly Omit<NameParts, 'given'>[] = [
  { prefix: 'de', family: 'Wit' },
  { family: 'Bouazza' },
  { prefix: 'van der', family: 'Berg' },
  { family: 'Jansen' },
  { family: 'Yıldız' },
  { prefix: "in 't", family: 'Veld' },
  { family: 'Visser' },
]
const SERVICES: readonly Text[] = [
  { nl: 'Re-integratie tweede spoor', en: 'Re-integration, second track' },
  { nl: 'Loopbaanbegeleiding', en: 'Career coaching' },
  { nl: 'Outplacement', en: 'Outplacement' },
]
const TOWNS = ['Zutphen', 'Deventer', 'Apeldoorn', "'s-Hertogenbosch"]
const STATES: readonly Status[] = ['active', 'active', 'waiting', 'active', 'closed']

function pick<T>(list: readonly T[], rank: number, otherwise: T): T {
  return list[rank % list.length] ?? otherwise
}

/** Fifty fictional clients. */
const CLIENTS: readonly Client[] = Array.from({ length: 50 }, (_, rank) => ({
  name: { given: pick(GIVEN, rank * 3, 'Sanne'), ...pick(FAMILIES, rank, { family: 'Jansen' }) },
  service: pick(SERVICES, rank, { nl: '', en: '' }),
  town: pick(TOWNS, rank * 5, 'Zutphen'),
  since: `2026-${String((rank % 9) + 1).padStart(2, '0')}-${String((rank % 27) + 1).padStart(2, '0')}`,
  status: pick(STATES, rank, 'active'),
}))

const columns: readonly Column<Client>[] = [
  {
    title: { nl: 'Naam', en: 'Name' },
    cell: (client) => <PersonName name={client.name} order="listed" />,
    sort: { href: '?sort=-name', now: 'ascending' },
  },
  { title: { nl: 'Dienst', en: 'Service' }, cell: (client) => <Service of={client} /> },
  { title: { nl: 'Woonplaats', en: 'Town' }, cell: (client) => client.town },
  {
    title: { nl: 'Sinds', en: 'Since' },
    cell: (client) => <DateText day={client.since} form="short" />,
    sort: { href: '?sort=since' },
  },
  { title: 'Status', cell: (client) => <StatusBadge status={client.status} /> },
]

function Service({ of }: { of: Client }): JSX.Element {
  return <Words of={of.service} />
}

/** A list as a coach sees it every morning. */
export function CaseloadSheet({ frame }: GalleryFrame): JSX.Element {
  return (
    <Layout frame={frame} title={{ nl: 'Cliënten', en: 'Clients' }}>
      <PageHeader
        title={{ nl: 'Cliënten', en: 'Clients' }}
        lead={{
          nl: 'De mensen die u begeleidt of waarneemt. Anderen ziet u hier niet.',
          en: 'The people you coach or stand in for. You do not see anyone else here.',
        }}
        action={
          <LinkButton
            href="/galerij/form"
            icon="add"
            label={{ nl: 'Cliënt aanmelden', en: 'Register a client' }}
          />
        }
      />
      <Toolbar>
        <SearchForm
          action="/galerij/caseload"
          label={{ nl: 'Zoek op naam of woonplaats', en: 'Search by name or town' }}
          value="Sanne"
          clearHref="/galerij/caseload"
        />
        <Filters
          groups={[
            {
              label: 'Status',
              options: [
                { label: { nl: 'Alle', en: 'All' }, href: '?', current: true },
                { label: { nl: 'Lopend', en: 'Active' }, href: '?status=active', count: 41 },
                { label: { nl: 'Afgesloten', en: 'Closed' }, href: '?status=closed', count: 23 },
              ],
            },
          ]}
        />
      </Toolbar>
      <DataTable
        caption={{ nl: 'Cliënten, op naam', en: 'Clients, by name' }}
        captionHidden
        columns={columns}
        rows={CLIENTS}
        href={() => '/galerij/dossier'}
        empty={<EmptyState title={{ nl: 'Nog geen cliënten', en: 'No clients yet' }} />}
      />
      <Pagination from={1} to={50} total={64} nextHref="?page=2" />
    </Layout>
  )
}
