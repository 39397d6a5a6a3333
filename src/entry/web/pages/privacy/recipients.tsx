import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { type AgreementLine, listAgreements } from '#duties/recipients/agreement.ts'
import { countDeliveries, type DeliveryCount, listDeliveries } from '#duties/recipients/delivery.ts'
import {
  Badge,
  DataTable,
  DateText,
  dayOf,
  EmptyState,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  Stat,
  Stats,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { type CountText, sayCount } from '#entry/web/words.ts'
import { capital, type Text } from '#kernel/language.ts'
import { staffNames, toNames } from '#ledger/reading.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Statement } from '#statement/index.ts'
import { DeclaredWords } from './declared-words.ts'
import { DeliveryList, type DeliveryListData, readAskedDeliveries } from './deliveries.tsx'
import { readOverseen } from './overseen.ts'

const words = {
  title: { nl: 'Ontvangers', en: 'Recipients' },
  lead: {
    nl: 'Wie buiten de organisatie gegevens krijgt, waarvoor en tot wanneer dat mag. Wie hier niet staat, krijgt van de software niets.',
    en: 'Who outside the organisation gets data, what for and until when that is allowed. Whoever is not here gets nothing from the software.',
  },
  recipients: { nl: 'ontvangers', en: 'recipients' },
  deliveries: { nl: 'verstrekkingen', en: 'deliveries' },
  ending: { nl: 'overeenkomsten die aandacht vragen', en: 'agreements that need attention' },
  endingTitle: { nl: 'Deze overeenkomsten vragen aandacht', en: 'These agreements need attention' },
  endingWhy: {
    nl: 'Na de laatste dag gaat er niets meer naar deze ontvanger. Vernieuw de overeenkomst en zet de nieuwe datum in de verklaring.',
    en: 'After the last day nothing goes to this recipient any more. Renew the agreement and put the new date in the statement.',
  },
  statement: { nl: 'Naar de verklaring', en: 'To the statement' },
  recipient: { nl: 'Ontvanger', en: 'Recipient' },
  gets: { nl: 'Krijgt', en: 'Gets' },
  for: { nl: 'Waarvoor', en: 'What for' },
  agreement: { nl: 'Overeenkomst', en: 'Agreement' },
  times: { nl: 'Verstrekt', en: 'Delivered' },
  consent: { nl: 'Alleen na toestemming', en: 'Only after consent' },
  declared: { nl: 'Wie er in de verklaring staan', en: 'Who stand in the statement' },
  none: { nl: 'De verklaring noemt geen ontvangers', en: 'The statement names no recipients' },
} satisfies Record<string, Text>

interface RecipientsData extends DeliveryListData {
  readonly statement: Statement
  readonly agreements: readonly AgreementLine[]
  readonly counts: readonly DeliveryCount[]
}

/** Who gets what, until when, and everything that went out. */
export const recipientsPage = page('/privacy/ontvangers', {
  read: async (door): Promise<RecipientsData> => {
    const { organisation, site, query } = door.visit
    const asked = readAskedDeliveries(query)
    const { counts, lines, staff } = await readOverseen(door, 'recipients', {
      counts: countDeliveries,
      lines: listDeliveries(asked),
      staff: staffNames,
    })
    const statement = await site.publication.current(organisation)
    const agreements = listAgreements(statement, VOCABULARY, dayOf(new Date()))
    return { statement, agreements, counts, asked, lines, names: toNames(staff) }
  },
  view: drawRecipients,
})

function drawRecipients(data: RecipientsData, door: Door): JSX.Element {
  const { agreements, counts } = data
  const attention = agreements.filter(needsAttention)
  return (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <Stack gap="large">
        <Stats>
          <Stat label={words.recipients} value={agreements.length} />
          <Stat
            label={words.deliveries}
            value={counts.reduce((sum, { deliveries }) => sum + deliveries, 0)}
          />
          <Stat
            label={words.ending}
            value={attention.length}
            {...(attention.length > 0 && { icon: 'alert', tone: 'warning' })}
          />
        </Stats>
        {attention.length > 0 && (
          <Notice
            tone="warning"
            title={words.endingTitle}
            action={
              <LinkButton
                href="/privacy/verklaring"
                label={words.statement}
                look="plain"
                size="small"
              />
            }
          >
            <p>
              <Words of={words.endingWhy} />
            </p>
          </Notice>
        )}
        <RecipientTable data={data} door={door} />
        <DeliveryList data={data} statement={data.statement} door={door} />
      </Stack>
    </Screen>
  )
}

function needsAttention({ state }: AgreementLine): boolean {
  return state === 'ending' || state === 'lapsed' || state === 'missing'
}

function RecipientTable({ data, door }: { data: RecipientsData; door: Door }): JSX.Element {
  const said = new DeclaredWords(data.statement, door.language)
  const counted = new Map(data.counts.map((each) => [each.recipient, each]))
  return (
    <Section title={words.declared}>
      <DataTable
        caption={words.declared}
        captionHidden
        rows={data.agreements}
        columns={[
          { title: words.recipient, cell: (row) => nameOf(row, said) },
          {
            title: words.gets,
            cell: ({ gets, afterConsent }) => (
              <>
                {said.list('categories', gets)}
                {afterConsent && (
                  <>
                    {' '}
                    <Badge label={words.consent} tone="info" icon="speech" />
                  </>
                )}
              </>
            ),
          },
          { title: words.for, cell: ({ purposes }) => said.words('activities', purposes) },
          { title: words.agreement, cell: (row) => <AgreementBadge line={row} door={door} /> },
          {
            title: words.times,
            cell: ({ recipient }) => String(counted.get(recipient)?.deliveries ?? 0),
            align: 'end',
          },
        ]}
        empty={<EmptyState title={words.none} icon="people" />}
      />
    </Section>
  )
}

function nameOf({ recipient, name, kind }: AgreementLine, said: DeclaredWords): string {
  const sort = said.word('recipientKinds', kind)
  return name === undefined ? capital(sort === kind ? recipient : sort) : `${name} (${sort})`
}

const STATES = {
  'not-needed': { nl: 'Niet nodig', en: 'Not needed' },
  missing: { nl: 'Ontbreekt', en: 'Missing' },
  lapsed: { nl: 'Verlopen', en: 'Lapsed' },
} satisfies Record<string, Text>

const LEFT: CountText = {
  one: { nl: 'Nog {count} dag', en: '{count} more day' },
  other: { nl: 'Nog {count} dagen', en: '{count} more days' },
}

function AgreementBadge({ line, door }: { line: AgreementLine; door: Door }): JSX.Element {
  const { state, until, daysLeft = 0 } = line
  if (state === 'stands') return <DateText day={until ?? ''} form="short" />
  if (state === 'not-needed') return <Words of={STATES[state]} />
  return state === 'ending' ? (
    <Badge label={sayCount(LEFT, daysLeft, door.language)} tone="warning" icon="clock" />
  ) : (
    <Badge label={STATES[state]} tone="error" icon="circleCross" />
  )
}
