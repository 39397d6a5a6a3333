// Writes invoices of every shape, and each seeded fault, as files for an outside validator:
//   node scripts/sample-invoices.ts FOLDER
// The official rules are nobody's to hand on but their makers'; docs/decisions/032 tells what they
// said of these files.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeUbl } from '#modules/finance/formats/ubl.ts'
import { sampleInvoices } from '#world/invoices.ts'
import { UBL_FAULTS } from '#world/ubl-faults.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('say in which folder')
await mkdir(folder, { recursive: true })
for (const [shape, invoice] of Object.entries(sampleInvoices())) {
  await writeFile(join(folder, `right-${shape}.xml`), writeUbl(invoice))
}
for (const [index, { breaks, of, change }] of UBL_FAULTS.entries()) {
  await writeFile(join(folder, `fault-${index}-${breaks}.xml`), change(writeUbl(of)))
}
process.stdout.write(`Written to ${folder}.\n`)
