import { hash } from 'node:crypto'
import { type IssuerKey, isSignedBy } from '#modules/registry/credentials/index.ts'

/** The namespace of what a seal says in the file: a name, nothing stands there. */
const NAMESPACE = 'urn:gestand:seal:1#'
/** What is signed begins with this, so that a seal is never taken for another signature. */
const SIGNED_AS = 'gestand pdf seal 1\n'
const SIGNATURE_BYTES = 64
const BLANK = '0'.repeat(SIGNATURE_BYTES * 2)
const SEAL =
  /<seal:number>(\d{1,20})<\/seal:number><seal:method>([\w.:%#-]{1,300})<\/seal:method><seal:proof>([0-9a-f]{128})<\/seal:proof>/

/** What a sealed file says of itself. */
export interface PdfSeal {
  readonly number: string
  /** Where the key stands that sealed it. */
  readonly method: string
  readonly proof: Buffer
}

/** Who seals what. */
export interface Sealing {
  readonly number: string
  readonly method: string
  readonly key: IssuerKey
}

/**
 * Seals a PDF/A. The seal stands in the file and covers all its bytes but itself, so that whoever
 * has only the file can tell that nothing in it was changed.
 *
 * It comes as an incremental update (ISO 32000-1, 7.5.6): the metadata once more.
 */
export function sealPdf(pdf: Buffer, { number, method, key }: Sealing): Buffer {
  const marks = { number, method, proof: BLANK }
  const blank = withUpdate(pdf, (xml) => withMarks(xml, marks))
  const proof = key.sign(sealedBytes(blank)).toString('hex')
  const place = blank.lastIndexOf(`<seal:proof>${BLANK}`) + '<seal:proof>'.length
  return Buffer.concat([
    blank.subarray(0, place),
    Buffer.from(proof),
    blank.subarray(place + proof.length),
  ])
}

/** Reads the seal of a file; undefined when it has none. */
export function readSeal(pdf: Buffer): PdfSeal | undefined {
  // Only in the metadata, which come last: elsewhere stands what people wrote.
  const begin = pdf.lastIndexOf('<?xpacket begin')
  const text = pdf.toString('latin1', Math.max(begin, 0))
  const [, number, method, proof] = SEAL.exec(text) ?? []
  if (begin < 0 || !number || !method || !proof) return undefined
  return { number, method, proof: Buffer.from(proof, 'hex') }
}

/** Tells whether this key sealed the file as it is. */
export function isSealed(pdf: Buffer, { proof }: PdfSeal, publicKey: string): boolean {
  const blank = Buffer.from(pdf)
  blank.write(BLANK, pdf.lastIndexOf(proof.toString('hex')), 'latin1')
  return isSignedBy(publicKey, sealedBytes(blank), proof)
}

function sealedBytes(blank: Buffer): Buffer {
  return Buffer.from(`${SIGNED_AS}${hash('sha256', blank, 'hex')}`)
}

/** Writes the metadata again, below what is there. */
function withUpdate(pdf: Buffer, change: (xml: string) => string): Buffer {
  const text = pdf.toString('latin1')
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const root = partOf(trailer, /\/Root (\d+) 0 R/)
  const catalog = objectOf(text, root)
  const metadata = partOf(catalog, /\/Metadata (\d+) 0 R/)
  const xml = partOf(objectOf(text, metadata), /stream\n([\s\S]*)\nendstream/)
  const marked = Buffer.from(change(Buffer.from(xml, 'latin1').toString('utf8')))
  const dictionary = `<< /Length ${marked.length} /Type /Metadata /Subtype /XML >>`
  const begin = Buffer.concat([pdf, Buffer.from(text.endsWith('\n') ? '' : '\n')])
  const part = Buffer.concat([
    Buffer.from(`${metadata} 0 obj\n${dictionary}\nstream\n`),
    marked,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const place = `${metadata} 1\n${String(begin.length).padStart(10, '0')} 00000 n \n`
  const start = begin.length + part.length
  const previous = partOf(trailer, /startxref\n(\d+)/)
  const dictionaries = partOf(trailer, /trailer\n<<([\s\S]*?)>>\nstartxref/)
  const end = `xref\n0 1\n0000000000 65535 f \n${place}trailer\n<<${dictionaries}  /Prev ${previous}\n>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([begin, part, Buffer.from(end, 'latin1')])
}

function objectOf(text: string, id: string): string {
  return partOf(text, new RegExp(`\\n${id} 0 obj([\\s\\S]*?)endobj`))
}

function partOf(text: string, pattern: RegExp): string {
  const part = pattern.exec(text)?.[1]
  // The press wrote the file: what is not there is a fault of the software.
  if (part === undefined) throw new Error(`the file has no ${pattern.source}`)
  return part
}

function withMarks(
  xml: string,
  { number, method, proof }: { number: string; method: string; proof: string },
): string {
  return xml
    .replace('</rdf:Bag></pdfaExtension:schemas>', `${SCHEMA}$&`)
    .replace(
      '</rdf:Description></rdf:RDF>',
      `<seal:number>${number}</seal:number>` +
        `<seal:method>${method}</seal:method><seal:proof>${proof}</seal:proof>$&`,
    )
    .replace('<rdf:Description rdf:about="" ', `$&xmlns:seal="${NAMESPACE}" `)
}

/** PDF/A wants every property that it does not know described (ISO 19005-3, 6.6.2.3). */
const SCHEMA = schema('Seal of the issuer', NAMESPACE, 'seal', [
  ['number', 'Text', 'Number of the diploma'],
  ['method', 'Text', 'Address of the key that sealed this file'],
  ['proof', 'Text', 'Ed25519 signature over this file with zeros in its place'],
])

function schema(
  name: string,
  namespace: string,
  prefix: string,
  properties: readonly (readonly [name: string, type: string, about: string])[],
): string {
  const described = properties.map(
    ([property, type, about]) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>` +
      `<pdfaProperty:description>${about}</pdfaProperty:description>` +
      `<pdfaProperty:name>${property}</pdfaProperty:name>` +
      `<pdfaProperty:valueType>${type}</pdfaProperty:valueType></rdf:li>`,
  )
  return (
    `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema>` +
    `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>` +
    `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>` +
    `<pdfaSchema:property><rdf:Seq>${described.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`
  )
}
