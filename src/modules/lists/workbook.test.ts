import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { readWorkbook } from './workbook.ts'

const MAX_ROWS = 100

function workbook(rows: readonly (readonly unknown[])[]): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => ({
      value,
      ...(value instanceof Date && { type: Date, format: 'dd-mm-yyyy' }),
    })),
  )
  // The library's type of a cell follows from its value, which is anything here.
  return (writeExcel as (data: unknown) => { toBuffer(): Promise<Buffer> })(cells).toBuffer()
}

test('a workbook says what its text would say: days, names, numbers and empty cells', async () => {
  const bytes = await workbook([
    ['Naam', 'Geboortedatum', 'Telefoon', 'Plaats'],
    ["O'Brien & Müller <jr.>", new Date(Date.UTC(1980, 1, 29)), 31_612_345_678, null],
    [null, null, null, 'Rivierdam'],
  ])
  expect(readWorkbook(bytes, MAX_ROWS)).toEqual([
    { line: 1, cells: ['Naam', 'Geboortedatum', 'Telefoon', 'Plaats'] },
    { line: 2, cells: ["O'Brien & Müller <jr.>", '1980-02-29', '31612345678', ''] },
    { line: 3, cells: ['', '', '', 'Rivierdam'] },
  ])
})

function sheet(rows: string): Uint8Array {
  return zipSync({ 'xl/worksheets/sheet1.xml': strToU8(`<sheetData>${rows}</sheetData>`) })
}

test('cells that are left out are empty, and lines keep their number', () => {
  const bytes = sheet(
    '<row r="3"><c r="B3" t="inlineStr"><is><t>a</t><t>b</t></is></c></row><row r="5"/>' +
      '<row r="7"><c r="A7"><v>1.5</v></c><c r="D7" t="b"><v>1</v></c></row>',
  )
  expect(readWorkbook(bytes, MAX_ROWS)).toEqual([
    { line: 3, cells: ['', 'ab', '', ''] },
    { line: 7, cells: ['1.5', '', '', '1'] },
  ])
})

test('a broken workbook is one problem, and one of endless rows is cut off', () => {
  const broken = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2, 3)
  expect(readWorkbook(broken, MAX_ROWS)).toMatchObject({ code: 'FILE_IS_WORKBOOK' })
  expect(readWorkbook(zipSync({}), MAX_ROWS)).toMatchObject({ code: 'FILE_IS_WORKBOOK' })
  const endless = sheet('<row><c><v>1</v></c></row>'.repeat(500))
  expect(readWorkbook(endless, MAX_ROWS)).toHaveLength(MAX_ROWS + 21)
})
