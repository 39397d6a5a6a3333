import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { LetterPress } from '#duties/letter/press.ts'
import { line, sampleCreditNote, sampleInvoice, sampleInvoices } from '#world/invoices.ts'
import { epcText, printInvoice } from './invoice-pdf.ts'
import { invoiceTotals } from './invoice.ts'
import { writeUbl } from './ubl.ts'

test('an invoice is a tagged PDF/A-3 that holds the very UBL as its alternative', async () => {
  const invoice = sampleInvoice()
  const words = readable(await print(invoice))
  expect(words).toContain('<pdfaid:part>3</pdfaid:part>')
  expect(words).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  expect(words).toMatch(/\/Marked true/)
  expect(words).toMatch(/\/AFRelationship\s*\/Alternative/)
  expect(words).toContain('2026-0001.xml')
  const inside = words.slice(words.indexOf('<?xml version="1.0" encoding="UTF-8"?>'))
  const ubl = writeUbl(invoice)
  expect(hash(inside.slice(0, ubl.length))).toBe(hash(ubl))
})

test('each shape can be printed, in its language, also over many pages', async () => {
  const many = Array.from({ length: 120 }, () => line())
  const shapes = {
    ...sampleInvoices(),
    many: sampleInvoice({ lines: many, totals: invoiceTotals(many) }),
  }
  for (const invoice of Object.values(shapes)) {
    const words = readable(await print(invoice))
    expect(words).toContain(`/Lang (${invoice.language}`)
  }
})

test('what a client or payer is called is text, whatever it looks like', async () => {
  const lines = [line({ subject: '#panic("x") $x$ *vet* #include "/etc/passwd"' })]
  const odd = sampleInvoice({ lines, totals: invoiceTotals(lines) })
  expect((await print(odd)).length).toBeGreaterThan(1000)
})

test('the code to pay with says the account, the amount and the reference, as banks want it', () => {
  const lines = [line({ quantity: 105, unitPrice: 10_000 })]
  const invoice = sampleInvoice({ lines, totals: invoiceTotals(lines) })
  expect(epcText(invoice).split('\n')).toEqual([
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    'Bureau De Brug & Partners',
    'NL02ABNA0123456789',
    'EUR127.05',
    '',
    'RF3120260001',
  ])
})

test('a credit note asks for no payment', async () => {
  const figures = (pdf: Buffer) => readable(pdf).match(/\/Figure/g)?.length ?? 0
  expect(figures(await print(sampleInvoice()))).toBeGreaterThan(0)
  expect(figures(await print(sampleCreditNote()))).toBe(0)
})

function print(invoice: Parameters<typeof printInvoice>[1]): Promise<Buffer> {
  const press = new LetterPress()
  onTestFinished(() => press.close())
  return printInvoice(press, invoice)
}

/** What stands in a PDF outside its compressed parts, and in those that can be unpacked. */
function readable(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')]
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7)).toString('utf8'))
    } catch {
      // Not a compressed stream.
    }
  }
  return parts.join('\n')
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
