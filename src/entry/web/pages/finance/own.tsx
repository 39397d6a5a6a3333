import {
  Badge,
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  PageHeader,
} from '#entry/web/components/index.ts'
import { answer, idOf, page } from '#entry/web/http/page.tsx'
import { bytesAnswer } from '#entry/web/http/press.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { findInvoice, INVOICE_KINDS, listOwnInvoices } from '#modules/finance/index.ts'
import { draw, known } from './invoice-file.ts'
import { formatCents } from './money.ts'
import { MONEY, STATES } from './words.ts'

const words = {
  title: { nl: 'Uw facturen', en: 'Your invoices' },
  lead: {
    nl: 'Facturen die u betaalt, voor uzelf of namens uw organisatie.',
    en: 'Invoices that you pay, for yourself or on behalf of your organisation.',
  },
  dispute: { nl: 'Klopt niet?', en: 'Not right?' },
  none: { nl: 'U hebt geen facturen', en: 'You have no invoices' },
  noneWhy: {
    nl: 'Betaalt een ander uw begeleiding, dan staan de facturen bij die ander.',
    en: 'If somebody else pays for your coaching, they have the invoices.',
  },
} satisfies Record<string, Text>

export const OWN = 'invoice-access'
export const OWN_PATH = '/facturen'

/** One's own invoices, of a client who pays or a principal. */
export const ownInvoicesPage = page(OWN_PATH, {
  read: async (door) => (await door.list(OWN, 'own-invoices', { all: listOwnInvoices })).all,
  view: (all, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <DataTable
        caption={words.title}
        captionHidden
        rows={all}
        href={({ id }) => `${OWN_PATH}/${id}/factuur.pdf`}
        columns={[
          {
            title: MONEY.number,
            cell: ({ number, kind }) =>
              kind === 'credit-note' ? `${number} ${INVOICE_KINDS[kind][door.language]}` : number,
          },
          ...(new Set(all.map(({ payer }) => payer)).size > 1
            ? [{ title: MONEY.payer, cell: ({ payer }: (typeof all)[number]) => payer }]
            : []),
          { title: MONEY.date, cell: ({ issuedOn }) => <DateText day={issuedOn} form="short" /> },
          {
            title: MONEY.due,
            cell: ({ dueOn }) => dueOn && <DateText day={dueOn} form="short" />,
          },
          {
            title: MONEY.amount,
            cell: ({ gross }) => formatCents(gross, door.language),
            align: 'end',
          },
          {
            title: MONEY.open,
            cell: ({ open }) =>
              open !== null && open > 0 ? formatCents(open, door.language) : null,
            align: 'end',
          },
          {
            title: MONEY.state,
            cell: ({ id, disputed, disputable, open }) => (
              <>
                {disputed && <Badge {...STATES.disputed} />}
                {open === 0 && <Badge {...STATES.settled} />}
                {!disputed && disputable && (
                  <LinkButton
                    href={`${OWN_PATH}/${id}/betwisten`}
                    label={words.dispute}
                    look="plain"
                    size="small"
                  />
                )}
              </>
            ),
          },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
      />
    </Screen>
  ),
})

/** One of them as PDF. */
export const ownInvoicePdf = answer(`${OWN_PATH}/:id/factuur.pdf`, async (door, params, c) => {
  const id = idOf(params)
  const { found } = await door.list(OWN, 'own-invoices', { found: findInvoice(id) })
  const { pdf, number } = await draw(known(found[0]?.document))
  return bytesAnswer(c, pdf, { type: 'application/pdf', title: number, ending: 'pdf' })
})
