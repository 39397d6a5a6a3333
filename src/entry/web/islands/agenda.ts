/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Makes a calendar in which things are dragged of the days that the server drew. Times are those of
// the clock in the Netherlands, wherever the reader is: the calendar takes them for UTC, and the
// server is told the same clock again.

import './calendar-styles.ts'
import { Calendar, type EventInput } from '@fullcalendar/core'
import nl from '@fullcalendar/core/locales/nl'
import interaction from '@fullcalendar/interaction'
import timeGrid from '@fullcalendar/timegrid'

const WIDE = '(width >= 48rem)'
const FIRST_HOUR = '07:00'
const LAST_HOUR = '21:00'

interface Moved {
  readonly event: {
    readonly start: Date | null
    readonly end: Date | null
    readonly extendedProps: Readonly<Record<string, unknown>>
  }
  readonly revert: () => void
}

for (const place of document.querySelectorAll<HTMLElement>('[data-calendar]')) {
  if (matchMedia(WIDE).matches) show(place)
}

function show(place: HTMLElement): void {
  const live = place.querySelector<HTMLElement>('.calendar-live')
  if (!live) return
  const drawn = [...place.querySelectorAll<HTMLElement>('[data-item]')].map(toEvent)
  // What lasts for days is drawn on each of them.
  const items = [...new Map(drawn.map((event) => [event.id, event])).values()]
  const calendar = new Calendar(live, {
    plugins: [timeGrid, interaction],
    locales: [nl],
    locale: place.dataset['language'] ?? 'nl',
    firstDay: 1,
    timeZone: 'UTC',
    initialView: place.dataset['calendar'] ?? 'timeGridWeek',
    initialDate: place.dataset['first'] ?? '',
    now: `${place.dataset['now'] ?? ''}:00Z`,
    nowIndicator: true,
    headerToolbar: false,
    height: 'auto',
    slotMinTime: earliest(items),
    slotMaxTime: latest(items),
    slotDuration: '00:30',
    snapDuration: '00:15',
    allDayText: place.dataset['allDay'] ?? '',
    businessHours: readHours(place),
    eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    slotLabelFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
    events: items,
    eventDrop: (moved) => void move(place, moved),
    eventResize: (moved) => void move(place, moved),
    dateClick: ({ dateStr }) => plan(place, dateStr),
  })
  place.classList.add('calendar-running')
  calendar.render()
}

function toEvent(item: HTMLElement): EventInput {
  const { item: id = '', starts = '', ends = '', look = '', move: moveHref } = item.dataset
  const isWhole = starts.length === 10
  const title = item.querySelector('.slot-title')
  const detail = item.querySelector('.slot-detail')?.textContent
  const href = title instanceof HTMLAnchorElement ? title.href : undefined
  return {
    id,
    title: [title?.textContent, detail].filter(Boolean).join(' · '),
    start: isWhole ? starts : `${starts}:00Z`,
    // The end of whole days is the day after.
    end: isWhole ? nextDay(ends) : `${ends}:00Z`,
    allDay: isWhole,
    classNames: ['slot', `slot-${look}`],
    editable: moveHref !== undefined,
    ...(href && { url: href }),
    extendedProps: { moveHref },
  }
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}

/** The first hour that is shown: earlier when something is. */
function earliest(items: readonly EventInput[]): string {
  const times = items.flatMap(({ allDay, start }) => (allDay ? [] : String(start).slice(11, 13)))
  return [FIRST_HOUR, ...times.map((hour) => `${hour}:00`)].toSorted()[0] ?? FIRST_HOUR
}

function latest(items: readonly EventInput[]): string {
  const times = items.flatMap(({ allDay, end }) => (allDay ? [] : String(end).slice(11, 16)))
  return [LAST_HOUR, ...times].toSorted().at(-1) ?? LAST_HOUR
}

function readHours(place: HTMLElement) {
  // Written by our own server, from rows of the database.
  const hours = JSON.parse(place.dataset['hours'] ?? '[]') as {
    weekday: number
    starts: string
    ends: string
  }[]
  return hours.map(({ weekday, starts, ends }) => ({
    daysOfWeek: [weekday % 7],
    startTime: starts,
    endTime: ends,
  }))
}

/** Tells the server, and puts it back where it was when the server says no. */
async function move(place: HTMLElement, moved: Moved, anyway = false): Promise<void> {
  const { start, end, extendedProps } = moved.event
  const word = place.querySelector('.calendar-word')
  if (word) word.textContent = ''
  if (!start || !end) return moved.revert()
  const body = new URLSearchParams({
    [place.dataset['csrfName'] ?? '']: place.dataset['csrf'] ?? '',
    starts: start.toISOString().slice(0, 16),
    ends: end.toISOString().slice(0, 16),
    ...(anyway && { anyway: 'on' }),
  })
  const answer = await fetch(String(extendedProps['moveHref']), {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  }).catch(() => undefined)
  if (answer?.ok) return
  const refusal = await readRefusal(answer)
  const question = `${refusal.message} ${place.dataset['anyway'] ?? ''}`
  if (refusal.canGoOn && confirm(question)) return move(place, moved, true)
  moved.revert()
  if (word) word.textContent = refusal.message || (place.dataset['refused'] ?? '')
}

interface Refusal {
  readonly message: string
  readonly canGoOn: boolean
}

async function readRefusal(answer: Response | undefined): Promise<Refusal> {
  const nothing = { message: '', canGoOn: false }
  if (!answer?.headers.get('content-type')?.includes('json')) return nothing
  // Our own server answers with these two.
  return (await answer.json().catch(() => nothing)) as Refusal
}

/** Goes to the form for the time that was pointed at. */
function plan(place: HTMLElement, at: string): void {
  const link = place.querySelector<HTMLAnchorElement>(`[data-new="${at.slice(0, 10)}"]`)
  if (!link) return
  const url = new URL(link.href)
  if (at.length > 10) url.searchParams.set('tijd', at.slice(11, 16))
  location.assign(url)
}
