import { describe, expect, test } from 'vitest'
import { MAX_COLUMNS, type Problem } from '#modules/lists/index.ts'
import { isReady, MAX_FILE_BYTES, MAX_ROWS, readClientList } from './client-list.ts'
import { describeProblem, reportList } from './report.ts'

const HEADING = 'Naam;Geboortedatum;E-mail;Telefoon;Postcode;Dienst;Kenmerk'

function problemsOf(file: string | Uint8Array): readonly Problem[] {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const list = readClientList(bytes, { today: '2026-11-23' })
  return [...list.problems, ...list.rows.flatMap(({ problems }) => problems)]
}

/** A list of three rows, of which the second has this in one cell. */
function withCell(heading: string, cell: string): string {
  const headings = HEADING.split(';')
  const good = ['E. Vos', '1-2-1980', 'e.vos@example.org', '06-00000012', '1234 AB', 'advies', '1']
  const bad = ['B. Mol', '3-4-1985', 'b.mol@example.org', '06-00000013', '1234 CD', 'advies', '2']
  bad[headings.indexOf(heading)] = cell
  const last = ['A. Das', '5-6-1990', '', '', '1234 EF', 'advies', '3']
  return [HEADING, good.join(';'), bad.join(';'), last.join(';')].join('\n')
}

describe('a file that cannot be read gives one message and no row', () => {
  const workbook = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00)
  const olderWorkbook = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x0d)
  const wide = Array.from({ length: MAX_COLUMNS + 1 }, (_, at) => `Kolom ${at}`).join(';')
  const long = `Naam;Dienst\n${'E. Vos;advies\n'.repeat(MAX_ROWS + 1)}`

  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'FILE_EMPTY'],
    ['a file of blank lines', '\ufeff\r\n  \r\n', 'FILE_EMPTY'],
    ['a workbook', workbook, 'FILE_IS_WORKBOOK'],
    ['an older workbook', olderWorkbook, 'FILE_IS_WORKBOOK'],
    ['a picture', picture, 'FILE_NOT_TEXT'],
    ['a document', '%PDF-1.7\n1 0 obj', 'FILE_NOT_TEXT'],
    ['UTF-16 without its mark', Buffer.from('Naam;Dienst', 'utf16le'), 'FILE_NOT_TEXT'],
    ['a file of more than 10 MB', new Uint8Array(MAX_FILE_BYTES + 1), 'FILE_TOO_LARGE'],
    ['a list of too many rows', long, 'FILE_TOO_MANY_ROWS'],
    ['a list of too many columns', `Naam;${wide}\nE. Vos`, 'FILE_TOO_MANY_COLUMNS'],
    ['a list without headings', 'E. Vos;1-2-1980\nB. Mol;3-4-1985', 'HEADINGS_MISSING'],
    ['headings without a list', `${HEADING}\n`, 'FILE_NO_ROWS'],
    [
      'a quotation mark left open',
      'Naam;Dienst\n"E. Vos;advies\nB. Mol;advies',
      'QUOTE_NOT_CLOSED',
    ],
    ['a quotation mark in a cell', 'Naam;Dienst\nE. "Eef" Vos;advies', 'QUOTE_MISPLACED'],
    ['text behind a quotation', 'Naam;Dienst\n"E." Vos;advies', 'QUOTE_MISPLACED'],
    ['an endless cell', `Naam;Dienst\n"${'a\n'.repeat(60_000)}`, 'LINE_TOO_LONG'],
  ])('%s', (_, file, code) => {
    expect(problemsOf(file)).toMatchObject([{ code, severity: 'error' }])
  })

  test('a quotation mark left open is reported at the line where it opens', () => {
    const file = 'Naam;Dienst\nE. Vos;advies\n\n"B. Mol;advies\nA. Das;advies\n'
    expect(problemsOf(file)).toMatchObject([{ code: 'QUOTE_NOT_CLOSED', line: 4 }])
  })
})

