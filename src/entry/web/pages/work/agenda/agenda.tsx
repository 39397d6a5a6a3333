import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  CalendarDays,
  type CalendarItem,
  DataTable,
  DateText,
  EmptyState,
  FilterForm,
  Filters,
  formatPeriod,
  LinkButton,
  PageHeader,
  Stack,
  Toolbar,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import {
  type Agenda,
  agendaReads,
  laterDay,
  readAgenda,
  wallTimeOf,
  weekdayOf,
  weekNumberOf,
} from '#modules/practice/index.ts'
import { addressOf, type AgendaAddress, daysIn, neighbours, readAddress } from './address.ts'
import {
  type AgendaDesk,
  COACH_AGENDA,
  expectPlanning,
  PLANNER_AGENDA,
  SUBSTITUTE_AGENDA,
} from './desk.ts'
import { appointmentItems, otherItems, wallText } from './items.ts'

const words = {
  title: { nl: 'Agenda', en: 'Calendar' },
  lead: {
    nl: 'Uw afspraken, geblokkeerde tijden en afwezigheid. Een afspraak openen opent het dossier; kijken in de agenda niet.',
    en: 'Your appointments, blocked times and absences. Opening an appointment opens the dossier; looking at the calendar does not.',
  },
  planning: { nl: 'Planning', en: 'Planning' },
  planningLead: {
    nl: 'De afspraken van alle coaches. U ziet tijden en dossiernummers, geen inhoud.',
    en: 'The appointments of all coaches. You see times and dossier numbers, no contents.',
  },
  plan: { nl: 'Afspraak plannen', en: 'Plan an appointment' },
  block: { nl: 'Tijd blokkeren', en: 'Block time' },
  hours: { nl: 'Werktijden', en: 'Working hours' },
  link: { nl: 'Koppelen met uw eigen agenda', en: 'Link to your own calendar' },
  show: { nl: 'Toon', en: 'Show' },
  dag: { nl: 'Dag', en: 'Day' },
  week: { nl: 'Week', en: 'Week' },
  maand: { nl: 'Maand', en: 'Month' },
  before: { nl: 'Vorige', en: 'Previous' },
  after: { nl: 'Volgende', en: 'Next' },
  today: { nl: 'Vandaag', en: 'Today' },
  weekOf: { nl: 'Week {week}: {days}', en: 'Week {week}: {days}' },
  day: { nl: 'Dag', en: 'Day' },
  time: { nl: 'Tijd', en: 'Time' },
  what: { nl: 'Wat', en: 'What' },
  state: { nl: 'Stand', en: 'State' },
  none: { nl: 'Niets in deze maand', en: 'Nothing in this month' },
  noneWhy: { nl: 'Plan een afspraak met een cliënt.', en: 'Plan an appointment with a client.' },
  member: { nl: 'Coach', en: 'Coach' },
  everybody: { nl: 'Alle coaches', en: 'All coaches' },
  wholeDay: { nl: 'hele dag', en: 'all day' },
} satisfies Record<string, Text>

const WEEKDAYS: readonly Text[] = [
  { nl: 'ma', en: 'Mon' },
  { nl: 'di', en: 'Tue' },
  { nl: 'wo', en: 'Wed' },
  { nl: 'do', en: 'Thu' },
  { nl: 'vr', en: 'Fri' },
  { nl: 'za', en: 'Sat' },
  { nl: 'zo', en: 'Sun' },
]

interface AgendaPage {
  readonly desk: AgendaDesk
  readonly address: AgendaAddress
  readonly agenda: Agenda
  readonly items: readonly CalendarItem[]
}

/** Calendars: one's own, and for planners that of all coaches. */
export const agendaPages: readonly Route[] = [COACH_AGENDA, PLANNER_AGENDA].map((desk) =>
  page(desk.path, { read: (door) => readCalendar(door, desk), view: drawAgenda }),
)

async function readCalendar(door: Door, desk: AgendaDesk): Promise<AgendaPage> {
  await expectPlanning(door, desk)
  const address = readAddress(door.visit.query)
  const access = await door.access(desk.activity)
  const rows = await door.list(desk.activity, 'agenda', agendaReads(access, address))
  const agenda = readAgenda(rows, desk.own ? door.me?.accountId : address.member)
  const { language } = door
  const items = [
    ...appointmentItems(agenda.appointments, desk, language),
    ...(desk.own ? await readStandingIn(door, address) : []),
    ...otherItems(agenda, desk, language),
  ].toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
  return { desk, address, agenda, items }
}

/** The appointments of dossiers that one stands in for now. */
async function readStandingIn(door: Door, address: AgendaAddress): Promise<CalendarItem[]> {
  const { activity } = SUBSTITUTE_AGENDA
  if (!door.me?.activities.includes(activity)) return []
  const access = await door.access(activity)
  const rows = await door.list(activity, 'agenda', agendaReads(access, address))
  return appointmentItems(readAgenda(rows).appointments, SUBSTITUTE_AGENDA, door.language)
}

