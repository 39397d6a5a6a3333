import { expect, onTestFinished, test } from 'vitest'
import { LetterPress } from '#duties/letter/press.ts'
import { issuerKey, newSeed } from '#modules/registry/credentials/index.ts'
import { drawDiploma, type DiplomaSheet } from './diploma-pdf.ts'
import { isSealed, readSeal, sealPdf } from './pdf-seal.ts'

const SHEET: DiplomaSheet = {
  language: 'nl',
  number: '000000013',
  issuedOn: '2026-11-23',
  issuer: 'Register',
  holder: '<seal:number>000000024</seal:number> #panic("x")',
  bornOn: '1999-02-03',
  programme: 'Dialyseverpleegkundige',
  version: '2025',
  checkAt: 'https://register.example.org/uitgevers/registry/diploma/000000013',
  credential: '{"holder":"<seal:number>000000024</seal:number>"}',
}
const method = 'did:web:register.example.org:uitgevers:registry#a'

function press(): LetterPress {
  const made = new LetterPress()
  onTestFinished(() => made.close())
  return made
}

test('a diploma is for the archive and accessible, carries its credential, and is sealed', async () => {
  const key = issuerKey(newSeed())
  const one = press()
  for (const language of ['nl', 'en'] as const) {
    const pdf = sealPdf(await drawDiploma(one, { ...SHEET, language }), {
      number: SHEET.number,
      method,
      key,
    })
    const text = pdf.toString('latin1')
    expect(text).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A<')
    expect(text.slice(text.lastIndexOf('<?xpacket begin'))).toMatch(/<pdfuaid:part [^>]+>1</)
    expect(text.slice(text.lastIndexOf('/Type /Catalog'))).toContain('/DisplayDocTitle true')
    expect(text).toContain(`/Lang (${language}`)
    expect(text).toContain(SHEET.credential)
    const seal = readSeal(pdf)
    expect(seal).toMatchObject({ number: SHEET.number, method })
    expect(seal && isSealed(pdf, seal, key.publicKey)).toBe(true)
  }
})

test('a byte that was changed, added or left out breaks the seal, and another key has none', async () => {
  const key = issuerKey(newSeed())
  const drawn = await drawDiploma(press(), SHEET)
  const pdf = sealPdf(drawn, { number: SHEET.number, method, key })
  const seal = readSeal(pdf)
  if (!seal) throw new Error('the file has no seal')
  expect(isSealed(pdf, seal, issuerKey(newSeed()).publicKey)).toBe(false)
  for (const place of [20, 5_000, drawn.length + 10, pdf.length - 3]) {
    const changed = Buffer.from(pdf)
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place)
    expect(isSealed(changed, seal, key.publicKey)).toBe(false)
  }
  expect(isSealed(pdf.subarray(0, -1), seal, key.publicKey)).toBe(false)
  expect(isSealed(Buffer.concat([pdf, Buffer.from('%')]), seal, key.publicKey)).toBe(false)
  expect(readSeal(drawn)).toBeUndefined()
  expect(readSeal(Buffer.from('%PDF-1.7 <seal:proof>'))).toBeUndefined()
})
