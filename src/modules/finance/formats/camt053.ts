import { unzipSync } from 'fflate'
import { AppError } from '#kernel/error.ts'
import { isCreditorReference } from './invoice.ts'
import {
  attributeAt,
  elementsAt,
  namespaceOf,
  readXml,
  textAt,
  type XmlElement,
} from './xml-element.ts'

/** A statement of one account at a bank, with what was booked on it. */
export interface BankStatement {
  /** As the bank numbers it, to know a file that was read before. */
  readonly id: string
  readonly iban: string
  readonly entries: readonly BankEntry[]
}

/** One payment on a statement. Empty texts are what the bank did not tell. */
export interface BankEntry {
  /** Day of booking, ISO. */
  readonly date: string
  /** Cents; below nought for what went out. */
  readonly amountCents: number
  readonly currency: string
  readonly counterparty: { readonly name: string; readonly iban: string }
  /** What the payer wrote. */
  readonly remittance: string
  readonly endToEndId: string
  /** Creditor references (ISO 11649): the one given as such, or what the payer wrote may hold. */
  readonly references: readonly string[]
  /** The bank's own mark of the entry. */
  readonly bankReference: string
}

/** Largest file from a bank that is read, as it came and unpacked. */
export const BANK_FILE_BYTES_LIMIT = 20 * 1_048_576
const UNPACKED_LIMIT = 60 * 1_048_576
const FILES_LIMIT = 100
const ENTRIES_LIMIT = 50_000
const LONGEST_REFERENCE = 25
const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:'
const VERSION = /^camt\.053\.001\.(?:02|08)$/

/**
 * Reads statements in CAMT.053 (version 2 or 8): one XML file, or a zip file of them. Only what was
 * booked counts; a batch is taken apart when the bank tells each payment in it.
 *
 * @throws `BANK_FILE_TOO_LARGE`, `BANK_FILE_UNREADABLE`, `BANK_FILE_NOT_A_STATEMENT`,
 * `BANK_FILE_VERSION`, `BANK_FILE_EMPTY`, `BANK_FILE_INCOMPLETE`.
 */
export function readBankFile(bytes: Uint8Array): readonly BankStatement[] {
  if (bytes.length > BANK_FILE_BYTES_LIMIT) refuse('TOO_LARGE')
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  const files = zipped ? unpack(bytes) : [bytes]
  if (files.length === 0) refuse('EMPTY')
  const statements = files.flatMap(readStatements)
  const entries = statements.reduce((total, one) => total + one.entries.length, 0)
  if (entries > ENTRIES_LIMIT) refuse('TOO_LARGE')
  return statements
}

function unpack(zip: Uint8Array): Uint8Array[] {
  let total = 0
  let count = 0
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (!/\.xml$/i.test(name)) return false
        total += originalSize
        count += 1
        return total <= UNPACKED_LIMIT && count <= FILES_LIMIT
      },
    })
    if (total <= UNPACKED_LIMIT && count <= FILES_LIMIT) {
      return Object.keys(files)
        .toSorted()
        .flatMap((name) => files[name] ?? [])
    }
  } catch {
    refuse('UNREADABLE')
  }
  return refuse('TOO_LARGE')
}

function readStatements(bytes: Uint8Array): BankStatement[] {
  const text = decode(bytes)
  const root = readXml(text, 'BANK_FILE_UNREADABLE')
  const [document] = elementsAt(root, 'Document')
  if (!document) refuse('NOT_A_STATEMENT')
  const kind = namespaceOf(text, 'Document').replace(NAMESPACE, '')
  if (!kind.startsWith('camt.053.')) refuse('NOT_A_STATEMENT')
  if (!VERSION.test(kind)) refuse('VERSION')
  const statements = elementsAt(document, 'BkToCstmrStmt/Stmt')
  if (statements.length === 0) refuse('NOT_A_STATEMENT')
  return statements.map(readStatement)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('UNREADABLE')
  }
}

function readStatement(statement: XmlElement): BankStatement {
  const booked = elementsAt(statement, 'Ntry').filter(
    (entry) => textAt(entry, 'Sts/Cd', 'Sts') === 'BOOK',
  )
  addUp(statement, booked)
  return {
    id: textAt(statement, 'Id') || refuse('UNREADABLE'),
    iban: textAt(statement, 'Acct/Id/IBAN', 'Acct/Id/Othr/Id'),
    entries: booked.flatMap(readEntry),
  }
}

