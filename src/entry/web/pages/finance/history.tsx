import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { ActionForm, DateText, Timeline, useView, Words } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { InvoiceEvent } from '#modules/finance/index.ts'
import { INVOICES } from './books.ts'
import { formatCents } from './money.ts'
import { DISPUTE_ENDS, REASONS, REMINDERS, WAYS } from './words.ts'

const words = {
  sent: { nl: 'Verstuurd', en: 'Sent' },
  paid: { nl: 'Betaald', en: 'Paid' },
  reversed: { nl: 'Betaling teruggedraaid', en: 'Payment reversed' },
  disputed: { nl: 'Betwist', en: 'Disputed' },
  'dispute-ended': { nl: 'Betwisting voorbij', en: 'Dispute over' },
  'handed-over': { nl: 'Overgedragen aan incasso', en: 'Handed over to a collector' },
  credited: { nl: 'Gecrediteerd', en: 'Credited' },
  undo: { nl: 'Terugdraaien', en: 'Reverse' },
  by: { nl: 'te betalen voor', en: 'to be paid by' },
} satisfies Record<string, Text>

interface HistoryProps {
  readonly events: readonly InvoiceEvent[]
  readonly invoiceId: string
  /** Names of collectors, by their word in the statement. */
  readonly collectors: Readonly<Record<string, string>>
}

/** What happened with an issued invoice, with what can be taken back. */
export function InvoiceHistory({ events, invoiceId, collectors }: HistoryProps): JSX.Element {
  return (
    <Timeline
      entries={events.map((event) => ({
        at: event.at,
        says: titleOf(event),
        detail: <Detail event={event} invoiceId={invoiceId} collector={collectors[event.word]} />,
      }))}
    />
  )
}

function titleOf({ sort, amount }: InvoiceEvent): Text {
  if (sort === 'reminded') return REMINDERS[(amount ?? 1) - 1] ?? words.sent
  return words[sort]
}

interface DetailProps {
  readonly event: InvoiceEvent
  readonly invoiceId: string
  readonly collector: string | undefined
}

function Detail({ event, invoiceId, collector = '' }: DetailProps): JSX.Element {
  const { language } = useView()
  const { sort, amount, word, day, id } = event
  const name = sort === 'handed-over' && collector !== '' ? collector : word
  const said = WAYS[word] ?? REASONS[word] ?? DISPUTE_ENDS[word] ?? { nl: name, en: name }
  return (
    <>
      {amount !== null && sort !== 'reminded' && `${formatCents(amount, language)} `}
      <Words of={said} />
      {day && (
        <>
          {', '}
          {sort === 'reminded' && (
            <>
              <Words of={words.by} />{' '}
            </>
          )}
          <DateText day={day} form="short" />
        </>
      )}
      {sort === 'paid' && (
        <ActionForm
          action={`${INVOICES}/${invoiceId}/betaling/${id}/terug`}
          label={words.undo}
          look="quiet"
        />
      )}
    </>
  )
}
