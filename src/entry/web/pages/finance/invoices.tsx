import {
  Filters,
  PageHeader,
  Pagination,
  PrintButton,
  SearchForm,
  Toolbar,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import {
  INVOICE_STATES,
  INVOICES_PAGE,
  type InvoiceState,
  listInvoices,
} from '#modules/finance/index.ts'
import { FINANCE, INVOICES, readBooks } from './books.ts'
import { InvoiceTable } from './invoice-table.tsx'
import { MONEY, STATES } from './words.ts'

const words = {
  search: { nl: 'Zoek op nummer of betaler', en: 'Search by number or payer' },
  none: { nl: 'Geen facturen', en: 'No invoices' },
  noneWhy: {
    nl: 'Maak een concept van wat te factureren is, of zoek anders.',
    en: 'Make a draft of what is to be invoiced, or search otherwise.',
  },
} satisfies Record<string, Text>

const LAST_PAGE = 1_000

/** All invoices and credit notes, a page of 50. */
export const invoicesPage = page(INVOICES, {
  read: async (door) => {
    const { query } = door.visit
    const state = INVOICE_STATES.find((word) => word === query.get('staat'))
    const search = (query.get('q') ?? '').slice(0, 200)
    const number = Number(query.get('pagina') ?? '1')
    const at = Number.isInteger(number) && number >= 1 && number <= LAST_PAGE ? number : 1
    const { rows } = await readBooks(door, 'invoices', {
      rows: listInvoices({ state, search, page: at }),
    })
    return { rows, state, search, at }
  },
  view: ({ rows, state, search, at }, door) => {
    const total = rows[0]?.total ?? 0
    const from = (at - 1) * INVOICES_PAGE + 1
    return (
      <Screen door={door} title={MONEY.invoices}>
        <PageHeader
          title={MONEY.invoices}
          breadcrumbs={[{ label: MONEY.finance, href: FINANCE }]}
          action={rows.length > 0 && <PrintButton />}
        />
        <Toolbar>
          <SearchForm
            action={INVOICES}
            label={words.search}
            value={search}
            keep={state ? { staat: state } : {}}
            clearHref={address({ state })}
          />
          <Filters
            groups={[
              {
                label: MONEY.state,
                options: [
                  { label: MONEY.all, href: address({ search }), current: state === undefined },
                  ...INVOICE_STATES.map((word) => ({
                    label: STATES[word].label,
                    href: address({ state: word, search }),
                    current: word === state,
                  })),
                ],
              },
            ]}
          />
        </Toolbar>
        <InvoiceTable
          rows={rows}
          caption={MONEY.invoices}
          empty={{ title: words.none, lead: words.noneWhy }}
        />
        {total > INVOICES_PAGE && (
          <Pagination
            from={from}
            to={from + rows.length - 1}
            total={total}
            {...(at > 1 && { previousHref: address({ state, search, at: at - 1 }) })}
            {...(from + rows.length <= total && {
              nextHref: address({ state, search, at: at + 1 }),
            })}
          />
        )}
      </Screen>
    )
  },
})

interface Asked {
  readonly state?: InvoiceState | undefined
  readonly search?: string
  readonly at?: number
}

function address({ state, search = '', at = 1 }: Asked): string {
  const query = new URLSearchParams({
    ...(state && { staat: state }),
    ...(search !== '' && { q: search }),
    ...(at > 1 && { pagina: String(at) }),
  }).toString()
  return query === '' ? INVOICES : `${INVOICES}?${query}`
}