/** What was booked leads from the first balance to the last, when the statement has both. */
function addUp(statement: XmlElement, booked: readonly XmlElement[]): void {
  const pages = textAt(statement, 'StmtPgntn/PgNb')
  const last = textAt(statement, 'StmtPgntn/LastPgInd')
  if ((pages !== '' && pages !== '1') || last === 'false') return
  const balance = (code: string) =>
    elementsAt(statement, 'Bal').find((one) => textAt(one, 'Tp/CdOrPrtry/Cd') === code)
  const [opening, closing] = [balance('OPBD') ?? balance('PRCD'), balance('CLBD')]
  if (!opening || !closing) return
  const total = booked.reduce((sum, entry) => sum + signedCents(entry), signedCents(opening))
  if (total !== signedCents(closing)) refuse('INCOMPLETE')
}

function readEntry(entry: XmlElement): BankEntry[] {
  const payments = elementsAt(entry, 'NtryDtls/TxDtls')
  const whole = signedCents(entry)
  const amounts = payments.map((payment) => amountOf(payment, entry))
  const told = amounts.every((amount) => amount !== undefined)
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)
  if (payments.length > 1 && told && sum === whole) {
    return payments.map((payment, index) => entryOf(entry, payment, amounts[index] ?? 0))
  }
  // Of a batch that is not told apart nobody paid the whole.
  return [entryOf(entry, payments.length === 1 ? payments[0] : undefined, whole)]
}

function entryOf(
  entry: XmlElement,
  payment: XmlElement | undefined,
  amountCents: number,
): BankEntry {
  const side = amountCents < 0 ? 'Cdtr' : 'Dbtr'
  const party = `RltdPties/${side}`
  const parts = elementsAt(payment, 'RmtInf/Ustrd')
  const remittance = parts.map((part) => textAt({ part: [part] }, 'part')).join(' ')
  const given = textAt(payment, 'RmtInf/Strd/CdtrRefInf/Ref')
  const endToEndId = textAt(payment, 'Refs/EndToEndId')
  return {
    date: dayOf(entry),
    amountCents,
    currency: attributeAt(entry, 'Amt', 'Ccy'),
    counterparty: {
      name: textAt(payment, `${party}/Pty/Nm`, `${party}/Nm`),
      iban: textAt(payment, `${party}Acct/Id/IBAN`, `${party}Acct/Id/Othr/Id`),
    },
    remittance: remittance || textAt(entry, 'AddtlNtryInf'),
    endToEndId: endToEndId === 'NOTPROVIDED' ? '' : endToEndId,
    references: given === '' ? referencesIn(remittance) : [given.replaceAll(' ', '')],
    bankReference: textAt(payment, 'Refs/AcctSvcrRef') || textAt(entry, 'AcctSvcrRef', 'NtryRef'),
  }
}

function dayOf(entry: XmlElement): string {
  const day = textAt(entry, 'BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm').slice(0, 10)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : refuse('UNREADABLE')
}

/**
 * Every creditor reference that a text may hold, the longest first: payers type spaces in it and
 * words behind it, and only the check digits and the end of a word tell where it ends.
 */
function referencesIn(text: string): string[] {
  const found = new Set<string>()
  for (const { index } of text.toUpperCase().matchAll(/\bRF ?\d ?\d/g)) {
    let bare = ''
    for (const word of text
      .toUpperCase()
      .slice(index)
      .split(/[^A-Z0-9]+/)) {
      bare += word
      if (bare.length > LONGEST_REFERENCE) break
      if (isCreditorReference(bare)) found.add(bare)
    }
  }
  return [...found].toSorted((one, other) => other.length - one.length)
}

/** The amount of one payment in an entry, with the sign of the entry. */
function amountOf(payment: XmlElement, entry: XmlElement): number | undefined {
  const amount = textAt(payment, 'Amt', 'AmtDtls/TxAmt/Amt')
  if (amount === '') return undefined
  const side = textAt(payment, 'CdtDbtInd') || textAt(entry, 'CdtDbtInd')
  return side === 'DBIT' ? -cents(amount) : cents(amount)
}

function signedCents(from: XmlElement): number {
  const amount = cents(textAt(from, 'Amt'))
  const side = textAt(from, 'CdtDbtInd')
  if (side !== 'CRDT' && side !== 'DBIT') refuse('UNREADABLE')
  return side === 'DBIT' && amount !== 0 ? -amount : amount
}

/** A decimal with at most two digits that count behind the point, as cents. */
function cents(amount: string): number {
  const [, whole, part = ''] = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(amount) ?? refuse('UNREADABLE')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

function refuse(what: string): never {
  throw new AppError(`BANK_FILE_${what}`)
}
