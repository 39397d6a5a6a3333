import type { Catalogue } from '#statement/catalogue.ts'
import type { Statement } from '#statement/index.ts'
import { type Line, isId, type Sheet } from './line.ts'

/**
 * Categories that can be taken along (article 20 of the GDPR): used by an activity that rests on a
 * contract or on consent.
 */
export function portableCategories({ declarations }: Statement): ReadonlySet<string> {
  return new Set(
    Object.values(declarations.activities)
      .filter(({ basis }) => basis === 'contract' || basis === 'consent')
      .flatMap(({ reads = [], writes = [] }) => [...reads, ...writes]),
  )
}

/**
 * The part of a table that can be taken along: what the person provided, and what was noted of what
 * they did. Texts that others wrote about the person are not in it: those are for access.
 */
export function takePortable(sheet: Sheet, categories: ReadonlySet<string>): Sheet | undefined {
  const { table } = sheet
  // What is held on an account was given by whoever has it.
  if (!table) return sheet
  if (table.belongs !== 'dossiers' || table.overseen) return undefined
  const ofCategory = table.columns.filter(
    ({ category, categoryIn }) =>
      (category !== undefined && categories.has(category)) ||
      categoryIn?.of.some((word) => categories.has(word)),
  )
  if (ofCategory.length === 0 && table.name !== 'dossiers') return undefined
  const kept = new Set([
    ...ofCategory.map(({ name }) => name),
    ...table.columns.filter(isBare).map(({ name }) => name),
  ])
  const written = table.columns.some(({ sealed }) => sealed)
  const lines = sheet.lines
    .filter((line) => !written || isOwn(line))
    .map((line) => Object.fromEntries(Object.entries(line).filter(([name]) => kept.has(name))))
  return lines.length > 0 ? { ...sheet, lines } : undefined
}

function isBare({ category, categoryIn }: Catalogue['tables'][number]['columns'][number]): boolean {
  return category === undefined && categoryIn === undefined
}

/** Whether a text came from the person: so says its source, or the account that wrote it. */
function isOwn(line: Line): boolean {
  const source = line['source']
  if (typeof source === 'string') return source === 'client'
  const hands = Object.entries(line).filter(([name]) => name.endsWith('_by'))
  // The person's own account is the only one that is left as an identifier.
  return hands.length === 0 || hands.some(([, value]) => isId(value))
}
