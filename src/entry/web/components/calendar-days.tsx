import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { assetPath } from '#entry/web/assets.ts'
import type { Wording } from '#entry/web/words.ts'
import { Icon, type IconName } from './icon.tsx'
import { CSRF_FIELD, useSay, useView } from './view.ts'

/** How something in a calendar looks; always with a drawing or words beside the colour. */
export type CalendarLook = 'plain' | 'sure' | 'asks' | 'over' | 'own' | 'away'

/** Something in a calendar, by the clock of the place that the calendar is of. */
export interface CalendarItem {
  readonly id: string
  /** `2026-11-23T14:30`; for whole days the day alone, the last one included. */
  readonly starts: string
  readonly ends: string
  readonly title: Wording
  /** How it stands or what it is, in a few words. */
  readonly detail?: Wording | undefined
  readonly href?: string | undefined
  readonly look: CalendarLook
  /** Where a form moves it; what has none stays where it is. */
  readonly moveHref?: string | undefined
}

export interface CalendarDay {
  readonly day: string
  readonly title: Wording
  readonly isToday: boolean
  /** Where something is planned on this day. */
  readonly newHref?: string | undefined
}

export interface CalendarDaysProps {
  /** One day, or the seven of a week. */
  readonly days: readonly CalendarDay[]
  readonly items: readonly CalendarItem[]
  /** What the clock says there now. */
  readonly now: string
  /** Hours of work by day of the week, Monday being 1. */
  readonly hours: readonly {
    readonly weekday: number
    readonly starts: string
    readonly ends: string
  }[]
}

const words = {
  none: { nl: 'Niets', en: 'Nothing' },
  add: { nl: 'Plannen op deze dag', en: 'Plan on this day' },
  allDay: { nl: 'hele dag', en: 'all day' },
  anyway: { nl: 'Toch verplaatsen?', en: 'Move it anyway?' },
  refused: { nl: 'Dat is niet gelukt.', en: 'That did not work.' },
}

const LOOKS: Readonly<Record<CalendarLook, string>> = {
  plain: 'slot',
  sure: 'slot slot-sure',
  asks: 'slot slot-asks',
  over: 'slot slot-over',
  own: 'slot slot-own',
  away: 'slot slot-away',
}

const ICONS: Readonly<Record<CalendarLook, IconName>> = {
  plain: 'clock',
  sure: 'check',
  asks: 'speech',
  over: 'cross',
  own: 'lock',
  away: 'calendar',
}

/**
 * The days of a calendar beside each other, below each other on a phone. With a script and room
 * enough it becomes a calendar in which things are dragged.
 */
export function CalendarDays({ days, items, now, hours }: CalendarDaysProps): JSX.Element {
  const say = useSay()
  const { csrfToken, language } = useView()
  return (
    <div
      data-calendar={days.length === 1 ? 'timeGridDay' : 'timeGridWeek'}
      data-first={days[0]?.day}
      data-now={now}
      data-language={language}
      data-hours={JSON.stringify(hours)}
      data-all-day={say(words.allDay)}
      data-anyway={say(words.anyway)}
      data-refused={say(words.refused)}
      data-csrf-name={CSRF_FIELD}
      data-csrf={csrfToken}
    >
      <p class="calendar-word" role="status"></p>
      <div class="calendar-live"></div>
      <div class={days.length === 1 ? 'calendar-days' : 'calendar-days calendar-week'}>
        {days.map((day) => (
          <DayColumn day={day} items={items.filter((item) => isOn(item, day.day))} />
        ))}
      </div>
      <script type="module" src={assetPath('agenda.js')}></script>
    </div>
  )
}

function isOn({ starts, ends }: CalendarItem, day: string): boolean {
  const isWhole = starts.length === 10
  return starts.slice(0, 10) <= day && (isWhole ? ends >= day : ends > `${day}T00:00`)
}

function DayColumn(props: { day: CalendarDay; items: readonly CalendarItem[] }): JSX.Element {
  const say = useSay()
  const { day, items } = props
  return (
    <section class={day.isToday ? 'calendar-day calendar-today' : 'calendar-day'}>
      <h2>
        <time datetime={day.day} aria-current={day.isToday ? 'date' : undefined}>
          {say(day.title)}
        </time>
      </h2>
      {items.length === 0 ? (
        <p class="muted">{say(words.none)}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <Slot item={item} />
          ))}
        </ul>
      )}
      {day.newHref && (
        <a class="calendar-add" href={day.newHref} data-new={day.day}>
          <Icon name="add" />
          <span class="unseen">{`${say(words.add)}: ${say(day.title)}`}</span>
        </a>
      )}
    </section>
  )
}

function Slot({ item }: { item: CalendarItem }): JSX.Element {
  const say = useSay()
  const { detail, href, look, moveHref, starts, ends } = item
  const time = starts.length === 10 ? say(words.allDay) : `${starts.slice(11)}–${ends.slice(11)}`
  return (
    <li
      class={LOOKS[look]}
      data-item={item.id}
      data-starts={starts}
      data-ends={ends}
      data-look={look}
      data-move={moveHref}
    >
      <span class="slot-time">
        <Icon name={ICONS[look]} />
        {time}
      </span>
      {href ? (
        <a class="slot-title" href={href}>
          {say(item.title)}
        </a>
      ) : (
        <span class="slot-title">{say(item.title)}</span>
      )}
      {detail && <span class="slot-detail">{say(detail)}</span>}
    </li>
  )
}
