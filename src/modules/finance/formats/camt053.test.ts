import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '#kernel/error.ts'
import { readBankFile } from './camt053.ts'

interface Booking {
  readonly amount: number
  readonly out: boolean
  readonly day: string
  readonly name: string
  readonly words: string
}

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.'
const DE_LINDE: Booking = {
  amount: 13_915,
  out: false,
  day: '2026-11-10',
  name: 'Verzekeraar De Linde',
  words: 'RF31 2026 0001 met dank',
}

test('both versions that banks give are read, and say the same', () => {
  const [old] = readBankFile(file([DE_LINDE], { version: '02' }))
  const [recent] = readBankFile(file([DE_LINDE], { version: '08' }))
  expect(recent).toEqual(old)
  expect(old).toMatchObject({ id: 'AFS-1', iban: 'NL02ABNA0123456789' })
  expect(old?.entries).toEqual([
    {
      date: '2026-11-10',
      amountCents: 13_915,
      currency: 'EUR',
      counterparty: { name: 'Verzekeraar De Linde', iban: 'NL91ABNA0417164300' },
      remittance: 'RF31 2026 0001 met dank',
      endToEndId: 'E2E-0',
      references: ['RF3120260001'],
      bankReference: 'B-0',
    },
  ])
})

test('whatever is booked comes back to the cent, with its sign, its words and its payer', () => {
  const text = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).map(plain)
  const booking = fc.record({
    amount: fc.integer({ min: 1, max: 100_000_000 }),
    out: fc.boolean(),
    day: fc.constantFrom('2026-01-01', '2026-02-28', '2026-12-31'),
    name: text,
    words: text,
  })
  fc.assert(
    fc.property(
      fc.array(booking, { maxLength: 12 }),
      fc.constantFrom('02', '08'),
      (some, version) => {
        const entries = readBankFile(file(some, { version }))[0]?.entries ?? []
        expect(entries.map((one) => one.amountCents)).toEqual(
          some.map(({ amount, out }) => (out ? -amount : amount)),
        )
        expect(entries.map(({ counterparty, date }) => [counterparty.name, date])).toEqual(
          some.map(({ name, day }) => [name, day]),
        )
        expect(entries.map((one) => one.remittance)).toEqual(some.map((one) => one.words))
      },
    ),
    { numRuns: 80 },
  )
})

test('a zip file of statements is read whole, and one without any is refused', () => {
  const zip = zipSync({
    'b.xml': file([DE_LINDE]),
    'a.xml': file([{ ...DE_LINDE, amount: 5 }]),
    'lees mij.txt': strToU8('niets'),
  })
  expect(readBankFile(zip).map(({ entries }) => entries[0]?.amountCents)).toEqual([5, 13_915])
  expect(() => readBankFile(zipSync({ 'x.txt': strToU8('x') }))).toThrow('BANK_FILE_EMPTY')
  expect(() => readBankFile(zip.subarray(0, 60))).toThrow('BANK_FILE_UNREADABLE')
})

test('a small zip file that unpacks to far too much is refused before it is unpacked', () => {
  const bomb = zipSync({ 'a.xml': new Uint8Array(70 * 1_048_576) })
  expect(bomb.length).toBeLessThan(1_048_576)
  expect(() => readBankFile(bomb)).toThrow('BANK_FILE_TOO_LARGE')
})

test('what is not booked yet does not count', () => {
  const pending = decode(file([DE_LINDE], { balance: false })).replace('BOOK', 'PDNG')
  expect(readBankFile(strToU8(pending))[0]?.entries).toEqual([])
})

test('a batch is taken apart when the bank tells each payment, and else stays one', () => {
  const each = (cents: number) =>
    `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${decimal(cents)}</Amt></TxAmt></AmtDtls></TxDtls>`
  const single = decode(file([{ ...DE_LINDE, amount: 300 }]))
  const batch = (details: string) =>
    strToU8(single.replace(/<NtryDtls>.*<\/NtryDtls>/s, `<NtryDtls>${details}</NtryDtls>`))
  const cents = (bytes: Uint8Array) => readBankFile(bytes)[0]?.entries.map((one) => one.amountCents)
  expect(cents(batch(each(100) + each(200)))).toEqual([100, 200])
  expect(cents(batch('<TxDtls/><TxDtls/>'))).toEqual([300])
  expect(cents(batch(each(100) + each(100)))).toEqual([300])
})

test('a statement that does not lead to its end balance is refused', () => {
  const changed = decode(file([DE_LINDE])).replace(/(<Ntry>.*?<Amt Ccy="EUR">)139.15/s, '$1139.16')
  expect(() => readBankFile(strToU8(changed))).toThrow('BANK_FILE_INCOMPLETE')
})

