import fc from 'fast-check'
import { expect, test } from 'vitest'
import { line, sampleCreditNote, sampleInvoice, sampleInvoices } from '#world/invoices.ts'
import { brokenUblRules } from '#world/ubl-rules.ts'
import { UBL_FAULTS } from '#world/ubl-faults.ts'
import type { Vat } from './invoice.ts'
import { creditorReference, invoiceTotals, isCreditorReference } from './invoice.ts'
import { writeUbl } from './ubl.ts'

test('every shape of invoice keeps the rules of EN 16931 and of the Dutch profile', () => {
  for (const [shape, invoice] of Object.entries(sampleInvoices())) {
    expect(brokenUblRules(writeUbl(invoice)), shape).toEqual([])
  }
})

test('each fault that is put into an invoice is found, by the rule that it breaks', () => {
  for (const { name, of, change, breaks } of UBL_FAULTS) {
    const whole = writeUbl(of)
    const faulty = change(whole)
    expect(faulty, name).not.toBe(whole)
    expect(brokenUblRules(faulty), name).toContain(breaks)
  }
})

test('any lines at all come to totals that the rules accept', () => {
  const vat = fc.constantFrom<Vat>(
    { category: 'S', rate: 2100 },
    { category: 'S', rate: 900 },
    { category: 'Z', rate: 0 },
    { category: 'E', rate: 0, reason: 'Vrijgesteld' },
    { category: 'AE', rate: 0, reason: 'Verlegd' },
  )
  const one = fc.record({
    quantity: fc.integer({ min: 1, max: 10_000 }),
    unitPrice: fc.integer({ min: 0, max: 1_000_000 }),
    vat,
    subject: fc.string({ minLength: 1, maxLength: 40 }),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), fc.boolean(), (some, credit) => {
      const lines = some.map(line)
      const sample = credit ? sampleCreditNote : sampleInvoice
      const xml = writeUbl(sample({ lines, totals: invoiceTotals(lines) }))
      expect(brokenUblRules(xml)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('of a client the file holds what the line says, and no other word', () => {
  const marked = line({ subject: 'CLIENT-MARK', date: '2026-09-08' })
  const xml = writeUbl(sampleInvoice({ lines: [marked], totals: invoiceTotals([marked]) }))
  expect(xml.match(/CLIENT-MARK/g)).toHaveLength(1)
  expect(xml.match(/2026-09-08/g)).toHaveLength(2)
  expect(xml).toContain('<cbc:Name>Gesprek</cbc:Name>')
})

test('signs that XML has no place for do not spoil the file', () => {
  const lines = [line({ subject: 'a\u0000b\uD800 <c> & "d" \u{1F600}' })]
  const xml = writeUbl(sampleInvoice({ lines, totals: invoiceTotals(lines) }))
  // oxlint-disable-next-line no-control-regex -- The very signs that may not be there.
  expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/)
  expect(brokenUblRules(xml)).toEqual([])
})

test('a payment reference has check digits that a slip of the pen breaks', () => {
  expect(creditorReference('2026-0001')).toBe('RF3120260001')
  expect(isCreditorReference('RF18 5390 0754 7034')).toBe(true)
  expect(isCreditorReference('RF18 5390 0754 7035')).toBe(false)
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9/-]{1,15}[0-9]$/), fc.nat(9), (number, digit) => {
      const reference = creditorReference(number)
      expect(isCreditorReference(reference)).toBe(true)
      const slip = `${reference.slice(0, -1)}${digit}`
      expect(isCreditorReference(slip)).toBe(slip === reference)
    }),
  )
})
