import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { DeliveryView } from '#duties/recipients/delivery.ts'
import type { DemandView } from '#duties/recipients/demand.ts'
import {
  Card,
  DataTable,
  DateText,
  DescriptionList,
  EmptyState,
  Section,
  Stack,
  useView,
} from '#entry/web/components/index.ts'
import type { Language, Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { readParticulars } from './consents/wording.ts'
import type { OwnFile } from './own-file.ts'

const words = {
  title: { nl: 'Alles wat wij verstrekten', en: 'Everything we disclosed' },
  lead: {
    nl: 'Ook wat nu niet meer te lezen is. Blijkt iets later niet te kloppen, dan krijgen deze ontvangers dat te horen.',
    en: 'Also what can no longer be read. When something turns out to be wrong later, these recipients are told.',
  },
  recipient: { nl: 'Aan wie', en: 'To whom' },
  what: { nl: 'Soort gegevens', en: 'Kind of data' },
  purpose: { nl: 'Waarvoor', en: 'What for' },
  when: { nl: 'Wanneer', en: 'When' },
  none: { nl: 'Er is nooit iets verstrekt', en: 'Nothing was ever disclosed' },
  demands: { nl: 'Gevorderd door een overheid', en: 'Demanded by an authority' },
  article: { nl: 'Op grond van', en: 'On the ground of' },
  scope: { nl: 'Wat zij vroegen', en: 'What they asked for' },
  received: { nl: 'Ontvangen', en: 'Received' },
  decision: { nl: 'Ons besluit', en: 'Our decision' },
  approved: { nl: 'Wij moesten dit geven', en: 'We had to give this' },
  rejected: { nl: 'Wij gaven dit niet', en: 'We did not give this' },
  waiting: { nl: 'Wij gaan dit nog na', en: 'We are looking into this' },
} satisfies Record<string, Text>

/** The deliveries of one's own dossier, and what authorities demanded from it. */
export function DeliverySection({ file }: { file: OwnFile }): JSX.Element {
  const { deliveries, demands } = file.dossier
  const { language } = useView()
  return (
    <>
      {demands.length > 0 && (
        <Section title={words.demands}>
          <Stack>
            {demands.map((demand) => (
              <Demand demand={demand} />
            ))}
          </Stack>
        </Section>
      )}
      <Section title={words.title} lead={words.lead}>
        <DataTable
          caption={words.title}
          captionHidden
          rows={deliveries}
          columns={[
            { title: words.recipient, cell: (row) => recipientOf(row, file, language) },
            {
              title: words.what,
              cell: ({ categories }) =>
                categories
                  .map((word) => VOCABULARY.categories[word]?.says[language] ?? word)
                  .join('; '),
            },
            {
              title: words.purpose,
              cell: ({ purpose }) => VOCABULARY.activities[purpose]?.says[language] ?? purpose,
            },
            {
              title: words.when,
              cell: ({ deliveredAt }) => <DateText day={deliveredAt} form="short" />,
            },
          ]}
          empty={<EmptyState title={words.none} icon="lock" />}
        />
      </Section>
    </>
  )
}

/** By the name in the question that was agreed to, in the statement, or in the demand. */
function recipientOf(delivery: DeliveryView, file: OwnFile, language: Language): string {
  const { dossier, statement } = file
  const demand = dossier.demands.find(({ id }) => id === delivery.demandId)
  if (demand) return demand.authority
  const consent = dossier.consents.find(({ id }) => id === delivery.consentId)
  const named = consent && readParticulars(consent.wording).at(-1)?.value
  if (named !== undefined) return named
  const declared = statement.declarations.recipients?.[delivery.recipient]
  const kind = VOCABULARY.recipientKinds[declared?.kind ?? '']?.says[language]
  return declared?.name ?? kind ?? delivery.recipient
}

function Demand({ demand }: { demand: DemandView }): JSX.Element {
  const { language } = useView()
  return (
    <Card title={demand.authority}>
      <DescriptionList
        items={[
          { term: words.article, value: demand.article },
          { term: words.scope, value: demand.scope },
          { term: words.received, value: <DateText day={demand.receivedOn} /> },
          { term: words.decision, value: words[demand.decision ?? 'waiting'][language] },
        ]}
      />
    </Card>
  )
}
