import { sayShortDay } from '#kernel/day.ts'
import { join } from 'node:path'
import QRCode from 'qrcode'
import type { LetterPress } from '#duties/letter/press.ts'
import { type Language, type Text, LANGUAGES } from '#kernel/language.ts'
import { PROJECT } from '#kernel/project.ts'
import { DESCRIPTIONS } from './description.ts'
import type { Address, Invoice, InvoiceLine, VatGroup } from './invoice.ts'
import { INVOICE_KINDS, lineNet } from './invoice.ts'
import { writeUbl } from './ubl.ts'

const TEMPLATE = join(PROJECT, 'src/modules/finance/formats/invoice.typ')

/**
 * An invoice on paper: a tagged PDF/A-3 with the UBL inside, and for who has to pay a QR code as
 * banks read it.
 *
 * @throws `LETTER_FAILED`
 */
export async function printInvoice(press: LetterPress, invoice: Invoice): Promise<Buffer> {
  const input = JSON.stringify(await sheetOf(invoice))
  return press.draw({ template: TEMPLATE, input, standard: 'a-3a' })
}

async function sheetOf(invoice: Invoice) {
  const { language, supplier, payer, totals, lines } = invoice
  const say = (text: Text) => text[language]
  const euro = (cents: number) => money(cents, language)
  const day = (date: string) => sayShortDay(date, language)
  const [year, month, date] = invoice.issuedOn.split('-').map(Number)
  const title = `${say(INVOICE_KINDS[invoice.kind])} ${invoice.number}`
  return {
    language,
    title,
    issued: { year, month, day: date },
    sender: { name: supplier.name, lines: addressLines(supplier.address, language) },
    addressee: [payer.name, ...addressLines(payer.address, language)],
    facts: facts(invoice, say, day),
    head: HEAD.map(say),
    rows: lines.map((line) => rowOf(line, { say, euro, day, language })),
    totals: [
      [say(WORDS.net), euro(totals.net)],
      ...totals.groups.map((group) => [taxOf(group, say, language), euro(group.tax)]),
      [say(WORDS[invoice.kind === 'invoice' ? 'gross' : 'back']), euro(totals.gross)],
    ],
    reasons: totals.groups.flatMap(({ reason }) => reason ?? []),
    payment: await paymentOf(invoice, say, day),
    footer: senderNumbers(invoice, say),
    page: [say(WORDS.page), say(WORDS.of)],
    file: {
      name: `${invoice.number.replaceAll(/[^\w.-]/g, '-')}.xml`,
      about: say(WORDS.file),
      bytes: writeUbl(invoice),
    },
  }
}

type Say = (text: Text) => string
type Day = (date: string) => string

function facts({ payer, ...invoice }: Invoice, say: Say, day: Day): string[][] {
  const { dueOn, credits } = invoice
  return [
    [say(WORDS.date), day(invoice.issuedOn)],
    ...(dueOn === undefined ? [] : [[say(WORDS.due), day(dueOn)]]),
    ...(credits ? [[say(WORDS.credits), `${credits.number}, ${day(credits.issuedOn)}`]] : []),
    ...(payer.reference === undefined ? [] : [[say(WORDS.yours), payer.reference]]),
    ...(payer.vatId === undefined ? [] : [[say(WORDS.yourVat), payer.vatId]]),
  ]
}

function rowOf(
  line: InvoiceLine,
  {
    say,
    euro,
    day,
    language,
  }: { say: Say; euro: (c: number) => string; day: Day; language: Language },
): string[] {
  return [
    day(line.date),
    line.subject,
    say(DESCRIPTIONS[line.description]),
    quantityOf(line, language),
    euro(line.unitPrice),
    percent(line.vat.rate, language),
    euro(lineNet(line)),
  ]
}

function quantityOf({ quantity, unit }: InvoiceLine, language: Language): string {
  const count = decimal(quantity, language)
  return unit === 'hour' ? `${count} ${WORDS.hour[language]}` : count
}

function taxOf({ rate, net }: VatGroup, say: Say, language: Language): string {
  return `${say(WORDS.vat)} ${percent(rate, language)} ${say(WORDS.over)} ${money(net, language)}`
}

async function paymentOf(invoice: Invoice, say: Say, day: Day) {
  const { supplier, totals, paymentReference, dueOn, kind } = invoice
  if (kind === 'credit-note') return { text: say(WORDS.settled) }
  return {
    text: say(dueOn === undefined ? WORDS.pay : WORDS.payBy).replace('{day}', day(dueOn ?? '')),
    rows: [
      [say(WORDS.amount), money(totals.gross, invoice.language)],
      [say(WORDS.to), supplier.name],
      ['IBAN', grouped(supplier.iban)],
      [say(WORDS.reference), grouped(paymentReference)],
    ],
    ...(totals.gross > 0 ? { code: await codeOf(invoice), codeAbout: say(WORDS.code) } : {}),
  }
}

