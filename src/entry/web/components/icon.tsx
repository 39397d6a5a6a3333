import { raw } from '#entry/web/jsx/html.ts'
import type { Html } from '#entry/web/jsx/html.ts'

/** Our own drawings on a grid of 20, each one path of strokes. */
const PATHS = {
  add: 'M10 4v12M4 10h12',
  alert: 'M10 3 2.5 16.5h15zM10 8v4M10 14.4v.1',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 9h13M7 3v3.5M13 3v3.5',
  check: 'm4 10.5 4 4 8-9',
  circle: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  circleCheck: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm-3.2 7.2 2.3 2.3 4.2-4.8',
  circleCross: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM7.5 7.5l5 5M12.5 7.5l-5 5',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6v4.2l2.8 1.8',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4',
  cross: 'm5 5 10 10M15 5 5 15',
  down: 'm5 7.5 5 5 5-5',
  download: 'M10 3v9.5M6 9l4 4 4-4M4 16.5h12',
  eye: 'M1.8 10S5 4.5 10 4.5 18.2 10 18.2 10 15 15.5 10 15.5 1.8 10 1.8 10zM10 7.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6z',
  file: 'M5 2.8h6.5L15 6.3v10.9H5zM11.3 3v3.6h3.6M7.5 10h5M7.5 13h5',
  globe:
    'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM3.2 10h13.6M10 3c4 4.5 4 9.5 0 14M10 3c-4 4.5-4 9.5 0 14',
  info: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 9.2v4.3M10 6.5v.1',
  left: 'M12.5 5l-5 5 5 5',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v2',
  mail: 'M2.8 5h14.4v10.5H2.8zM3 5.5l7 5.5 7-5.5',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  pencil: 'M3.5 16.5l.8-3.5 9-9 2.7 2.7-9 9zM11.5 5.8l2.7 2.7',
  people:
    'M7.3 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM2.5 16c0-3 2-4.5 4.8-4.5s4.8 1.5 4.8 4.5M12.8 4.3a2.6 2.6 0 0 1 0 5M14.2 11.9c2 .4 3.3 1.8 3.3 4.1',
  person:
    'M10 9.8a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.8 17c.3-3.4 2.7-5 6.2-5s5.9 1.6 6.2 5',
  print: 'M6 7V3h8v4M6 14H3.5V7.5h13V14H14M6 11.5h8V17H6z',
  right: 'M7.5 5l5 5-5 5',
  search: 'M8.8 3.5a5.3 5.3 0 1 1 0 10.6 5.3 5.3 0 0 1 0-10.6zM12.7 12.7l4 4',
  send: 'M17 3 2.8 9l5.4 2.3L17 3zM17 3l-5.5 14-3.3-5.7',
  signOut: 'M8 3.5H3.8v13H8M8.5 10H17M13.5 6.5 17 10l-3.5 3.5',
  speech: 'M3 4.5h14v9.5H9.5L6 17v-3H3zM6.5 8h7M6.5 10.8h4.5',
  stop: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM5.2 5.2l9.6 9.6',
  trash: 'M3.5 5.5h13M8 5.5V3.5h4v2M5.2 5.5l.8 11.3h8l.8-11.3M8.5 8.5v5M11.5 8.5v5',
  up: 'm5 12.5 5-5 5 5',
} as const

export type IconName = keyof typeof PATHS

/** Drawn once, as they are the same on every page; a list of fifty rows shows a hundred of them. */
const DRAWN = new Map<string, Html>(
  Object.entries(PATHS).map(([name, path]) => [
    name,
    raw(`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="${path}"/></svg>`),
  ]),
)

/** A small drawing beside words. It is silent for screen readers: the words say it. */
export function Icon(props: { name: IconName }): Html {
  return DRAWN.get(props.name) ?? raw('')
}

/** The mark of Gestand: a sentence, and the check that it is kept. */
export const MARK = raw(
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">' +
    '<rect class="mark-ground" width="32" height="32" rx="7"/>' +
    '<path class="mark-line" d="M8 9.5h16M8 15h7"/>' +
    '<path class="mark-check" d="m9 21.5 4.6 4L24 14.5"/></svg>',
)
