import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  Badge,
  Card,
  DateText,
  DescriptionList,
  LinkButton,
  Muted,
  Notice,
  PageHeader,
  Section,
  Stack,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import {
  findInvoice,
  INVOICE_KINDS,
  type InvoiceDocument,
  type InvoiceEvent,
  type InvoiceRow,
  listEvents,
  listInvoices,
} from '#modules/finance/index.ts'
import { INVOICES, PAYERS, readBooks } from './books.ts'
import { InvoiceHistory } from './history.tsx'
import { known } from './invoice-file.ts'
import { InvoiceLines } from './lines.tsx'
import { formatCents } from './money.ts'
import { DISPUTE_ENDS, MONEY, REMINDERS, STATES } from './words.ts'

const words = {
  draftLead: {
    nl: 'Kijk de regels na. Na het uitgeven krijgt de factuur een nummer en verandert er niets meer.',
    en: 'Check the lines. Once issued the invoice has a number and nothing changes any more.',
  },
  issue: { nl: 'Uitgeven', en: 'Issue' },
  drop: { nl: 'Concept weggooien', en: 'Throw draft away' },
  lines: { nl: 'Regels', en: 'Lines' },
  facts: { nl: 'Gegevens', en: 'Details' },
  reference: { nl: 'Referentie van de betaler', en: 'Reference of the payer' },
  credits: { nl: 'Credit op', en: 'Credits' },
  send: { nl: 'Mailen', en: 'Send by e-mail' },
  posted: { nl: 'Per post verstuurd', en: 'Sent by post' },
  pay: { nl: 'Betaling boeken', en: 'Record a payment' },
  credit: { nl: 'Crediteren', en: 'Credit' },
  dispute: { nl: 'Betwisting vastleggen', en: 'Record a dispute' },
  claim: { nl: 'Bestand voor het incassobureau', en: 'File for the collector' },
  collector: { nl: 'Naar incasso', en: 'To a collector' },
  history: { nl: 'Wat er gebeurde', en: 'What happened' },
  disputed: {
    nl: 'Deze factuur wordt betwist. Er gaat geen aanmaning uit, en het dossier blijft zo lang bewaard.',
    en: 'This invoice is disputed. No reminder goes out, and the dossier is kept meanwhile.',
  },
  until: { nl: 'Tot', en: 'Until' },
  post: { nl: 'per post', en: 'by post' },
  nothing: { nl: 'Nog niets.', en: 'Nothing yet.' },
} satisfies Record<string, Text>

/** One invoice: what it says, what happened, and what can be done. */
export const invoicePage = page(`${INVOICES}/:id`, {
  read: async (door, params) => {
    const id = idOf(params)
    const { found, events, rows } = await readBooks(door, 'invoice', {
      found: findInvoice(id),
      events: listEvents(id),
      rows: listInvoices({ id }),
    })
    const { organisation, site } = door.visit
    const { declarations } = await site.publication.current(organisation)
    const collectors = Object.fromEntries(
      Object.entries(declarations.recipients ?? {}).map(([word, { name }]) => [word, name ?? word]),
    )
    return { document: known(found[0]?.document), events, row: rows[0], collectors }
  },
  view: ({ document, events, row, collectors }, door) => {
    const title = document.number ?? MONEY.draft
    return (
      <Screen door={door} title={title}>
        <PageHeader
          title={title}
          lead={INVOICE_KINDS[document.kind]}
          status={row && <Badge {...STATES[row.state]} />}
          breadcrumbs={[{ label: MONEY.invoices, href: INVOICES }]}
        />
        {row?.state === 'disputed' && <Disputed document={document} events={events} row={row} />}
        <Actions>
          {document.number === null ? (
            <DraftActs document={document} />
          ) : (
            <IssuedActs document={document} row={row} />
          )}
        </Actions>
        <Facts document={document} gross={row?.gross ?? null} />
        <Section title={words.lines} {...(document.number === null && { lead: words.draftLead })}>
          <InvoiceLines document={document} />
        </Section>
        <Section title={words.history}>
          {events.length === 0 ? (
            <Muted>
              <Words of={words.nothing} />
            </Muted>
          ) : (
            <InvoiceHistory events={events} invoiceId={document.id} collectors={collectors} />
          )}
        </Section>
      </Screen>
    )
  },
})

