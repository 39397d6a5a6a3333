import type { Line, Value } from './line.ts'

/** Spreadsheets take a cell that begins so for a formula, and would calculate it. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Rows as CSV (RFC 4180, UTF-8), with the names of the columns first. What a spreadsheet would take
 * for a formula gets an apostrophe before it.
 */
export function writeCsv(columns: readonly string[], lines: readonly Line[]): string {
  const rows = [columns, ...lines.map((line) => columns.map((name) => cellText(line[name])))]
  return rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')
}

/** A cell as text: what is not text or a number as JSON. */
export function cellText(value: Value | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function quote(cell: string): string {
  const safe = FORMULA.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
