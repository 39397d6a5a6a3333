import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { DataTable, EmptyState, Moment, Section, Words } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { SentMailView } from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Verstuurd door de software', en: 'Sent by the software' },
  lead: {
    nl: 'Berichten dat er iets klaarstaat. Wat erin stond, is niet bewaard.',
    en: 'Messages that something waits. What they said was not kept.',
  },
  what: { nl: 'Bericht', en: 'Message' },
  to: { nl: 'Aan', en: 'To' },
  by: { nl: 'Na een handeling van', en: 'After an act of' },
  at: { nl: 'Verstuurd', en: 'Sent' },
  none: { nl: 'De software verstuurde nog niets', en: 'The software sent nothing yet' },
} satisfies Record<string, Text>

/** Who got it. */
const SENT_TO: Readonly<Record<SentMailView['receiver'], Text>> = {
  client: { nl: 'de cliënt', en: 'the client' },
  party: { nl: 'de ontvanger', en: 'the recipient' },
}
const YOU: Text = { nl: 'u', en: 'you' }

interface SentProps {
  readonly mails: readonly SentMailView[]
  /** The reader is the client. */
  readonly own?: boolean
}

/** Mails that the software sent about a client, the newest first. */
export function SentMails({ mails, own = false }: SentProps): JSX.Element {
  return (
    <Section title={words.title} lead={words.lead}>
      <DataTable
        caption={words.title}
        captionHidden
        rows={mails}
        empty={<EmptyState title={words.none} icon="mail" />}
        columns={[
          { title: words.what, cell: ({ title }) => <Words of={title} /> },
          {
            title: words.to,
            cell: ({ receiver }) => (
              <Words of={own && receiver === 'client' ? YOU : SENT_TO[receiver]} />
            ),
          },
          { title: words.by, cell: ({ sentBy }) => sentBy?.name ?? '–' },
          { title: words.at, cell: ({ sentAt }) => <Moment at={sentAt} /> },
        ]}
      />
    </Section>
  )
}
