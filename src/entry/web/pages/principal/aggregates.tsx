import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Card,
  DataTable,
  DateText,
  EmptyState,
  Muted,
  PageHeader,
  PrintButton,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { joinWords, type Language, type Text } from '#kernel/language.ts'
import {
  type AggregateReport,
  type AggregateTable,
  type AggregateToPublish,
  aggregatesToPublish,
  OUTCOMES,
  publishAggregates,
  publishedAggregates,
  readAggregates,
} from '#modules/practice/index.ts'
import { kindTitle, titled } from '#entry/web/titles.ts'
import { ACCOUNTABILITY } from './released-path.ts'

const words = {
  title: { nl: 'Rapportages in aantallen', en: 'Reports in numbers' },
  ownLead: {
    nl: 'Hoeveel diensten er in een jaar begonnen en hoe zij eindigden. Over wie het gaat, staat er niet bij.',
    en: 'How many services started in a year and how they ended. Who they are about is not told.',
  },
  officeLead: {
    nl: 'Wat opdrachtgevers over een jaar te lezen krijgen. Een rapportage komt er één keer, als het jaar voorbij is, en verandert daarna niet meer: twee versies zouden samen iets over één cliënt kunnen verraden.',
    en: 'What principals get to read about a year. A report is made once, when the year is over, and does not change after that: two versions together could give away something of one client.',
  },
  small: {
    nl: 'Groepen van minder dan {smallest} mensen voegen wij samen.',
    en: 'Groups of fewer than {smallest} people are put together.',
  },
  publishedOn: { nl: 'Gemaakt op', en: 'Made on' },
  amount: { nl: 'Aantal', en: 'Number' },
  total: { nl: 'Samen', en: 'Together' },
  tooFew: {
    nl: '{measure}: te weinig om iets over te zeggen.',
    en: '{measure}: too few to say anything of.',
  },
  allKinds: { nl: 'Alle soorten diensten samen', en: 'All kinds of service together' },
  allOutcomes: { nl: 'Alle uitkomsten samen', en: 'All outcomes together' },
  waiting: { nl: 'Nog te maken', en: 'Still to be made' },
  principal: { nl: 'Opdrachtgever', en: 'Principal' },
  year: { nl: 'Jaar', en: 'Year' },
  publish: { nl: 'Maken', en: 'Make it' },
  report: { nl: 'Rapportage', en: 'Report' },
  none: { nl: 'Er is nog geen rapportage', en: 'There is no report yet' },
  ownNoneWhy: {
    nl: 'Na afloop van een jaar kan het bureau een rapportage voor u maken. Die staat dan hier.',
    en: 'After a year has ended the bureau can make a report for you. It then stands here.',
  },
  officeNoneWhy: {
    nl: 'Zodra een jaar voorbij is waarin een dienst voor een opdrachtgever begon, kunt u er hier een maken.',
    en: 'As soon as a year is over in which a service for a principal started, you can make one here.',
  },
} satisfies Record<string, Text>

const COUNTED = {
  started: { nl: 'Dienst', en: 'Service' },
  ended: { nl: 'Uitkomst', en: 'Outcome' },
} as const satisfies Record<string, Text>

const MEASURES = {
  started: { nl: 'Begonnen diensten', en: 'Services that started' },
  ended: { nl: 'Geëindigde diensten', en: 'Services that ended' },
} as const satisfies Record<string, Text>

const OVERSIGHT = 'relation-management'
const OFFICE = '/werk/opdrachtgevers/rapportages'

/** What the reader's own party was told in numbers. */
export const ownAggregatesPage = page('/opdrachtgever/rapportages', {
  read: async (door) => {
    const { rows } = await door.list(ACCOUNTABILITY, 'aggregates', { rows: publishedAggregates })
    return readAggregates(rows)
  },
  view: (reports, door) => (
    <Screen door={door} title={words.title} open>
      <PageHeader
        title={words.title}
        lead={words.ownLead}
        action={reports.length > 0 && <PrintButton />}
      />
      <Reports reports={reports} why={words.ownNoneWhy} language={door.visit.language} />
    </Screen>
  ),
})

