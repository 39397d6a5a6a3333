import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  dayOf,
  EmptyState,
  Filters,
  formatDay,
  MeasureChart,
  PageHeader,
  Section,
  Stack,
  Stat,
  Stats,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import { COUNTED_PAGES } from '#entry/web/http/counting.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { formatNumber, say } from '#entry/web/words.ts'
import {
  listVisitDays,
  listVisitedPages,
  type VisitDay,
  type VisitedPage,
} from '#duties/page-visits/figures.ts'
import type { Language, Text } from '#kernel/language.ts'

const PATH = '/bezoekcijfers'
const ACTIVITY = 'page-statistics'
const DAY_MS = 24 * 60 * 60 * 1000

const PERIODS = [7, 30, 90, 365] as const

const words = {
  title: { nl: 'Bezoekcijfers', en: 'Visitor figures' },
  lead: {
    nl: 'Hoe vaak de openbare pagina’s zijn bekeken. Wie keek, weet niemand: een bezoeker is na die dag niet meer te herkennen, en wie niet meegeteld wil worden, staat er niet bij.',
    en: 'How often the public pages were viewed. Nobody knows by whom: a visitor cannot be recognised after that day, and whoever refuses is not in here.',
  },
  period: { nl: 'Periode', en: 'Period' },
  days: { nl: '{count} dagen', en: '{count} days' },
  visits: { nl: 'Bekeken pagina’s', en: 'Pages viewed' },
  visitors: { nl: 'Bezoekers', en: 'Visitors' },
  perDay: { nl: 'gemiddeld per dag', en: 'on average a day' },
  again: {
    nl: 'Wie op een andere dag terugkomt, telt opnieuw.',
    en: 'Whoever comes back on another day counts again.',
  },
  overTime: { nl: 'In de tijd', en: 'Over time' },
  described: {
    nl: 'Samen {visits} bekeken pagina’s; de drukste was {label}.',
    en: '{visits} pages viewed together; the busiest was {label}.',
  },
  week: { nl: 'Week van {day}', en: 'Week of {day}' },
  when: { nl: 'Wanneer', en: 'When' },
  perPage: { nl: 'Per pagina', en: 'By page' },
  page: { nl: 'Pagina', en: 'Page' },
  dutch: { nl: 'Nederlands', en: 'Dutch' },
  english: { nl: 'Engels', en: 'English' },
  together: { nl: 'Samen', en: 'Together' },
  none: { nl: 'Nog geen bezoek in deze periode', en: 'No visits in this period yet' },
  noneWhy: {
    nl: 'Zodra iemand een openbare pagina bekijkt, staat het hier.',
    en: 'As soon as somebody views a public page it is here.',
  },
} satisfies Record<string, Text>

/** How often the public pages were viewed. */
export const statisticsPage = page(PATH, {
  read: async (door) => {
    const asked = Number(door.visit.query.get('dagen'))
    const days = PERIODS.find((each) => each === asked) ?? 30
    const now = Date.now()
    const period = {
      since: dayOf(new Date(now - (days - 1) * DAY_MS)),
      until: dayOf(new Date(now)),
    }
    const read = await door.list(ACTIVITY, 'page-visits', {
      perDay: listVisitDays(period),
      perPage: listVisitedPages(period),
    })
    return { days, ...read }
  },
  view: ({ days, perDay, perPage }, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <Filters
        groups={[
          {
            label: words.period,
            options: PERIODS.map((count) => ({
              label: say(words.days, door.language, { count }),
              href: `${PATH}?dagen=${count}`,
              current: count === days,
            })),
          },
        ]}
      />
      {perPage.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="file" />
      ) : (
        <Figures perDay={perDay} perPage={perPage} />
      )}
    </Screen>
  ),
})

interface FiguresProps {
  readonly perDay: readonly VisitDay[]
  readonly perPage: readonly VisitedPage[]
}

function Figures({ perDay, perPage }: FiguresProps): JSX.Element {
  const { language } = useView()
  const visits = sum(perDay, 'visits')
  const spans = spansOf(perDay, language)
  const busiest = spans.toSorted((a, b) => b.visits - a.visits)[0]
  return (
    <Stack gap="large">
      <Stats>
        <Stat label={words.visits} value={visits} />
        <Stat
          label={words.visitors}
          value={Math.round(sum(perDay, 'visitors') / perDay.length)}
          detail={words.perDay}
        />
      </Stats>
      <p>
        <Words of={words.again} />
      </p>
      <Section title={words.perPage}>
        <DataTable
          caption={words.perPage}
          captionHidden
          rows={perPage}
          columns={[
            {
              title: words.page,
              cell: ({ page: path }) => say(COUNTED_PAGES[path] ?? path, language),
            },
            { title: words.dutch, align: 'end', cell: ({ nl }) => formatNumber(nl, language) },
            { title: words.english, align: 'end', cell: ({ en }) => formatNumber(en, language) },
            {
              title: words.together,
              align: 'end',
              cell: (each) => formatNumber(each.nl + each.en, language),
            },
          ]}
          empty={<EmptyState title={words.none} />}
        />
      </Section>
      <Section title={words.overTime}>
        <MeasureChart
          id="visits"
          title={words.overTime}
          description={say(words.described, language, {
            visits,
            label: busiest?.label ?? '–',
          })}
          measures={[{ title: words.visits }, { title: words.visitors }]}
          groups={spans.map((span) => ({
            label: span.label,
            amounts: [span.visits, span.visitors],
          }))}
        />
        <DataTable
          caption={words.overTime}
          captionHidden
          rows={spans}
          columns={[
            { title: words.when, cell: ({ label }) => label },
            {
              title: words.visits,
              align: 'end',
              cell: (span) => formatNumber(span.visits, language),
            },
            {
              title: words.visitors,
              align: 'end',
              cell: (span) => formatNumber(span.visitors, language),
            },
          ]}
          empty={<EmptyState title={words.none} />}
        />
      </Section>
    </Stack>
  )
}

/**
 * Up to so many days each has a bar of its own, and up to so many each week; beyond, each month.
 */
const DAYS_SHOWN = 14
const WEEKS_SHOWN = 100
const DAY_NUMBERS = 7

interface Span {
  readonly label: string
  readonly visits: number
  readonly visitors: number
}

function spansOf(days: readonly VisitDay[], language: Language): Span[] {
  const groups = Map.groupBy(days, ({ day }) => {
    if (days.length <= DAYS_SHOWN) return formatDay(day, language)
    if (days.length > WEEKS_SHOWN) return day.slice(0, 'YYYY-MM'.length)
    return say(words.week, language, { day: formatDay(mondayOf(day), language) })
  })
  return [...groups].map(([label, within]) => ({
    label,
    visits: sum(within, 'visits'),
    visitors: sum(within, 'visitors'),
  }))
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + DAY_NUMBERS - 1) % DAY_NUMBERS))
  return dayOf(date)
}

function sum(days: readonly VisitDay[], what: 'visits' | 'visitors'): number {
  return days.reduce((total, day) => total + day[what], 0)
}
