import { mayAct } from '#duties/acting.ts'
import {
  countRequests,
  listRequests,
  REQUEST_VIEWS,
  REQUESTS_MOST,
  type RequestView,
} from '#duties/rights/request.ts'
import { KIND_WORDS, REQUEST_KINDS } from '#duties/rights/words.ts'
import {
  DataTable,
  EmptyState,
  Filters,
  LinkButton,
  PageHeader,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { RIGHTS } from './look.ts'
import { DESK_PATH, HANDLING } from './office.ts'
import { DaysLeft, StateBadge } from './parts.tsx'

const words = {
  lead: {
    nl: 'Wat mensen vragen over hun eigen gegevens, en hoeveel dagen er nog zijn om te antwoorden.',
    en: 'What people ask about their own data, and how many days are left to answer.',
  },
  enter: { nl: 'Verzoek invoeren', en: 'Enter a request' },
  show: { nl: 'Tonen', en: 'Show' },
  kinds: { nl: 'Soort', en: 'Kind' },
  all: { nl: 'Alles', en: 'All' },
  by: { nl: 'Van', en: 'From' },
  none: { nl: 'Geen verzoeken', en: 'No requests' },
  noneWhy: {
    nl: 'Vraagt iemand iets over zijn gegevens, dan staat dat hier. Komt een vraag per brief, telefoon of e-mail binnen, voer haar dan in: de termijn loopt vanaf de dag van ontvangst.',
    en: 'When somebody asks something about their data it stands here. When a question comes by letter, phone or e-mail, enter it: the term runs from the day it came in.',
  },
} satisfies Record<string, Text>

const VIEW_WORDS: Readonly<Record<RequestView, Text>> = {
  open: { nl: 'Lopend', en: 'Open' },
  late: { nl: 'Te laat', en: 'Late' },
  closed: { nl: 'Afgehandeld', en: 'Done' },
  all: { nl: 'Alles', en: 'All' },
}

/** Every request, the one that is due first on top. */
export const requestsPage = page(DESK_PATH, {
  read: async (door) => {
    const filter = filterOf(door)
    const { rows, counts } = await door.list(HANDLING, 'requests', {
      mayAct,
      rows: listRequests(filter),
      counts: countRequests,
    })
    return { rows, counts: counts[0], filter }
  },
  view: ({ rows, counts, filter }, door) => (
    <Screen door={door} title={RIGHTS.requests}>
      <PageHeader
        title={RIGHTS.requests}
        lead={words.lead}
        action={<LinkButton href={`${DESK_PATH}/nieuw`} label={words.enter} icon="add" />}
      />
      <Filters
        groups={[
          {
            label: words.show,
            options: REQUEST_VIEWS.map((view) => ({
              label: VIEW_WORDS[view],
              href: addressOf({ ...filter, view }),
              current: view === filter.view,
              ...(counts && { count: counts[view] }),
            })),
          },
          {
            label: words.kinds,
            options: [undefined, ...REQUEST_KINDS].map((kind) => ({
              label: kind ? KIND_WORDS[kind] : words.all,
              href: addressOf({ view: filter.view, ...(kind && { kind }) }),
              current: kind === filter.kind,
            })),
          },
        ]}
      />
      <DataTable
        caption={RIGHTS.requests}
        captionHidden
        rows={rows}
        most={REQUESTS_MOST}
        href={({ id }) => `${DESK_PATH}/${id}`}
        columns={[
          { title: RIGHTS.number, cell: ({ number }) => number },
          { title: RIGHTS.kind, cell: ({ kind }) => <Words of={KIND_WORDS[kind]} /> },
          { title: words.by, cell: ({ name }) => name },
          { title: RIGHTS.left, cell: (row) => <DaysLeft of={row} /> },
          { title: RIGHTS.state, cell: (row) => <StateBadge of={row} /> },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="speech" />}
      />
    </Screen>
  ),
})

function filterOf({ visit }: Door): Parameters<typeof listRequests>[0] {
  const view = REQUEST_VIEWS.find((each) => each === visit.query.get('toon')) ?? 'open'
  const kind = REQUEST_KINDS.find((each) => each === visit.query.get('soort'))
  return { view, ...(kind && { kind }) }
}

function addressOf({ view, kind }: Parameters<typeof listRequests>[0]): string {
  const query = new URLSearchParams({ toon: view, ...(kind && { soort: kind }) })
  return `${DESK_PATH}?${query}`
}
