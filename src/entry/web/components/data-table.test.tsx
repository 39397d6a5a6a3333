import { expect, test } from 'vitest'
import { type Column, DataTable } from './data-table.tsx'

interface Row {
  readonly name: string
  readonly amount: number
}

const columns: readonly Column<Row>[] = [
  { title: 'Name', cell: (row) => row.name, sort: { href: '?sort=name', now: 'descending' } },
  { title: 'Amount "net"', cell: (row) => row.amount, align: 'end' },
  { title: 'Mark', cell: (row) => <b>{row.name}</b> },
]
const nasty = { name: '<img src=x onerror=alert(1)>', amount: 0 }

function draw(rows: readonly Row[], href?: (row: Row) => string): string {
  const link = href ? { href } : {}
  return String(
    <DataTable caption="Rows" columns={columns} rows={rows} empty={<p>None</p>} {...link} />,
  )
}

test('what stands in a cell is text and never becomes HTML', () => {
  const html = draw([nasty])
  expect(html).not.toContain('<img')
  expect(html).toContain('<b>&lt;img src=x onerror=alert(1)&gt;</b>')
})

test('a title with a quotation mark does not end the attribute it stands in', () => {
  expect(draw([nasty])).toContain('data-label="Amount &quot;net&quot;"')
})

test('an address in a row is escaped', () => {
  expect(draw([nasty], () => '/a?b="c"&d')).toContain('href="/a?b=&quot;c&quot;&amp;d"')
})

test('zero is a value, and is shown', () => {
  expect(draw([nasty])).toContain(
    '<td role="cell" class="end" data-label="Amount &quot;net&quot;">0</td>',
  )
})

test('without rows there is no table but the words that explain why', () => {
  expect(draw([])).toBe('<p>None</p>')
})

test('the column that the rows are sorted by says so, and the others do not', () => {
  expect(draw([nasty]).match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="descending"'])
})

test('a list that is as long as reading goes says that it ends there, and no shorter one does', () => {
  const table = (amount: number) =>
    String(
      <DataTable
        caption="Rows"
        columns={columns}
        rows={Array.from({ length: amount }, () => nasty)}
        most={3}
        empty={<p>None</p>}
      />,
    )
  expect(table(3)).toContain('Dit zijn er 3')
  expect(table(2)).not.toContain('Dit zijn er')
})