interface Office {
  readonly reports: readonly AggregateReport[]
  readonly waiting: readonly AggregateToPublish[]
}

/** What principals were told in numbers, and what can be told them now. */
export const aggregatesPage = page(OFFICE, {
  read: async (door): Promise<Office> => {
    const reads = { rows: publishedAggregates, waiting: aggregatesToPublish }
    const { rows, waiting } = await door.list(OVERSIGHT, 'aggregates', reads)
    return { reports: readAggregates(rows), waiting }
  },
  view: ({ reports, waiting }, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.officeLead}
        action={reports.length > 0 && <PrintButton />}
      />
      <Stack gap="large">
        {waiting.length > 0 && <Waiting rows={waiting} />}
        <Reports reports={reports} why={words.officeNoneWhy} language={door.visit.language} named />
      </Stack>
    </Screen>
  ),
})

/** Makes the report on a principal over a year. */
export const publishAggregatesAct = act(
  `${OFFICE}/:party/:year{[0-9]{4}}`,
  async ({ door, params }) => {
    const asked = { partyId: idOf(params, 'party'), year: Number(params['year']) }
    await door.change(OVERSIGHT, (tx) => publishAggregates(tx, asked))
    return { to: OFFICE, done: 'aggregates-published' }
  },
)

function Waiting({ rows }: { rows: readonly AggregateToPublish[] }): JSX.Element {
  return (
    <Section title={words.waiting}>
      <DataTable
        caption={words.waiting}
        captionHidden
        rows={rows}
        columns={[
          { title: words.principal, cell: ({ party }) => party },
          { title: words.year, cell: ({ year }) => String(year) },
          {
            title: words.report,
            cell: ({ party_id: id, year }) => (
              <ActionForm action={`${OFFICE}/${id}/${year}`} label={words.publish} look="plain" />
            ),
          },
        ]}
        empty={null}
      />
    </Section>
  )
}

function Reports({
  reports,
  why,
  language,
  named = false,
}: {
  reports: readonly AggregateReport[]
  why: Text
  language: Language
  named?: boolean
}): JSX.Element {
  if (reports.length === 0) return <EmptyState title={words.none} lead={why} icon="file" />
  return (
    <Stack gap="large">
      {reports.map((report) => (
        <Card
          title={named ? `${report.party}, ${report.year}` : String(report.year)}
          level={2}
          meta={
            <>
              <Words of={words.publishedOn} /> <DateText day={report.publishedAt} />
            </>
          }
        >
          <Stack>
            {report.tables.map((table) => (
              <Numbers table={table} language={language} />
            ))}
            <Muted>
              <Words of={words.small} places={{ smallest: String(report.smallest) }} />
            </Muted>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

function Numbers({ table, language }: { table: AggregateTable; language: Language }): JSX.Element {
  const { measure, counts, total } = table
  const title = MEASURES[measure]
  if (counts.length === 0) {
    return (
      <p>
        <Words of={words.tooFew} places={{ measure: title[language] }} />
      </p>
    )
  }
  const all = measure === 'started' ? words.allKinds : words.allOutcomes
  const rows =
    counts.length === 1
      ? [{ name: all[language], amount: total }]
      : [
          ...counts.map(({ words: group, amount }) => ({
            name: sayGroup(group, language),
            amount,
          })),
          { name: words.total[language], amount: total },
        ]
  return (
    <DataTable
      caption={title}
      rows={rows}
      columns={[
        { title: COUNTED[measure], cell: ({ name }) => name },
        { title: words.amount, cell: ({ amount }) => String(amount), align: 'end' },
      ]}
      empty={null}
    />
  )
}

/** Words in one group: "Loopbaancheck en loopbaanbegeleiding". */
function sayGroup(group: readonly string[], language: Language): string {
  const [first = '', ...others] = group.map((word) => sayWord(word)[language])
  return joinWords([first, ...others.map((word) => word.toLowerCase())], language)
}

function sayWord(word: string): Text {
  const outcomes: Readonly<Record<string, Text>> = OUTCOMES
  const outcome = outcomes[word]
  return outcome ? titled(outcome) : kindTitle(word)
}