/** A QR code of the European Payments Council (EPC069-12, version 2), as a drawing. */
function codeOf(invoice: Invoice): Promise<string> {
  return QRCode.toString(epcText(invoice), {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 4,
  })
}

/** What the QR code for a payment says, line by line. */
export function epcText({ supplier, totals, paymentReference }: Invoice): string {
  const name = supplier.name.slice(0, 70)
  const iban = supplier.iban.replaceAll(' ', '')
  const euros = `EUR${(totals.gross / 100).toFixed(2)}`
  return ['BCD', '002', '1', 'SCT', '', name, iban, euros, '', paymentReference].join('\n')
}

function senderNumbers({ supplier }: Invoice, say: Say): string {
  const { kvk, vatId, iban, email } = supplier
  const vat = vatId === undefined ? [] : [`${say(WORDS.vatId)} ${vatId}`]
  return [`${say(WORDS.kvk)} ${kvk}`, ...vat, `IBAN ${grouped(iban)}`, email].join(' · ')
}

function addressLines({ street, postcode, city, country }: Address, language: Language): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return [
    street,
    `${postcode} ${city}`,
    ...(country === 'NL' ? [] : [names.of(country) ?? country]),
  ]
}

function grouped(text: string): string {
  return text.replaceAll(' ', '').replaceAll(/(.{4})(?=.)/g, '$1 ')
}

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const
const FORMATS = new Map(
  LANGUAGES.map((language) => [
    language,
    {
      money: new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'EUR' }),
      decimal: new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }),
    },
  ]),
)

function money(cents: number, language: Language): string {
  return FORMATS.get(language)?.money.format(cents / 100) ?? ''
}

function decimal(hundredths: number, language: Language): string {
  return FORMATS.get(language)?.decimal.format(hundredths / 100) ?? ''
}

function percent(rate: number, language: Language): string {
  return `${decimal(rate, language)}${language === 'nl' ? '\u00A0' : ''}%`
}

const HEAD: readonly Text[] = [
  { nl: 'Datum', en: 'Date' },
  { nl: 'Voor', en: 'For' },
  { nl: 'Omschrijving', en: 'Description' },
  { nl: 'Aantal', en: 'Quantity' },
  { nl: 'Prijs', en: 'Price' },
  { nl: 'Btw', en: 'VAT' },
  { nl: 'Bedrag', en: 'Amount' },
]

const WORDS = {
  date: { nl: 'Factuurdatum', en: 'Date' },
  due: { nl: 'Te betalen voor of op', en: 'To be paid on or before' },
  credits: { nl: 'Bij factuur', en: 'Takes back invoice' },
  yours: { nl: 'Uw referentie', en: 'Your reference' },
  yourVat: { nl: 'Uw btw-nummer', en: 'Your VAT number' },
  hour: { nl: 'uur', en: 'h' },
  net: { nl: 'Totaal zonder btw', en: 'Total without VAT' },
  vat: { nl: 'Btw', en: 'VAT' },
  over: { nl: 'over', en: 'on' },
  gross: { nl: 'Te betalen', en: 'To be paid' },
  back: { nl: 'Tegoed', en: 'In your favour' },
  settled: {
    nl: 'Wij verrekenen dit bedrag met een openstaande factuur of betalen het terug.',
    en: 'We settle this amount with an open invoice or pay it back.',
  },
  pay: { nl: 'Maak het bedrag over:', en: 'Please transfer the amount:' },
  payBy: {
    nl: 'Maak het bedrag voor of op {day} over:',
    en: 'Please transfer the amount on or before {day}:',
  },
  amount: { nl: 'Bedrag', en: 'Amount' },
  to: { nl: 'Aan', en: 'To' },
  reference: { nl: 'Betalingskenmerk', en: 'Payment reference' },
  code: {
    nl: 'QR-code waarmee u deze factuur betaalt in de app van uw bank.',
    en: 'QR code with which you pay this invoice in the app of your bank.',
  },
  kvk: { nl: 'KvK', en: 'Trade register' },
  vatId: { nl: 'Btw-nummer', en: 'VAT number' },
  page: { nl: 'Pagina', en: 'Page' },
  of: { nl: 'van', en: 'of' },
  file: {
    nl: 'Deze factuur voor een boekhoudprogramma (UBL).',
    en: 'This invoice for accounting software (UBL).',
  },
} as const satisfies Readonly<Record<string, Text>>
