const IDENTIFICATION =
  '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>'

/** An archive wants each property told that it does not know itself (ISO 19005-2, 6.6.2.3.2). */
const SCHEMA = [
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema',
  '</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/',
  '</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('')

/** The metadata, the catalogue, and the table after them. */
const LAST = /^(.*?\nendobj\s+)(\d+ 0 obj.*?\nendobj\s+)(xref\n.*)$/s

/**
 * Says in a file for the archive that it is accessible as well (PDF/UA-1, ISO 14289-1): Typst
 * draws it so, and names one standard a file. What is changed are its last two objects, the
 * metadata and the catalogue, and the table that tells where they are. A file that ends otherwise
 * stays as it is.
 */
export function sayAccessible(pdf: Buffer): Buffer {
  const type = pdf.lastIndexOf('/Type /Metadata')
  const from = pdf.lastIndexOf('\n', pdf.lastIndexOf(' 0 obj', type)) + 1
  const tail = pdf.subarray(from).toString('latin1')
  const [, metadata, catalogue, table] = LAST.exec(tail) ?? []
  if (metadata === undefined || catalogue === undefined || table === undefined) return pdf
  const body = from + told(metadata).length
  const changed = told(metadata) + shown(catalogue)
  const [, number = ''] = /^(\d+) 0 obj/.exec(catalogue) ?? []
  const moved = movedTable(table, { number: Number(number), body, at: from + changed.length })
  return Buffer.concat([pdf.subarray(0, from), Buffer.from(changed + moved, 'latin1')])
}

function told(metadata: string): string {
  const added = metadata
    .replace('</rdf:Bag></pdfaExtension:schemas>', `${SCHEMA}$&`)
    .replace('<pdfaid:part>', `${IDENTIFICATION}$&`)
  const longer = added.length - metadata.length
  return added.replace(
    /\/Length (\d+)/,
    (_, length: string) => `/Length ${Number(length) + longer}`,
  )
}

function shown(catalogue: string): string {
  return catalogue.replace('/ViewerPreferences <<', '$&\n    /DisplayDocTitle true')
}

/** Each line of the table has twenty bytes, of which the first ten are where an object begins. */
function movedTable(
  table: string,
  { number, body, at }: { readonly number: number; readonly body: number; readonly at: number },
): string {
  const [head = ''] = /^xref\n0 \d+\n/.exec(table) ?? []
  const line = head.length + 20 * number
  const offset = String(body).padStart(10, '0')
  return (table.slice(0, line) + offset + table.slice(line + 10)).replace(
    /startxref\n\d+/,
    `startxref\n${at}`,
  )
}