test('another file than a statement is refused by what it is', () => {
  const whole = decode(file([DE_LINDE]))
  const as = (kind: string) => strToU8(whole.replace('camt.053.001.02', kind))
  expect(() => readBankFile(as('camt.053.001.14'))).toThrow('BANK_FILE_VERSION')
  expect(() => readBankFile(as('camt.054.001.02'))).toThrow('BANK_FILE_NOT_A_STATEMENT')
  expect(() => readBankFile(strToU8('<html></html>'))).toThrow('BANK_FILE_NOT_A_STATEMENT')
  expect(() => readBankFile(strToU8(':20:940\n:25:NL02'))).toThrow('BANK_FILE_UNREADABLE')
  expect(() => readBankFile(new Uint8Array())).toThrow('BANK_FILE_UNREADABLE')
  expect(() => readBankFile(strToU8(whole.slice(0, -20)))).toThrow('BANK_FILE_UNREADABLE')
  expect(() => readBankFile(new Uint8Array([0xff, 0xfe, 0x3c]))).toThrow('BANK_FILE_UNREADABLE')
})

test('nothing in a file makes us read another or grow without end', () => {
  const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
  const whole = decode(file([DE_LINDE]))
  const outside = whole.replace('?>', `?>${entity}`).replace('met dank', '&e;')
  expect(() => readBankFile(strToU8(outside))).toThrow('BANK_FILE_UNREADABLE')
  const unknown = whole.replace('met dank', '&e;')
  expect(JSON.stringify(readBankFile(strToU8(unknown)))).not.toContain('root:')
  const deep = whole.replace('<Stmt>', '<x>'.repeat(500)).replace('</Stmt>', '</x>'.repeat(500))
  expect(() => readBankFile(strToU8(deep))).toThrow('BANK_FILE_UNREADABLE')
})

test('any bytes at all are read or refused with a code', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.tuple(fc.nat(2000), fc.uint8Array({ maxLength: 3 })).map(([at, bytes]) => {
      const whole = file([DE_LINDE, DE_LINDE]).slice()
      whole.set(bytes, Math.min(at, whole.length - 3))
      return whole
    }),
  )
  fc.assert(
    fc.property(piece, (bytes) => {
      expect(codeOf(bytes)).toMatch(/^(?:read|BANK_FILE_[A-Z_]+)$/)
    }),
    { numRuns: 200 },
  )
})

function codeOf(bytes: Uint8Array): string {
  try {
    readBankFile(bytes)
    return 'read'
  } catch (error) {
    return error instanceof AppError ? error.code : 'defect'
  }
}

/** A statement as a bank writes it: version 8 has status and party one level deeper. */
function file(
  bookings: readonly Booking[],
  { version = '02', balance = true }: { version?: string; balance?: boolean } = {},
): Uint8Array {
  const total = bookings.reduce((sum, { amount, out }) => sum + (out ? -amount : amount), 1000)
  const balances = `${balanceOf('OPBD', 1000)}${balanceOf('CLBD', total)}`
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="${NAMESPACE}${version}"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>
<Stmt><Id>AFS-1</Id><Acct><Id><IBAN>NL02ABNA0123456789</IBAN></Id></Acct>
${balance ? balances : ''}${bookings.map((one, at) => entry(one, at, version)).join('\n')}
</Stmt></BkToCstmrStmt></Document>`)
}

function balanceOf(code: string, cents: number): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amountOf(cents)}</Bal>`
}

function amountOf(cents: number): string {
  const side = cents < 0 ? 'DBIT' : 'CRDT'
  return `<Amt Ccy="EUR">${decimal(Math.abs(cents))}</Amt><CdtDbtInd>${side}</CdtDbtInd>`
}

function entry({ amount, out, day, name, words }: Booking, at: number, version: string): string {
  const recent = version === '08'
  const side = out ? 'Cdtr' : 'Dbtr'
  const named = `<Nm>${escape(name)}</Nm>`
  return `<Ntry>${amountOf(out ? -amount : amount)}<Sts>${recent ? '<Cd>BOOK</Cd>' : 'BOOK'}</Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>B-${at}</AcctSvcrRef><NtryDtls><TxDtls>
<Refs><EndToEndId>E2E-${at}</EndToEndId></Refs>
<RltdPties><${side}>${recent ? `<Pty>${named}</Pty>` : named}</${side}>
<${side}Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></${side}Acct></RltdPties>
<RmtInf><Ustrd>${escape(words)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
}

function decimal(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Without signs that XML has no place for or reads as spaces. */
function plain(text: string): string {
  return `x${text.replaceAll(/[\p{C}\p{Z}]/gu, '')}`
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
