/** What the test report says; the same for everybody, as it is an example. */
const LINES = [
  'Interessetest - voorbeeld van een fictieve uitslag',
  '',
  'Praktisch werk            7',
  'Onderzoeken               5',
  'Ontwerpen en maken        6',
  'Mensen helpen             8',
  'Ondernemen                4',
  'Ordenen en administratie  6',
  '',
  'Schaal van 1 tot 10. Bespreek de uitslag met uw coach.',
]

/** The test report as a PDF file of one page, in ASCII. */
export const TEST_REPORT: string = buildFile([
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
    '/Resources << /Font << /F1 5 0 R >> >> >>',
  streamOf(`BT /F1 12 Tf 60 770 Td 18 TL ${LINES.map((line) => `(${line}) Tj T*`).join(' ')} ET`),
  '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
])

function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

/** A PDF file ends with a table of the places at which its objects begin. */
function buildFile(objects: readonly string[]): string {
  let file = '%PDF-1.4\n'
  const places: string[] = []
  for (const [index, object] of objects.entries()) {
    places.push(`${String(file.length).padStart(10, '0')} 00000 n \n`)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  return `${file}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
}
