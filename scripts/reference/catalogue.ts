import { readWholeCatalogue } from '#modules/catalogue.ts'
import type { ColumnEntry, TableEntry } from '#statement/catalogue.ts'
import { code, codes, pageHead, wrap } from './markdown.ts'

const LEAD = `What the comments in \`database/organisation\` say of each table of an organisation.
The tags are explained in [ARCHITECTURE.md](../../ARCHITECTURE.md#tags); which activity may read
or write which category is for the statement to say.`

const BELONGS: readonly (readonly [TableEntry['belongs'], string, string])[] = [
  ['dossiers', 'Tables of dossiers', 'Rows belong to one dossier.'],
  ['organisation', 'Tables of the organisation', 'Rows are about the organisation as a whole.'],
  ['system', 'Tables of the system', 'Granted to no activity; functions of the database use them.'],
]

/** Every table with what its columns hold. */
export async function cataloguePage(): Promise<string> {
  const { tables } = await readWholeCatalogue()
  const sections = BELONGS.map(([belongs, title, what]) => {
    const own = tables.filter((entry) => entry.belongs === belongs)
    return [`## ${title}\n\n${what}\n`, ...own.map(drawTable)].join('\n')
  })
  return [pageHead('Catalogue', 'database/organisation', LEAD), ...sections].join('\n')
}

function drawTable(entry: TableEntry): string {
  const lines = [
    ...entry.columns.filter(isPersonal).reduce(byCategory, []),
    ...together('keys', entry, (column) => column.key),
    ...together('stamps', entry, (column) => column.stamp),
    ...together('no personal data', entry, (column) => column.impersonal !== undefined),
    ...together('only sealed', entry, isOnlySealed),
  ]
  const list = lines.map((line) => `- ${line}\n`).join('')
  const traits = traitsOf(entry)
  const about = wrap([entry.sentence, ...traits].join(' '))
  return `### ${entry.name}\n\n${about}\n${list === '' ? '' : `\n${list}`}`
}

function isPersonal({ category, categoryIn }: ColumnEntry): boolean {
  return category !== undefined || categoryIn !== undefined
}

/** Adds a column to the line of its category. */
function byCategory(lines: string[], column: ColumnEntry): string[] {
  const { category, categoryIn } = column
  const words = categoryIn
    ? `${codes(categoryIn.of)}, whichever ${code(categoryIn.column)} says`
    : code(category ?? '')
  const index = lines.findIndex((line) => line.startsWith(`${words}: `))
  if (index < 0) return [...lines, `${words}: ${nameOf(column)}`]
  return lines.with(index, `${lines[index]}, ${nameOf(column)}`)
}

function together(
  what: string,
  { columns }: TableEntry,
  belongs: (column: ColumnEntry) => boolean,
): string[] {
  const names = columns.filter(belongs).map(nameOf)
  return names.length === 0 ? [] : [`${what}: ${names.join(', ')}`]
}

function isOnlySealed(column: ColumnEntry): boolean {
  const { sealed, key, stamp, impersonal } = column
  return sealed && !isPersonal(column) && !key && !stamp && impersonal === undefined
}

function nameOf({ name, sealed }: ColumnEntry): string {
  return `${code(name)}${sealed ? ' (sealed)' : ''}`
}

function traitsOf(entry: TableEntry): string[] {
  const rights = (['insert', 'update', 'delete'] as const)
    .filter((right) => entry[right].length > 0)
    .map((right) => `${right} by ${codes(entry[right])}`)
  return [
    entry.card ? `Shown in lists${entry.beside ? ', beside others' : ''}.` : '',
    entry.overseen ? 'Overseen by functions.' : '',
    entry.public ? 'Public.' : '',
    entry.whileConsent === undefined
      ? ''
      : `While the consent in ${code(entry.whileConsent)} stands.`,
    entry.impersonal === undefined ? '' : `No personal data: ${entry.impersonal}.`,
    rights.length === 0 ? '' : `Can be changed: ${rights.join('; ')}.`,
  ].filter((trait) => trait !== '')
}