describe('letters that went wrong on the way', () => {
  const list = 'Naam;Dienst\nRenée Müller;advies\n'

  test('letters that were lost keep the file out', () => {
    expect(problemsOf(list.replace('é', '\ufffd'))).toMatchObject([{ code: 'FILE_LETTERS_LOST' }])
  })

  test('letters that were encoded twice keep the file out', () => {
    const twice = Buffer.from(Buffer.from(list).toString('latin1'))
    expect(problemsOf(twice)).toMatchObject([{ code: 'FILE_TWICE_ENCODED', severity: 'error' }])
  })

  test('letters of a code page of DOS ask for a look', () => {
    const bytes = Buffer.from(list.replace('é', '\u0082').replace('ü', '\u00fc'), 'latin1')
    expect(problemsOf(bytes)).toMatchObject([{ code: 'FILE_LETTERS_ODD', severity: 'warning' }])
  })
})

describe('columns that are missing or mixed', () => {
  test.each([
    ['no column with a name', 'Geboortedatum;Dienst\n1-2-1980;advies', 'COLUMN_NAME_MISSING'],
    ['no column with the service', 'Naam;Plaats\nE. Vos;Rivierdam', 'COLUMN_SERVICE_MISSING'],
  ])('%s', (_, file, code) => {
    expect(problemsOf(file)).toContainEqual(expect.objectContaining({ code, severity: 'error' }))
  })

  test('a column in which the month sometimes comes first cannot be trusted at all', () => {
    const rows = [
      'E. Vos;11/23/1980;advies',
      'B. Mol;03/04/1985;advies',
      'A. Das;05/05/1990;advies',
    ]
    const file = `Naam;Geboortedatum;Dienst\n${rows.join('\n')}`
    expect(problemsOf(file).map(({ code }) => code)).toEqual([
      'COLUMN_MONTH_FIRST',
      'DATE_MONTH_FIRST',
      'DATE_ORDER_UNCLEAR',
    ])
  })
})