function DraftActs({ document }: { document: InvoiceDocument }): JSX.Element {
  const path = `${INVOICES}/${document.id}`
  return (
    <>
      {document.lines.length > 0 && (
        <ActionForm action={`${path}/uitgeven`} label={words.issue} icon="check" />
      )}
      <ActionForm action={`${path}/weg`} label={words.drop} look="quiet" icon="trash" />
    </>
  )
}

interface IssuedProps {
  readonly document: InvoiceDocument
  readonly row: InvoiceRow | undefined
}

function IssuedActs({ document, row }: IssuedProps): JSX.Element {
  const path = `${INVOICES}/${document.id}`
  const stage = (row?.stage ?? 0) + 1
  const title = REMINDERS[stage - 1]
  const isOpen = (document.open ?? 0) > 0
  const link = (to: string, label: Text): Child => (
    <LinkButton href={`${path}/${to}`} label={label} look="quiet" />
  )
  return (
    <>
      <LinkButton href={`${path}/factuur.pdf`} label="PDF" look="plain" icon="download" />
      <LinkButton href={`${path}/factuur.xml`} label="UBL" look="quiet" icon="download" />
      {document.email !== null && (
        <ActionForm
          action={`${path}/verstuur/mail`}
          label={words.send}
          look={row?.sentAt ? 'quiet' : 'primary'}
          icon="mail"
        />
      )}
      {!row?.sentAt && (
        <ActionForm action={`${path}/verstuur/post`} label={words.posted} look="quiet" />
      )}
      {row?.state === 'overdue' && title && (
        <>
          {document.email !== null && (
            <ActionForm action={`${path}/aanmaning/${stage}/mail`} label={title} icon="send" />
          )}
          <ActionForm
            action={`${path}/aanmaning/${stage}/post`}
            label={{ nl: `${title.nl} ${words.post.nl}`, en: `${title.en} ${words.post.en}` }}
            look="quiet"
          />
        </>
      )}
      {isOpen && link('betaling', words.pay)}
      {document.kind === 'invoice' && link('credit', words.credit)}
      {isOpen && row?.state !== 'disputed' && link('betwisting', words.dispute)}
      {row?.state === 'overdue' && stage > 3 && link('incasso', words.collector)}
      {row?.handedAt && link('incasso.csv', words.claim)}
    </>
  )
}

interface DisputedProps {
  readonly document: InvoiceDocument
  readonly events: readonly InvoiceEvent[]
  readonly row: InvoiceRow
}

function Disputed({ document, events, row }: DisputedProps): JSX.Element {
  const last = events.findLast(({ sort }) => sort === 'disputed')
  return (
    <Notice tone="warning">
      <Stack gap="small">
        <p>
          <Words of={words.disputed} /> <Words of={words.until} />{' '}
          {row.disputedUntil && <DateText day={row.disputedUntil} />}.
        </p>
        <Actions>
          {last &&
            Object.entries(DISPUTE_ENDS).map(([outcome, label]) => (
              <ActionForm
                action={`${INVOICES}/${document.id}/betwisting/${last.id}/${outcome}`}
                label={label}
                look="plain"
              />
            ))}
        </Actions>
      </Stack>
    </Notice>
  )
}

interface FactsProps {
  readonly document: InvoiceDocument
  readonly gross: number | null
}

function Facts({ document, gross }: FactsProps): JSX.Element {
  const { language } = useView()
  const { payer, issuedOn, dueOn, reference, credits, open } = document
  return (
    <Card title={words.facts} level={2}>
      <DescriptionList
        items={[
          {
            term: MONEY.payer,
            value: <a href={`${PAYERS}/${document.payerId}`}>{payer.name}</a>,
          },
          ...(reference === '' ? [] : [{ term: words.reference, value: reference }]),
          ...(issuedOn === null ? [] : [{ term: MONEY.date, value: <DateText day={issuedOn} /> }]),
          ...(dueOn === null ? [] : [{ term: MONEY.due, value: <DateText day={dueOn} /> }]),
          ...(credits
            ? [
                {
                  term: words.credits,
                  value: <a href={`${INVOICES}/${credits.id}`}>{credits.number}</a>,
                },
              ]
            : []),
          ...(gross === null ? [] : [{ term: MONEY.total, value: formatCents(gross, language) }]),
          ...(open === null ? [] : [{ term: MONEY.open, value: formatCents(open, language) }]),
        ]}
      />
    </Card>
  )
}
