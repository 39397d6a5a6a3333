import { sayMonth } from '#kernel/day.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { type DueLine, listDue, listDueMonths } from '#duties/retention/calendar.ts'
import {
  Badge,
  BarChart,
  DataTable,
  DateText,
  dayOf,
  EmptyState,
  FilterForm,
  formatDay,
  LinkButton,
  Muted,
  Notice,
  PageHeader,
  Pagination,
  Section,
  Stack,
  Words,
  Reference,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { Statement } from '#statement/statement.ts'
import { type AskedCalendar, PLACES, readCalendar } from './address.ts'
import { readTerms } from './desk.ts'
import { Forever } from './forever.tsx'
import { RetentionTabs } from './tabs.tsx'
import { HOLD_WORDS, HOME, kindTitle, type Look, partTitle } from './words.ts'

const words = {
  title: { nl: 'Bewaren en vernietigen', en: 'Keeping and destroying' },
  lead: {
    nl: 'Wat gaat wanneer weg. U ziet nummers van dossiers, niet van wie ze zijn. Elke nacht om kwart over twee gaat vanzelf weg wat die dag aan de beurt is.',
    en: 'What goes when. You see numbers of dossiers, not whose they are. Every night at a quarter past two, whatever is due that day goes by itself.',
  },
  hold: { nl: 'Bewaarplicht vastleggen', en: 'Record a hold' },
  months: { nl: 'Per maand', en: 'By month' },
  month: { nl: 'Maand', en: 'Month' },
  amount: { nl: 'Dossiers', en: 'Dossiers' },
  list: { nl: 'Wat er aankomt', en: 'What is coming' },
  on: { nl: 'Gaat weg op', en: 'Goes on' },
  reference: { nl: 'Dossier', en: 'Dossier' },
  kind: { nl: 'Soort', en: 'Kind' },
  part: { nl: 'Deel', en: 'Part' },
  state: { nl: 'Stand', en: 'State' },
  from: { nl: 'Vanaf', en: 'From' },
  until: { nl: 'Tot en met', en: 'Until' },
  only: { nl: 'Alleen', en: 'Only' },
  all: { nl: 'Alles', en: 'Everything' },
  held: { nl: 'Met een bewaarplicht', en: 'With a hold' },
  late: { nl: 'Over de termijn', en: 'Past its term' },
  heldUntil: { nl: 'tot en met {day}', en: 'until {day}' },
  stays: { nl: 'Daarna blijft nog: {parts}', en: 'After that stays: {parts}' },
  staysUntil: { nl: ', tot {day}', en: ', until {day}' },
  gone: { nl: 'Al weg: {parts}, op {day}', en: 'Gone already: {parts}, on {day}' },
  rest: { nl: 'alles wat hier niet staat', en: 'everything that is not here' },
  unusable: {
    nl: 'Een deel van uw keuze is niet te gebruiken: kies een datum uit de kalender en schrijf een dossiernummer als 2026-00012.',
    en: 'Part of your choice cannot be used: choose a date from the calendar and write a dossier number such as 2026-00012.',
  },
  none: { nl: 'Er staat niets op de kalender', en: 'There is nothing on the calendar' },
  noneWhy: {
    nl: 'Een termijn begint pas met een einde, zoals van een dienst of opleiding. Kijk verder vooruit, of kies minder.',
    en: 'A term begins only with an end, such as of a service or training. Look further ahead, or choose less.',
  },
} satisfies Record<string, Text>

const STATES = {
  held: { label: { nl: 'Blijft nog', en: 'Stays for now' }, tone: 'warning', icon: 'lock' },
  late: { label: { nl: 'Te laat', en: 'Late' }, tone: 'error', icon: 'alert' },
  hand: { label: { nl: 'Met de hand', en: 'By hand' }, tone: 'info', icon: 'people' },
  chosen: { label: { nl: 'Gekozen dag', en: 'Chosen day' }, tone: 'info', icon: 'speech' },
  going: { label: { nl: 'Wordt verwijderd', en: 'Being erased' }, tone: 'info', icon: 'trash' },
  planned: { label: { nl: 'Vanzelf', en: 'By itself' }, tone: 'neutral', icon: 'clock' },
} as const satisfies Record<string, Look>

interface CalendarData {
  readonly asked: AskedCalendar
  readonly due: readonly DueLine[]
  readonly months: readonly { month: string; part: string; amount: number }[]
  readonly kinds: readonly string[]
  readonly parts: readonly string[]
  readonly today: string
  readonly statement: Statement
}

/** What is destroyed when, with what is held. */
export const calendarPage = page(HOME, {
  read: async (door): Promise<CalendarData> => {
    const { organisation, site, query } = door.visit
    const today = dayOf(new Date())
    const asked = readCalendar(query, today)
    const { due, months } = await readTerms(door, 'calendar', {
      due: listDue(asked.filter),
      months: listDueMonths,
    })
    const statement = await site.publication.current(organisation)
    const { declarations } = statement
    return {
      asked,
      due,
      months,
      kinds: Object.keys(declarations.kinds),
      parts: Object.keys(declarations.retention),
      today,
      statement,
    }
  },
  view: (data, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={<LinkButton href={`${HOME}/bewaarplichten/nieuw`} label={words.hold} icon="lock" />}
      />
      <RetentionTabs part="calendar" />
      <Stack gap="large">
        <Forever statement={data.statement} />
        <Months data={data} door={door} />
        <Section title={words.list}>
          <Stack>
            <CalendarFilters data={data} door={door} />
            {data.asked.unusable && (
              <Notice tone="warning">
                <Words of={words.unusable} />
              </Notice>
            )}
            <Lines data={data} door={door} />
          </Stack>
        </Section>
      </Stack>
    </Screen>
  ),
})

interface PartProps {
  readonly data: CalendarData
  readonly door: Door
}

const MONTHS_SHOWN = 12

function Months({ data: { months }, door: { language } }: PartProps): JSX.Element | null {
  const dossiers = months.filter(({ part }) => part === 'dossier').slice(0, MONTHS_SHOWN)
  if (dossiers.length === 0) return null
  return (
    <BarChart
      title={words.months}
      columns={[words.month, words.amount]}
      bars={dossiers.map(({ month, amount }) => ({
        label: sayMonth(month, language),
        value: amount,
      }))}
    />
  )
}

function Lines({ data: { due, asked, today }, door }: PartProps): JSX.Element {
  const { language } = door
  const [first] = due
  const from = asked.filter.skip + 1
  const to = asked.filter.skip + due.length
  const total = first?.total ?? 0
  return (
    <Stack>
      <DataTable
        caption={words.list}
        captionHidden
        rows={due}
        columns={[
          { title: words.reference, cell: ({ reference }) => <Reference of={reference} /> },
          { title: words.on, cell: ({ dueOn }) => <DateText day={dueOn} form="short" /> },
          { title: words.part, cell: ({ part }) => partTitle(part, language) },
          { title: words.kind, cell: ({ kind }) => kindTitle(kind, language) },
          { title: words.state, cell: (line) => drawState(line, { today, door }) },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="calendar" />}
      />
      <Pagination
        from={from}
        to={to}
        total={total}
        {...(asked.page > 1 && { previousHref: asked.address(asked.page - 1) })}
        {...(to < total && { nextHref: asked.address(asked.page + 1) })}
      />
    </Stack>
  )
}

function drawState(
  line: DueLine,
  { today, door: { language } }: { readonly today: string; readonly door: Door },
): JSX.Element {
  return (
    <Stack gap="small">
      <span>
        <Badge {...STATES[stateOf(line, today)]} />
      </span>
      {line.heldUntil !== null && line.reason !== null && (
        <Muted>
          {say(HOLD_WORDS[line.reason], language)},{' '}
          {say(words.heldUntil, language, { day: formatDay(line.heldUntil, language) })}
        </Muted>
      )}
      {line.stays !== null && <Muted>{sayStays(line, language)}</Muted>}
      {line.gone !== null && <Muted>{sayGone(line, language)}</Muted>}
    </Stack>
  )
}

/** What the dossier is stripped to. */
function sayStays({ stays, staysUntil }: DueLine, language: Language): string {
  const parts = (stays ?? []).map((part) => partTitle(part, language).toLowerCase()).join(', ')
  const until =
    staysUntil === null
      ? ''
      : say(words.staysUntil, language, {
          day: formatDay(staysUntil, language),
        })
  return say(words.stays, language, { parts }) + until
}

/** What went of the dossier before. */
function sayGone({ gone, goneOn }: DueLine, language: Language): string {
  return say(words.gone, language, {
    parts: (gone ?? [])
      .map((part) =>
        part === 'rest' ? words.rest[language] : partTitle(part, language).toLowerCase(),
      )
      .join(', '),
    day: goneOn === null ? '' : formatDay(goneOn, language),
  })
}

function stateOf(line: DueLine, today: string): keyof typeof STATES {
  if (line.ordered) return 'going'
  if (line.heldUntil !== null) return 'held'
  if (line.dueOn < today) return 'late'
  if (line.tangible) return 'hand'
  return line.chosen ? 'chosen' : 'planned'
}

function CalendarFilters({ data: { asked, kinds, parts }, door }: PartProps): JSX.Element {
  const { language } = door
  const { typed } = asked
  const everything = { value: '', label: words.all }
  return (
    <FilterForm
      action={HOME}
      clearHref={Object.keys(typed).length > 0 ? HOME : undefined}
      fields={[
        { name: PLACES.from, label: words.from, value: typed.from, type: 'date' },
        { name: PLACES.until, label: words.until, value: typed.until, type: 'date' },
        {
          name: PLACES.part,
          label: words.part,
          value: typed.part,
          options: [
            everything,
            ...parts.map((value) => ({ value, label: partTitle(value, language) })),
          ],
        },
        {
          name: PLACES.kind,
          label: words.kind,
          value: typed.kind,
          options: [
            everything,
            ...kinds.map((value) => ({ value, label: kindTitle(value, language) })),
          ],
        },
        {
          name: PLACES.only,
          label: words.only,
          value: typed.only,
          options: [
            everything,
            { value: 'held', label: words.held },
            { value: 'late', label: words.late },
          ],
        },
        { name: PLACES.reference, label: words.reference, value: typed.reference },
      ]}
    />
  )
}
