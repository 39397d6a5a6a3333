import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { dayOf } from '#entry/web/components/index.ts'
import {
  isTarget,
  type Mapping,
  MAX_FILE_BYTES,
  SERVICES,
  type Service,
} from '#modules/practice/index.ts'

/** Before the letter of a column, in the names of fields. */
export const COLUMN_FIELD = 'kolom-'

/** What a form about a client list sent: the list, and what was chosen. */
export interface Sheet {
  /** Undefined when no file was chosen. */
  readonly bytes: Buffer | undefined
  readonly mapping: Mapping | undefined
  readonly service: Service | undefined
  readonly carryOut: boolean
  /** ISO date of today. */
  readonly today: string
}

const form = z.object({
  file: z.instanceof(File).optional().catch(undefined),
  content: z.string().optional().catch(undefined),
  service: z.enum(SERVICES).optional().catch(undefined),
  step: z.string().optional().catch(undefined),
})

/** Reads the form. A list that was sent before comes back with it; nothing is kept in between. */
export async function readSheet(fields: Readonly<Record<string, unknown>>): Promise<Sheet> {
  const { content, file, service, step } = form.parse(fields)
  const sent = file ? Buffer.from(await file.bytes()) : undefined
  return {
    bytes: sent ?? unpack(content),
    mapping: sent ? undefined : readMapping(fields),
    service,
    carryOut: step === 'carry-out',
    today: dayOf(new Date()),
  }
}

/**
 * A list as a form carries it to the next step: compressed, for it goes to the browser and back. It
 * is the reader's own list,
 * and a page that no browser keeps.
 */
export function pack(bytes: Buffer): string {
  return gzipSync(bytes).toString('base64')
}

function unpack(content: string | undefined): Buffer | undefined {
  if (!content) return undefined
  try {
    return gunzipSync(Buffer.from(content, 'base64'), { maxOutputLength: MAX_FILE_BYTES + 1 })
  } catch {
    return undefined
  }
}

function readMapping(fields: Readonly<Record<string, unknown>>): Mapping | undefined {
  const chosen = Object.entries(fields).flatMap(([name, value]) => {
    if (!name.startsWith(COLUMN_FIELD) || typeof value !== 'string') return []
    const use = isTarget(value) ? value : ('left-out' as const)
    return [[name.slice(COLUMN_FIELD.length), use] as const]
  })
  return chosen.length === 0 ? undefined : Object.fromEntries(chosen)
}
