import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { columnLetter } from '#modules/lists/index.ts'
import { type ClientList, isReady, type Mapping, readClientList } from './client-list.ts'
import type { Service } from './service.ts'

const TODAY = '2026-11-23'

function readText(
  text: string,
  options: { mapping?: Mapping; service?: Service } = {},
): ClientList {
  return readClientList(Buffer.from(text), { today: TODAY, ...options })
}

describe('the example lists', () => {
  const example = new URL('../../../../docs/examples/clients.csv', import.meta.url)
  const older = new URL('fixtures/clients-windows-1252.csv', import.meta.url)

  test('the list in the documentation comes in whole', () => {
    const list = readClientList(readFileSync(example), { today: TODAY })
    expect(list).toMatchObject({ encoding: 'utf-8', delimiter: ';', problems: [] })
    expect(isReady(list)).toBe(true)
    expect(list.rows.flatMap(({ problems }) => problems)).toEqual([])
    expect(list.rows[0]?.client).toEqual({
      givenName: 'Annelies',
      initials: 'A.M.',
      prefix: 'van der',
      familyName: 'Meulen',
      bornOn: '1978-03-14',
      email: 'annelies.van.der.meulen@example.org',
      phone: '+31600000101',
      street: 'Oude Veerweg',
      houseNumber: 12,
      postcode: '1234 AB',
      city: 'Rivierdam',
      service: 're-integration-second-track',
      principal: 'Gemeente Rivierdam',
      coachEmail: 'ilse.kramer@example.org',
      startedOn: '2026-09-02',
      reference: 'V-0001',
    })
  })

  test('an older export comes in: Windows-1252, commas, names and addresses in one column', () => {
    const list = readClientList(readFileSync(older), { today: TODAY })
    expect(list).toMatchObject({ encoding: 'windows-1252', delimiter: ',' })
    expect(list.rows.map(({ line }) => line)).toEqual([2, 4, 5])
    expect(list.rows[0]?.client).toMatchObject({
      givenName: 'Gé',
      initials: 'G.J.',
      prefix: 'de',
      familyName: 'Bruin',
      street: 'Hoge Wal',
      houseNumber: 14,
      houseNumberAddition: '2',
      postcode: '1237 NP',
      city: 'Hoogkerke',
      principal: 'Café ’t Hoekje',
    })
    expect(isReady(list)).toBe(true)
  })

  test('its column of citizen numbers is refused and appears nowhere in what was read', () => {
    const list = readClientList(readFileSync(older), { today: TODAY })
    expect(list.columns.find(({ letter }) => letter === 'J')?.use).toBe('refused')
    expect(JSON.stringify(list)).not.toMatch(/123456782|111222333|999990019/)
  })
})

describe('columns', () => {
  test('a column with a heading that nobody knows is left out and reported', () => {
    const list = readText('Achternaam;Dienst;Lievelingskleur\nVos;2e spoor;groen')
    expect(list.columns[2]).toMatchObject({ letter: 'C', use: 'left-out' })
    expect(list.problems).toMatchObject([{ code: 'COLUMN_LEFT_OUT', column: 'C' }])
    expect(JSON.stringify(list)).not.toContain('groen')
  })

  test('the user may say what a column is for, and that one is left out', () => {
    const text = 'Achternaam;Dienst;Bijzonderheden;Plaats\nVos;2e spoor;V-12;Rivierdam'
    const list = readText(text, { mapping: { C: 'reference', D: 'left-out' } })
    expect(list.rows[0]?.client).toMatchObject({ reference: 'V-12' })
    expect(list.rows[0]?.client).not.toHaveProperty('city')
  })

  test('a choice that the file or the other choices contradict is refused', () => {
    const text = 'Achternaam;Dienst;Kamer;Gang\nVos;2e spoor;1;2'
    const absent = readText(text, { mapping: { Z: 'reference' } })
    expect(absent.problems).toMatchObject([{ code: 'COLUMN_UNKNOWN' }, {}, {}])
    const twice = readText(text, { mapping: { C: 'reference', D: 'reference' } })
    expect(twice.problems).toMatchObject([{ code: 'COLUMN_TWICE', column: 'D' }])
    expect(isReady(twice)).toBe(false)
  })

  test('a column of citizen numbers is refused even when the user chose it', () => {
    const text = 'Achternaam;Dienst;Nummer\nVos;2e spoor;123456782\nMol;2e spoor;111222333'
    const list = readText(text, { mapping: { C: 'reference' } })
    expect(list.columns[2]?.use).toBe('refused')
    expect(JSON.stringify(list)).not.toMatch(/123456782|111222333/)
    expect(isReady(list)).toBe(true)
  })

  test('a column headed BSN is refused whatever stands in it', () => {
    const list = readText('Achternaam;Dienst;BSN cliënt\nVos;2e spoor;n.n.b.')
    expect(list.columns[2]?.use).toBe('refused')
  })
})

