import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  DataTable,
  dayOf,
  EmptyState,
  FilterForm,
  Filters,
  formatPeriod,
  LinkButton,
  MeasureChart,
  Notice,
  PageHeader,
  PrintButton,
  Stack,
  Tabs,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { bytesAnswer } from '#entry/web/http/press.ts'
import { answer, page, type Route } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { kindTitle } from '#entry/web/titles.ts'
import { formatNumber, say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  LABEL_TITLES,
  laterDay,
  LINE_TITLES,
  MEASURE_TITLES,
  readReport,
  REPORT_LINES,
  REPORT_TEXTS,
  REPORT_TITLES,
  reportCsv,
  reportReads,
  REPORTS,
  type ReportTable,
  reportWorkbook,
} from '#modules/practice/index.ts'
import {
  addressOf,
  PERIODS,
  type PeriodWord,
  readAddress,
  type ReportAddress,
  REPORTS_PATH,
  YEARS_BACK,
} from './address.ts'

const ACTIVITY = 'reporting'

const words = {
  title: { nl: 'Rapporten', en: 'Reports' },
  lead: {
    nl: 'Hoe het met de diensten gaat, in cijfers. Geen namen van cliënten, en geen cijfers die over minder dan vijf mensen gaan of zo’n cijfer verraden.',
    en: 'How the services are doing, in figures. No names of clients, and no figures that are about fewer than five people or give such a figure away.',
  },
  which: { nl: 'Rapporten', en: 'Reports' },
  per: { nl: 'Per', en: 'By' },
  year: { nl: 'Jaar', en: 'Year' },
  period: { nl: 'Periode', en: 'Period' },
  wholeYear: { nl: 'hele jaar', en: 'whole year' },
  quarter: { nl: 'kwartaal {number}', en: 'quarter {number}' },
  csv: { nl: 'Downloaden als CSV', en: 'Download as CSV' },
  xlsx: { nl: 'Downloaden voor Excel', en: 'Download for Excel' },
  none: {
    nl: 'Over deze periode is niets te melden',
    en: 'There is nothing to tell of this period',
  },
  noneWhy: { nl: 'Kies een ander jaar of kwartaal.', en: 'Choose another year or quarter.' },
  chart: { nl: '{report} per {line}, {days}', en: '{report} by {line}, {days}' },
  most: {
    nl: '{measure}: het meest bij {label}, {amount}.',
    en: '{measure}: most for {label}, {amount}.',
  },
  few: {
    nl: 'Er zijn in deze periode te weinig mensen om cijfers te tonen zonder dat ze iemand verraden.',
    en: 'There are too few people in this period to show figures without giving somebody away.',
  },
} satisfies Record<string, Text>

interface ReportPage {
  readonly address: ReportAddress
  readonly table: ReportTable
}

async function read(door: Door): Promise<ReportPage> {
  const { organisation, site } = door.visit
  const { declarations } = await site.publication.current(organisation)
  if (!Object.hasOwn(declarations.activities, ACTIVITY)) throw new AppError('NOT_FOUND')
  const address = readAddress(door.visit.query, dayOf(new Date()))
  const access = await door.access(ACTIVITY)
  const rows = await door.list(ACTIVITY, 'report', reportReads(access, address))
  return { address, table: readReport(rows, address) }
}

const reportPage = page(REPORTS_PATH, { read, view: drawReport })

const csvFile = answer(`${REPORTS_PATH}/bestand/csv`, async (door, _, c) => {
  const { table } = await read(door)
  const text = reportCsv(table, door.language, sayLabel(door.language))
  return bytesAnswer(c, text, { type: 'text/csv', title: titleOf(table, door), ending: 'csv' })
})

const xlsxFile = answer(`${REPORTS_PATH}/bestand/xlsx`, async (door, _, c) => {
  const { table } = await read(door)
  const bytes = await reportWorkbook(table, door.language, sayLabel(door.language))
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return bytesAnswer(c, bytes, { type, title: titleOf(table, door), ending: 'xlsx' })
})

/** Figures on the work, drawn and in a table, and as files. */
export const reportRoutes: readonly Route[] = [reportPage, csvFile, xlsxFile]

function titleOf({ report }: ReportTable, door: Door): string {
  return say(REPORT_TITLES[report], door.language)
}

/** Words in the language of the reader; names, numbers of months and the like as they are. */
function sayLabel(language: Language): (label: string) => string {
  return (label) => say(LABEL_TITLES[label] ?? kindTitle(label), language)
}