describe('a wrong cell is reported with its line and column, and without what stands in it', () => {
  test.each<[string, string, string, string]>([
    ['Naam', '', 'NAME_MISSING', 'A'],
    ['Naam', '4711', 'NAME_UNREADABLE', 'A'],
    ['Naam', 'mol@example.org', 'NAME_UNREADABLE', 'A'],
    ['Naam', '=HYPERLINK(A1)', 'CELL_FORMULA', 'A'],
    ['Naam', '#NAAM?', 'CELL_FORMULA_FAILED', 'A'],
    ['Naam', '#REF!', 'CELL_FORMULA_FAILED', 'A'],
    ['Naam', `B. ${'Mol'.repeat(60)}`, 'CELL_TOO_LONG', 'A'],
    ['Naam', `B. ${'Mol'.repeat(600)}`, 'CELL_TOO_LONG', 'A'],
    ['Naam', 'B. Mol 123456782', 'CELL_CITIZEN_NUMBER', 'A'],
    ['Naam', 'B. Mol\ue000', 'CELL_UNPRINTABLE', 'A'],
    ['Geboortedatum', '3-4-85', 'DATE_YEAR_SHORT', 'B'],
    ['Geboortedatum', '31-4-1985', 'DATE_IMPOSSIBLE', 'B'],
    ['Geboortedatum', '1985', 'DATE_INCOMPLETE', 'B'],
    ['Geboortedatum', 'begin april', 'DATE_UNREADABLE', 'B'],
    ['Geboortedatum', '24-11-2026', 'BORN_IN_FUTURE', 'B'],
    ['Geboortedatum', '1-1-1900', 'BORN_TOO_LONG_AGO', 'B'],
    ['Geboortedatum', '31140', 'DATE_FROM_NUMBER', 'B'],
    ['E-mail', 'b.mol(at)example.org', 'EMAIL_UNREADABLE', 'C'],
    ['E-mail', 'b@example.org, m@example.org', 'EMAIL_MORE_THAN_ONE', 'C'],
    ['E-mail', 'e.vos@example.org', 'EMAIL_SHARED', ''],
    ['Telefoon', '6,13E+08', 'PHONE_ROUNDED', 'D'],
    ['Telefoon', '06-0000', 'PHONE_LENGTH', 'D'],
    ['Telefoon', 'geheim', 'PHONE_UNREADABLE', 'D'],
    ['Telefoon', '123456782', 'CELL_CITIZEN_NUMBER', 'D'],
    ['Postcode', '1234', 'POSTCODE_LETTERS_MISSING', 'E'],
    ['Postcode', 'Rivierdam', 'POSTCODE_UNREADABLE', 'E'],
    ['Dienst', '', 'SERVICE_MISSING', 'F'],
    ['Dienst', 'schuldhulp', 'SERVICE_UNKNOWN', 'F'],
    ['Dienst', 'loopbaancheck + outplacement', 'SERVICE_UNCLEAR', 'F'],
    ['Kenmerk', '1', 'REFERENCE_REPEATED', ''],
    ['Kenmerk', '1234.56.782', 'CELL_CITIZEN_NUMBER', 'G'],
    ['Kenmerk', '2;Rivierdam', 'ROW_TOO_LONG', ''],
  ])('%s "%s" gives %s', (heading, cell, code, column) => {
    const found = problemsOf(withCell(heading, cell))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ code, line: 3, ...(column && { column }) })
    for (const said of found.flatMap(({ says }) => [says.nl, says.en])) {
      expect(said.length).toBeGreaterThan(10)
      const repeats = cell.length > 4 && said.toLowerCase().includes(cell.toLowerCase())
      expect(repeats).toBe(false)
    }
  })

  test('a row with too few cells is reported', () => {
    const file = `${HEADING}\nE. Vos;1-2-1980\n`
    expect(problemsOf(file).map(({ code }) => code)).toContain('ROW_TOO_SHORT')
  })

  test.each([
    ['Straat;Huisnummer', 'Molenpad;12-mrt', 'HOUSE_NUMBER_IS_DATE'],
    ['Straat;Huisnummer', 'Molenpad;bis', 'HOUSE_NUMBER_UNREADABLE'],
    ['Adres;Plaats', 'Molenpad;Rivierdam', 'HOUSE_NUMBER_MISSING'],
    ['Telefoon;Mobiel', '020-0000012;06-00000012', 'PHONE_MORE_THAN_ONE'],
    ['Start;Eind', '2-9-2026;1-9-2026', 'PERIOD_REVERSED'],
    ['Geboren;Start', '2-9-2026;1-9-2026', 'BORN_AFTER_START'],
  ])('%s "%s" gives %s', (headings, cells, code) => {
    const file = `Naam;Dienst;${headings}\nE. Vos;advies;${cells}`
    expect(problemsOf(file)).toMatchObject([{ code, line: 2 }])
  })
})

test('a report says where and what, and nothing of what stands in the rows', () => {
  const file = Buffer.from(withCell('E-mail', 'b.mol(at)example.org'))
  const list = readClientList(file, { today: '2026-11-23' })
  expect(isReady(list)).toBe(false)
  const report = reportList(list, 'nl').join('\n')
  expect(report).toContain('regel 3, kolom C (e-mailadres), fout: Dit is geen e-mailadres.')
  expect(report).toContain('3 regels: 2 kunnen mee, waarvan 0 met een opmerking; 1 niet.')
  expect(report).not.toMatch(/Vos|Mol|example\.org|06-0/)
  expect(reportList(list, 'en').join('\n')).toContain('line 3, column C (email address), error:')
})

test('a problem without a place is told without one', () => {
  const [empty] = problemsOf('')
  expect(empty && describeProblem(empty, 'en')).toMatch(/^error: This file is empty\./)
})