describe('headings', () => {
  test('"Naam" is the family name beside a given name, and the full name alone', () => {
    const parted = readText('Voornaam;Naam;Dienst\nEva;de Vos;outplacement')
    expect(parted.mapping).toMatchObject({ B: 'familyName' })
    const whole = readText('Naam;Dienst\nEva de Vos;outplacement')
    expect(whole.mapping).toMatchObject({ A: 'name' })
    const name = { givenName: 'Eva', prefix: 'de', familyName: 'Vos' }
    expect(parted.rows[0]?.client).toMatchObject(name)
    expect(whole.rows[0]?.client).toMatchObject(name)
  })

  test('a column with the coach counts when it holds email addresses', () => {
    const named = readText('Achternaam;Dienst;Coach\nVos;2e spoor;Ilse')
    expect(named.columns[2]?.use).toBe('left-out')
    const mailed = readText('Achternaam;Dienst;Coach\nVos;2e spoor;ilse@example.org')
    expect(mailed.rows[0]?.client).toMatchObject({ coachEmail: 'ilse@example.org' })
  })

  test('"Nr" beside the street is the house number, and unknown elsewhere', () => {
    const list = readText('Nr;Naam;Straat;Nr;Dienst\n1;E. Vos;Molenpad;12b;2e spoor')
    expect(list.mapping).toEqual({ B: 'name', C: 'street', D: 'houseNumber', E: 'service' })
    expect(list.rows[0]?.client).toMatchObject({ houseNumber: 12, houseNumberAddition: 'b' })
  })

  test('headings are recognised in English, in capitals and with remarks', () => {
    const text = 'FULL NAME,Date of birth (dd-mm-yyyy),Service *\nE. Vos,1-2-1980,outplacement'
    expect(readText(text).mapping).toEqual({ A: 'name', B: 'bornOn', C: 'service' })
  })

  test('letters of columns go on after Z', () => {
    expect([0, 25, 26, 51, 52, 99].map(columnLetter).join()).toBe('A,Z,AA,AZ,BA,CV')
  })
})

describe('the form of the file', () => {
  const rows = 'Achternaam;Dienst\nVos;2e spoor\n'

  test.each([
    ['a mark at the start', `\ufeff${rows}`],
    ['a line that names the separator', `sep=;\n${rows}`],
    ['line ends of Windows', rows.replaceAll('\n', '\r\n')],
    ['line ends of older Macs', rows.replaceAll('\n', '\r')],
    ['the end-of-file mark of older programs', `${rows}\u001a`],
    ['blank lines and rows of empty cells', rows.replace('\n', '\n\n;\n').concat('\n;\n')],
    ['empty cells behind the last column', 'Achternaam;Dienst;;\nVos;2e spoor;;\n'],
  ])('%s does no harm', (_, text) => {
    const list = readText(text)
    expect(list.rows.map(({ client }) => client)).toEqual([
      { familyName: 'Vos', service: 're-integration-second-track' },
    ])
    expect(list.problems).toEqual([])
  })

  test('UTF-16 with its mark is read', () => {
    const text = 'Achternaam\tDienst\nMüller\t2e spoor\n'
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const list = readClientList(bytes, { today: TODAY })
    expect(list).toMatchObject({ encoding: 'utf-16', delimiter: '\t' })
    expect(list.rows[0]?.client?.familyName).toBe('Müller')
  })

  test('a title above the headings is passed over, and said so', () => {
    const list = readText(`Cliënten per 1 november 2026;\n\n${rows}`)
    expect(list.problems).toMatchObject([{ code: 'LINES_ABOVE_HEADINGS' }])
    expect(list.rows).toMatchObject([{ line: 4, client: { familyName: 'Vos' } }])
  })

  test('commas in names do not hide that the separator is a semicolon', () => {
    const list = readText('Naam;Dienst\n"Vos, de";2e spoor\nMol, van der;2e spoor\nA, B;advies')
    expect(list.delimiter).toBe(';')
  })

  test('words for nothing leave a cell empty', () => {
    const text = 'Achternaam;Dienst;Telefoon;E-mail;Geboortedatum\nVos;2e spoor;-;n.v.t.;onbekend'
    expect(readText(text).rows[0]?.client).toEqual({
      familyName: 'Vos',
      service: 're-integration-second-track',
    })
  })

  test('a list of one kind of service needs no column for it', () => {
    expect(isReady(readText('Achternaam\nVos', { service: 'outplacement' }))).toBe(true)
    expect(isReady(readText('Achternaam\nVos'))).toBe(false)
  })
})

describe('rows that resemble each other', () => {
  const heading = 'Voornaam;Achternaam;Geboortedatum;E-mail;Dienst;Kenmerk\n'

  function problemsOf(...lines: readonly string[]): unknown[] {
    return readText(heading + lines.join('\n')).rows.flatMap(({ problems }) => problems)
  }

  test('the same row twice is kept out once', () => {
    const row = 'Eva;Vos;1-2-1980;eva@example.org;2e spoor;1'
    expect(problemsOf(row, row)).toMatchObject([{ code: 'ROW_REPEATED', line: 3, otherLine: 2 }])
  })

  test('the same person with another service may come in, and asks for a look', () => {
    const found = problemsOf('Eva;Vos;1-2-1980;;2e spoor;1', 'Eva;Vos;01-02-1980;;advies;2')
    expect(found).toMatchObject([{ code: 'PERSON_REPEATED', severity: 'warning', line: 3 }])
  })

  test('an email address of two different people keeps the second out', () => {
    const found = problemsOf('Eva;Vos;;a@example.org;advies;1', 'Bo;Mol;;A@example.org;advies;2')
    expect(found).toMatchObject([{ code: 'EMAIL_SHARED', severity: 'error', line: 3 }])
  })

  test('a reference of two different people keeps the second out', () => {
    const found = problemsOf('Eva;Vos;;;advies;K1', 'Bo;Mol;;;advies;k1')
    expect(found).toMatchObject([{ code: 'REFERENCE_REPEATED', severity: 'error', line: 3 }])
  })

  test('people who share a family name are no duplicates', () => {
    expect(problemsOf('Eva;Vos;1-2-1980;;advies;1', 'Bo;Vos;1-2-1980;;advies;2')).toEqual([])
  })
})