function drawAgenda(data: AgendaPage, door: Door): JSX.Element {
  const { desk, address, items } = data
  const title = desk.own ? words.title : words.planning
  const today = wallTimeOf(new Date()).day
  const from = address.from <= today && today < address.until ? today : address.from
  const planHref = `${desk.path}/nieuw?dag=${from}`
  return (
    <Screen door={door} title={title}>
      <PageHeader
        title={title}
        lead={desk.own ? words.lead : words.planningLead}
        action={<LinkButton href={planHref} label={words.plan} icon="add" />}
      />
      <AgendaTools data={data} />
      {!desk.own && <MemberFilter {...data} />}
      <p>
        <strong>{spanText(address, door)}</strong>
      </p>
      {address.view === 'maand' ? (
        <MonthList items={items} planHref={planHref} />
      ) : (
        <DaysView data={data} />
      )}
      {desk.own && (
        <Actions>
          <LinkButton href={`${desk.path}/blok`} label={words.block} look="plain" icon="lock" />
          <LinkButton href={`${desk.path}/werktijden`} label={words.hours} look="quiet" />
          <LinkButton href={`${desk.path}/koppeling`} label={words.link} look="quiet" />
        </Actions>
      )}
    </Screen>
  )
}

function spanText(address: AgendaAddress, { language }: Door): string {
  const { from, until, view } = address
  const days = formatPeriod({ from, until: laterDay(until, -1) }, language)
  return view === 'week'
    ? say(words.weekOf, language, { week: `${weekNumberOf(from)}`, days })
    : days
}

function AgendaTools({ data }: { data: AgendaPage }): JSX.Element {
  const { desk, address } = data
  const { before, after } = neighbours(address)
  const to = (change: Parameters<typeof addressOf>[2]): string =>
    addressOf(desk.path, address, change)
  const today = wallTimeOf(new Date()).day
  return (
    <Toolbar>
      <Actions>
        <LinkButton href={to({ from: before })} label={words.before} look="plain" icon="left" />
        <LinkButton href={to({ from: today })} label={words.today} look="plain" />
        <LinkButton href={to({ from: after })} label={words.after} look="plain" icon="right" />
      </Actions>
      <Filters
        groups={[
          {
            label: words.show,
            options: (['dag', 'week', 'maand'] as const).map((view) => ({
              label: words[view],
              href: to({ view }),
              current: view === address.view,
            })),
          },
        ]}
      />
    </Toolbar>
  )
}

function MemberFilter(props: Pick<AgendaPage, 'desk' | 'address' | 'agenda'>): JSX.Element {
  const { desk, address, agenda } = props
  const members = [...agenda.members]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'nl'))
  return (
    <FilterForm
      action={desk.path}
      keep={{ toon: address.view, vanaf: address.from }}
      fields={[
        {
          name: 'medewerker',
          label: words.member,
          value: address.member,
          options: [{ value: '', label: words.everybody }, ...members],
        },
      ]}
    />
  )
}

function DaysView({ data }: { data: AgendaPage }): JSX.Element {
  const { desk, address, agenda, items } = data
  const now = wallText(new Date())
  return (
    <CalendarDays
      now={now}
      items={items}
      hours={desk.own ? agenda.hours : []}
      days={daysIn(address).map((day) => ({
        day,
        title: dayTitle(day),
        isToday: now.startsWith(day),
        ...(day >= now.slice(0, 10) && { newHref: `${desk.path}/nieuw?dag=${day}` }),
      }))}
    />
  )
}

/** A day of the week with its number: "di 24". */
function dayTitle(day: string): Text {
  const weekday = WEEKDAYS[weekdayOf(day) - 1] ?? { nl: '', en: '' }
  const date = Number(day.slice(8))
  return { nl: `${weekday.nl} ${date}`, en: `${weekday.en} ${date}` }
}

function MonthList(props: { items: readonly CalendarItem[]; planHref: string }): JSX.Element {
  return (
    <Stack>
      <DataTable
        caption={words.title}
        captionHidden
        rows={props.items}
        columns={[
          {
            title: words.day,
            cell: ({ starts }) => <DateText day={starts.slice(0, 10)} />,
          },
          {
            title: words.time,
            cell: ({ starts, ends }) =>
              starts.length === 10 ? (
                <Words of={words.wholeDay} />
              ) : (
                `${starts.slice(11)}–${ends.slice(11)}`
              ),
          },
          {
            title: words.what,
            cell: ({ href, title }) =>
              href ? (
                <a href={href}>
                  <Words of={title} />
                </a>
              ) : (
                <Words of={title} />
              ),
          },
          { title: words.state, cell: ({ detail }) => detail && <Words of={detail} /> },
        ]}
        empty={
          <EmptyState
            title={words.none}
            lead={words.noneWhy}
            icon="calendar"
            action={<LinkButton href={props.planHref} label={words.plan} icon="add" />}
          />
        }
      />
    </Stack>
  )
}
