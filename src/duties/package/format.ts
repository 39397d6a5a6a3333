import { z } from 'zod'
import type { Catalogue, TableEntry } from '#statement/catalogue.ts'
import type { About } from './about.ts'

/** What other systems recognise a package by. It changes when the shape does. */
export const FORMAT = 'gestand-package/1'

const packedFile = z.strictObject({
  id: z.uuid(),
  table: z.string(),
  title: z.string(),
  mediaType: z.string(),
  place: z.string(),
})

const folder = z.strictObject({
  folder: z.string(),
  dossier: z.strictObject({ kind: z.string(), reference: z.string() }).optional(),
  tables: z.array(
    z.strictObject({ table: z.string(), place: z.string(), rows: z.int().nonnegative() }),
  ),
  files: z.array(packedFile),
  leftOut: z.array(z.strictObject({ table: z.string(), id: z.uuid() })),
})

const about = z.strictObject({
  controller: z.string(),
  address: z.string().optional(),
  contact: z.string().optional(),
  statement: z.int(),
  categories: z.array(
    z.strictObject({
      word: z.string(),
      says: z.string(),
      activities: z.array(z.string()),
      recipients: z.array(z.string()),
      kept: z.string().optional(),
    }),
  ),
  activities: z.array(
    z.strictObject({
      word: z.string(),
      says: z.string(),
      purpose: z.string(),
      basis: z.string(),
      because: z.string().optional(),
    }),
  ),
  rights: z.array(z.string()),
})

/** `package.json`: what is in the archive. */
export const packageIndexShape = z.strictObject({
  format: z.literal(FORMAT),
  kind: z.enum(['access', 'portability']),
  madeAt: z.iso.datetime(),
  language: z.enum(['nl', 'en']),
  blanked: z.boolean(),
  about,
  folders: z.array(folder),
})

const cell: z.ZodType = z.json()

/** `data/<table>.json`: rows of one table. */
export const packageDataShape = z.strictObject({
  format: z.literal(FORMAT),
  table: z.string(),
  rows: z.array(z.record(z.string(), cell)),
})

export type PackedFile = z.infer<typeof packedFile>
export interface PackageIndex extends Omit<z.infer<typeof packageIndexShape>, 'about'> {
  about: About
}

/** The JSON Schema (draft 2020-12) of `package.json`, and for each table of its rows. */
export function packageSchema({ tables }: Catalogue): object {
  const index = z.toJSONSchema(packageIndexShape)
  const rows = tables.map((table) => [table.name, rowSchema(table)] as const)
  return {
    ...index,
    $id: FORMAT,
    title: 'A package with all that an organisation holds on a person',
    $defs: {
      data: {
        type: 'object',
        required: ['format', 'table', 'rows'],
        properties: {
          format: { const: FORMAT },
          table: { type: 'string' },
          rows: { type: 'array', items: { type: 'object' } },
        },
      },
      ...Object.fromEntries(rows),
    },
  }
}

function rowSchema({ sentence, columns }: TableEntry): object {
  return {
    description: sentence,
    type: 'object',
    properties: Object.fromEntries(
      columns.map(({ name, category, categoryIn }) => [
        name,
        { description: category ?? categoryIn?.of.join(', ') ?? 'no category' },
      ]),
    ),
  }
}
