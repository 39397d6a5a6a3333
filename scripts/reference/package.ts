import { FORMAT, packageSchema } from '#duties/package/format.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import type { TableEntry } from '#statement/catalogue.ts'
import { code, codes, pageHead, table, wrap } from './markdown.ts'

const LEAD = wrap(`What somebody gets who asks for all that is held on them, or takes the data
along. One zip file (APPNOTE.TXT 6.3, deflated or stored), UTF-8 throughout. The form is
\`${FORMAT}\`; it gets another number when a reader of this form could no longer read it.`)

const PLACES: readonly (readonly [string, string])[] = [
  ['index.html', 'what must be told beside the data (article 15 of the GDPR), and what is in it'],
  ['index.pdf', 'the same, on paper'],
  ['dossiers/NUMBER/data/TABLE.json', 'rows of one table of a dossier, see below'],
  ['dossiers/NUMBER/data/TABLE.csv', 'the same rows for a spreadsheet: RFC 4180, with a BOM'],
  ['dossiers/NUMBER/files/001 TITLE.pdf', 'the files of the dossier, as they were put in'],
  ['dossiers/NUMBER/lezen.html', 'all of the dossier to read, in chapters; `read.html` in English'],
  ['dossiers/NUMBER/lezen.pdf', 'the same, on paper, tagged (PDF/A-2a and PDF/UA-1); see below'],
  ['account/…', 'the same for what is held outside the own dossiers: account, requests, mails'],
  ['package.json', 'the index: form, moment, whose, which tables and files'],
  ['package.schema.json', 'the JSON Schema of the index, and of the rows of each table'],
  ['manifest-sha256.txt', 'the SHA-256 of every other file, as `sha256sum --check` reads it'],
]

const ROWS = `Rows are as the database has them: moments in ISO 8601 with their zone, days as
\`2026-11-23\`, bytes as \`\\x\` and hexadecimal digits. What is sealed stands there as text; what
is sealed and no text as a \`data:\` URL. A table of more than 500 rows is in several files:
\`notes-2.json\` goes on where \`notes.json\` ends. So does the part to read, every 500 rows; the
first 2,000 rows of a dossier are on paper too.`

const EXAMPLE = `{ "format": "${FORMAT}", "table": "notes", "rows": [{ "id": "…", "body": "…" }] }`

const NOTES = [
  `**Other people.** Where an identifier names somebody who works at the organisation or a party
it works with, their name stands in its place, or \`[staff]\` where the statement gives no names.
Where it names anybody else, \`[withheld]\`. What somebody blanked by hand became \`█████\`; files
that were left out are in \`leftOut\` of the index.`,
  `**Two kinds.** \`"kind": "access"\` is everything (article 15). \`"kind": "portability"\` is the
part that article 20 speaks of: categories used on the basis of a contract or of consent, without
texts that others wrote about the person, and without the part that is only for reading.`,
  `**Checking it.** \`sha256sum --check manifest-sha256.txt\` in the unpacked archive.`,
  `**Taking it over.** \`gestand import package FILE --org NAME --coach EMAIL\` makes each dossier
in it a new dossier, from the tables marked below, as far as the statement lets the activities of
intake and coaching write their categories. Identifiers become new ones, and a name that stands for
one is left out; the note of where it came from is in \`takeovers\`. Consents, talks, goals, mail
and other work done there come in as one document to read. \`--dry-run\` tells what would come of
it.`,
]

/** The form of a package. */
export async function packagePage(): Promise<string> {
  const { tables } = await readWholeCatalogue()
  const held = tables.filter(isHeld)
  return [
    pageHead('Package', 'src/duties/package', LEAD),
    `## What is in it\n\n${table(
      ['file', 'holds'],
      PLACES.map(([place, what]) => [code(place), what]),
    )}\n`,
    `## Rows\n\n${wrap(ROWS)}\n\n\`\`\`json\n${EXAMPLE}\n\`\`\`\n`,
    ...NOTES.map((note) => `${wrap(note)}\n`),
    `## Tables\n\nThe JSON Schema is in [package.schema.json](package.schema.json).\n`,
    `${table(['table', 'holds', 'about the person by', 'taken over'], held.map(tableRow))}\n`,
  ].join('\n')
}

/** The JSON Schema of what is in a package. */
export async function packageSchemaFile(): Promise<string> {
  return `${JSON.stringify(packageSchema(await readWholeCatalogue()), null, 1)}\n`
}

function isHeld({ belongs, columns }: TableEntry): boolean {
  return belongs === 'dossiers' || columns.some(({ subject }) => subject !== undefined)
}

function tableRow({ name, sentence, belongs, columns, takeover }: TableEntry): string[] {
  const ties = columns.filter(({ subject }) => subject !== undefined).map((column) => column.name)
  const own = belongs === 'dossiers' ? ['dossier_id'] : []
  return [code(name), sentence, codes([...own, ...ties]), takeover ? 'yes' : '']
}