function drawReport({ address, table }: ReportPage, door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <Tabs
        label={words.which}
        tabs={REPORTS.map((report) => ({
          label: REPORT_TITLES[report],
          href: addressOf(address, { report }),
          current: report === address.report,
        }))}
      />
      <Tools address={address} />
      {table.groups.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="file" />
      ) : (
        <Figures address={address} table={table} />
      )}
    </Screen>
  )
}

function Tools({ address }: { address: ReportAddress }): JSX.Element {
  const lines = REPORT_LINES[address.report]
  const thisYear = Number(dayOf(new Date()).slice(0, 4))
  const years = Array.from({ length: YEARS_BACK }, (_, back) => `${thisYear - back}`)
  return (
    <Stack gap="small">
      {lines.length > 1 && (
        <Filters
          groups={[
            {
              label: words.per,
              options: lines.map((line) => ({
                label: LINE_TITLES[line],
                href: addressOf(address, { line }),
                current: line === address.line,
              })),
            },
          ]}
        />
      )}
      <FilterForm
        action={REPORTS_PATH}
        keep={{ over: address.report, per: address.line }}
        fields={[
          {
            name: 'jaar',
            label: words.year,
            value: `${address.year}`,
            options: years.map((value) => ({ value, label: value })),
          },
          {
            name: 'periode',
            label: words.period,
            value: address.period,
            options: PERIODS.map((value) => ({ value, label: periodText(value) })),
          },
        ]}
      />
    </Stack>
  )
}

function periodText(period: PeriodWord): Text {
  if (period === 'jaar') return words.wholeYear
  const number = period.slice(1)
  return {
    nl: words.quarter.nl.replace('{number}', number),
    en: words.quarter.en.replace('{number}', number),
  }
}

function Figures({ address, table }: ReportPage): JSX.Element {
  const { language } = useView()
  const told = table.groups.filter(({ amounts }) =>
    [...amounts.values()].some((amount) => amount !== undefined),
  )
  const named = sayLabel(language)
  const title = say(words.chart, language, {
    report: say(REPORT_TITLES[table.report], language),
    line: say(LINE_TITLES[table.line], language).toLowerCase(),
    days: formatPeriod({ from: address.since, until: laterDay(address.until, -1) }, language),
  })
  return (
    <Stack gap="large">
      {told.length === 0 ? (
        <Notice>
          <Words of={words.few} />
        </Notice>
      ) : (
        <MeasureChart
          id="report"
          title={title}
          description={describe(table, language)}
          exact={isExact(table)}
          measures={table.measures.map((measure) => ({
            title: MEASURE_TITLES[measure] ?? measure,
          }))}
          groups={told.map((group) => ({
            label: named(group.label),
            amounts: table.measures.map((measure) =>
              group.amounts.has(measure) ? group.amounts.get(measure) : 0,
            ),
          }))}
        />
      )}
      <DataTable
        caption={title}
        rows={table.groups}
        columns={[
          { title: LINE_TITLES[table.line], cell: (group) => named(group.label) },
          ...table.measures.map((measure) => ({
            title: MEASURE_TITLES[measure] ?? measure,
            align: 'end' as const,
            cell: ({ amounts }: ReportTable['groups'][number]) =>
              figureText(amounts.has(measure) ? amounts.get(measure) : 0, table, language),
          })),
        ]}
        empty={<EmptyState title={words.none} icon="file" />}
      />
      <Actions>
        <LinkButton
          href={addressOf(address, {}, `${REPORTS_PATH}/bestand/xlsx`)}
          label={words.xlsx}
          look="plain"
          icon="download"
          download
        />
        <LinkButton
          href={addressOf(address, {}, `${REPORTS_PATH}/bestand/csv`)}
          label={words.csv}
          look="plain"
          icon="download"
          download
        />
        <PrintButton />
      </Actions>
    </Stack>
  )
}

/** Hours and euros have decimals; people do not. */
function isExact({ report }: ReportTable): boolean {
  return report === 'hours' || report === 'income'
}

function figureText(amount: number | undefined, table: ReportTable, language: Language): string {
  if (amount === undefined) return say(REPORT_TEXTS.hidden, language)
  return formatNumber(amount, language, isExact(table))
}

/** The largest figure of each measure, in words. */
function describe({ groups, measures }: ReportTable, language: Language): string {
  const named = sayLabel(language)
  return measures
    .flatMap((measure) => {
      const [most] = groups.toSorted(
        (a, b) => (b.amounts.get(measure) ?? 0) - (a.amounts.get(measure) ?? 0),
      )
      const amount = most?.amounts.get(measure)
      if (!most || !amount) return []
      const title = say(MEASURE_TITLES[measure] ?? measure, language)
      const label = named(most.label)
      return [say(words.most, language, { measure: title, label, amount })]
    })
    .join(' ')
}
