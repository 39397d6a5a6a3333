import { type Child, draw } from '#entry/web/jsx/element.ts'
import { escapeHtml, type Html, raw } from '#entry/web/jsx/html.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { EndOfList } from './end-of-list.tsx'
import { Icon } from './icon.tsx'
import { type Say, useSay } from './view.ts'

const words = {
  ascending: { nl: 'oplopend', en: 'ascending' },
  descending: { nl: 'aflopend', en: 'descending' },
  sort: { nl: 'sorteren', en: 'sort' },
}

/**
 * One column. The first column names the row: it is the row's heading, and the title of its card on
 * a phone.
 */
export interface Column<Row> {
  readonly title: Wording
  /** Plain text or components; nothing leaves the cell empty, and out of the card on a phone. */
  readonly cell: (row: Row) => Child
  /** `end` for numbers and amounts. */
  readonly align?: 'start' | 'end'
  readonly sort?: Sort
}

export interface Sort {
  /** The address of this list sorted by this column, or the other way around when it already is. */
  readonly href: string
  /** How the list is sorted by this column now; absent when it is not. */
  readonly now?: 'ascending' | 'descending'
}

export interface DataTableProps<Row> {
  /** Says what the rows are. Hidden from the eye when a heading above says the same. */
  readonly caption: Wording
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /**
   * Makes the first cell a link, and the whole row its target for the mouse. A row without an
   * address leads nowhere.
   */
  readonly href?: (row: Row) => string | undefined
  /** Shown instead of the table when there are no rows: an `EmptyState`. */
  readonly empty: Child
  /** How many rows are read at most: a list that is so long says that it ends there. */
  readonly most?: number
}

/**
 * Rows of one kind. On a phone every row becomes a card, with the column titles beside the values.
 */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const { columns, rows, href, empty, most } = props
  const say = useSay()
  if (rows.length === 0) return <>{empty}</>
  // Roles are said aloud because browsers forget them when rows are drawn as cards.
  return (
    <div class="table-frame">
      <table class={href ? 'table cards row-link' : 'table cards'} role="table">
        <caption class={props.captionHidden ? 'unseen' : undefined}>{say(props.caption)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <ColumnTitle title={column.title} sort={column.sort} align={column.align} say={say} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">{drawRows(props, say)}</tbody>
      </table>
      {most !== undefined && <EndOfList read={rows.length} most={most} />}
    </div>
  )
}

const ROW_HEAD = '<tr role="row"><th role="rowheader" scope="row">'

/**
 * The cells between tags that are made once for each column: a long list is the heaviest thing that
 * pages draw, and an element for every cell makes it half as fast. What stands in a cell is escaped
 * like any other child.
 */
function drawRows<Row>({ columns, rows, href }: DataTableProps<Row>, say: Say): Html {
  const [first, ...others] = columns
  const tags = others.map(({ title, align }) => {
    const tag = ['<td role="cell"']
    if (align === 'end') tag.push(' class="end"')
    return `${tag.join('')} data-label="${escapeHtml(say(title))}">`
  })
  let drawn = ''
  for (const row of rows) {
    const name = draw(first?.cell(row))
    drawn += ROW_HEAD
    const to = href?.(row)
    drawn += to === undefined ? name : `<a href="${escapeHtml(to)}">${name}</a>`
    drawn += '</th>'
    for (const [place, column] of others.entries()) {
      drawn += `${tags[place]}${together(draw(column.cell(row)))}</td>`
    }
    drawn += '</tr>'
  }
  return raw(drawn)
}

/** Words and badges of one cell stay together where a row is drawn as a card. */
function together(cell: string): string {
  return cell.includes('<') ? `<div>${cell}</div>` : cell
}

interface ColumnTitleProps {
  readonly title: Wording
  readonly sort: Sort | undefined
  readonly align: 'start' | 'end' | undefined
  readonly say: Say
}

function ColumnTitle({ title, sort, align, say }: ColumnTitleProps): JSX.Element {
  const look = align === 'end' ? 'end' : undefined
  if (!sort) {
    return (
      <th role="columnheader" scope="col" class={look}>
        {say(title)}
      </th>
    )
  }
  return (
    <th role="columnheader" scope="col" class={look} aria-sort={sort.now}>
      <a href={sort.href}>
        {say(title)}
        <span class="unseen">{` (${say(sort.now ? words[sort.now] : words.sort)})`}</span>
        {sort.now && <Icon name={sort.now === 'ascending' ? 'up' : 'down'} />}
      </a>
    </th>
  )
}
