import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Card,
  DateText,
  Moment,
  Quotation,
  StatusBadge,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import { SUMMARY_STATUSES } from '#entry/web/pages/work/words.ts'
import type { Text } from '#kernel/language.ts'
import type { SummaryView } from '#modules/practice/index.ts'

const words = {
  version: { nl: 'Versie {version}', en: 'Version {version}' },
  written: { nl: 'Geschreven door', en: 'Written by' },
  sent: { nl: 'verstuurd', en: 'sent' },
  approved: { nl: 'goedgekeurd', en: 'approved' },
  added: { nl: 'Aanvulling van de cliënt', en: 'Added by the client' },
  theClient: { nl: 'De cliënt', en: 'The client' },
} satisfies Record<string, Text>

/** A version of a summary, and what the client said of it. */
export function SummaryCard(props: {
  summary: SummaryView
  version: number
  actions?: JSX.Element
}): JSX.Element {
  const { actions, summary, version } = props
  const { approvedAt, body, dispute, sentAt, state, supplements, writtenAt, writtenBy } = summary
  return (
    <Card
      title={{
        nl: words.version.nl.replace('{version}', String(version)),
        en: words.version.en.replace('{version}', String(version)),
      }}
      status={<StatusBadge status={SUMMARY_STATUSES[state]} />}
      meta={
        <>
          <Words of={words.written} /> <ActorText of={writtenBy} />, <Moment at={writtenAt} />
          {sentAt && (
            <>
              ; <Words of={words.sent} /> <DateText day={sentAt} />
            </>
          )}
          {approvedAt && (
            <>
              ; <Words of={words.approved} /> <DateText day={approvedAt} />
            </>
          )}
        </>
      }
      actions={actions}
    >
      <WrittenText text={body} />
      {dispute && (
        <Quotation
          by={
            <>
              <Words of={words.theClient} />, <DateText day={dispute.at} />
            </>
          }
          text={dispute.words}
        />
      )}
      {supplements.map((own) => (
        <Quotation
          by={
            <>
              <Words of={words.added} />, <DateText day={own.at} />
            </>
          }
          text={own.words}
        />
      ))}
    </Card>
  )
}
